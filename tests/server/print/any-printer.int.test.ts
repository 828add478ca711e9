import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Timers } from '../../../server/print/timers.ts';
import { Bench, paperShort } from './printer-bench.ts';
import type { Manner } from './sink.ts';

/** Pauses pass at once; waiting for an answer or giving up never comes. */
const impatient: Timers = {
  after(delayMs, act) {
    if (delayMs > 1_000) return () => {};
    const soon = setImmediate(act);
    return () => clearImmediate(soon);
  },
};
const config = { connectTimeoutMs: 60_000, slowAfterMs: 60_000, giveUpAfterMs: 3_600_000, retryFirstMs: 100, retryMostMs: 100 };
const manner = fc.constantFrom<Manner>('prints', 'little-paper', 'breaks', 'no-paper', 'hangs-up');

it('whatever the printer does, every slip has one outcome, the paper is in order, and a second copy says so', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(manner, { maxLength: 8 }), fc.integer({ min: 1, max: 4 }), async (manners, count) => {
      const bench = new Bench();
      try {
        await bench.start([...manners, 'prints'], config, impatient);
        const numbers = Array.from({ length: count }, (_, n) => `A00${n + 1}`);
        bench.print(...numbers);
        const told = await bench.told(count);
        expect(told.map((one) => one.slice(0, 4))).toEqual(numbers);
        const printed = told.filter((one) => / printed/.test(one)).map((one) => one.replace(' printed', ''));
        const whole = bench.sink.jobs.left.map(paperShort);
        expect(whole).toEqual(printed);
        // Only a printer that broke off three times loses a slip, and then the customer may hold part of it.
        expect(told.filter((one) => /not-printed/.test(one)).every((one) => one.endsWith('not-printed broken maybe'))).toBe(true);
      } finally {
        await bench.stop();
      }
    }),
    { numRuns: 20 },
  );
});
