import { expect, it } from 'vitest';
import { printersFileSchema } from '../../../server/print/printer-config.ts';
import { makePrinters } from '../../../server/print/printers.ts';

it("finds the kiosk's own printer, else the branch's, never another branch's", () => {
  const file = printersFileSchema.parse({
    v: 1,
    printers: [
      { branch: 'demo', host: 'hall' },
      { branch: 'demo', kiosk: 'kiosk-1', host: 'door' },
      { branch: 'north', kiosk: 'kiosk-2', host: 'north' },
    ],
  });
  const printers = makePrinters(file, () => ({}));
  const hall = printers.at('demo', 'kiosk-9');
  expect(hall).not.toBeNull();
  expect(printers.at('demo', 'kiosk-1')).not.toBe(hall);
  expect(printers.at('demo', 'kiosk-2')).toBe(hall);
  expect(printers.at('north', 'kiosk-1')).toBeNull();
  expect(printers.news('demo')).toMatchObject([
    { kiosk: null, code: 'ok' },
    { kiosk: 'kiosk-1', code: 'ok' },
  ]);
});
