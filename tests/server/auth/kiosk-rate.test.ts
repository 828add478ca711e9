import { expect, it } from 'vitest';
import { KioskRate } from '../../../server/auth/kiosk-rate.ts';

it('a flood is told to come back, each token by itself', async () => {
  const rate = new KioskRate(2, 3);
  const turns = Array.from({ length: 7 }, () => rate.turn('one'));
  expect(await rate.turn('two')).toBe(true);
  expect(await Promise.all(turns)).toEqual([true, true, true, true, true, false, false]);
});
