import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseLine } from '../../../../simulator/lobby/calling/choose.ts';
import type { StrategyContext } from '../../../../simulator/lobby/calling/strategy.ts';
import { called, linesOf, now, ruleOf, waits } from './lines.ts';

const linesWith = (weights: readonly number[]): StrategyContext => ({
  lines: weights.map((_, at) => ({ id: `L${at}`, tier: 5, targetWaitMs: undefined })),
});

/** Lines called one after another while all of them stay occupied. */
function saturated(weights: readonly number[], calls: number): number[] {
  const options = { weights: Object.fromEntries(weights.map((weight, at) => [`L${at}`, weight])) };
  const rule = ruleOf('ratio', options, linesWith(weights));
  const soFar = weights.map(() => 0);
  return Array.from({ length: calls }, () => {
    const line = chooseLine(linesOf(soFar.map((count) => ({ waitMs: 0, calls: count }))), rule, 0, now);
    soFar[line]! += 1;
    return line;
  });
}

const anyWeights = fc.array(
  fc.integer({ min: 1, max: 80 }).map((tenths) => tenths / 10),
  { minLength: 2, maxLength: 5 },
);

test('two VIP to one normal, evenly spread', () => {
  expect(saturated([2, 1], 9)).toEqual([0, 1, 0, 0, 1, 0, 0, 1, 0]);
});

test('[C6] an empty line is owed nothing: calls made meanwhile did not count, so it does not take over afterwards', () => {
  const rule = ruleOf('ratio', { weights: { vip: 2, normal: 1 } });
  const afterLull = [{ waitMs: 1, calls: 2 }, null, { waitMs: 1, calls: 1 }];
  expect(called(rule, afterLull)).toBe('vip'); // 2.5 / 2 < 1.5 / 1
});

test('lines without a weight wait for the ratio, then go by readyAt', () => {
  const rule = ruleOf('ratio', { weights: { vip: 2, normal: 1 } });
  expect(called(rule, waits(0, 60, 0))).toBe('vip');
  expect(called(rule, waits(null, 60, 0))).toBe('normal');
  expect(called(rule, waits(null, 1, null))).toBe('gold');
});

test('a long busy spell converges to the weights: calls are n·w/W, give or take ½ + m·w/2W', () => {
  fc.assert(
    fc.property(anyWeights, fc.integer({ min: 1, max: 400 }), (weights, n) => {
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const lines = saturated(weights, n);
      weights.forEach((weight, line) => {
        const calls = lines.filter((called) => called === line).length;
        const allowance = 0.5 + (weights.length * weight) / (2 * total);
        expect(Math.abs(calls - (n * weight) / total)).toBeLessThanOrEqual(allowance + 1e-9);
      });
    }),
  );
});

test('no line starves: between two calls of a line at most Σ ⌊w_j/w⌋ + 1 others pass', () => {
  let longestGap = 0;
  fc.assert(
    fc.property(anyWeights, (weights) => {
      const lines = saturated(weights, 300);
      weights.forEach((weight, line) => {
        const bound = weights.reduce((sum, other, at) => (at === line ? sum : sum + Math.floor(other / weight + 1e-9) + 1), 0);
        let gap = 0;
        for (const called of lines) {
          gap = called === line ? 0 : gap + 1;
          expect(gap).toBeLessThanOrEqual(bound);
          longestGap = Math.max(longestGap, gap);
        }
      });
    }),
  );
  expect(longestGap).toBeGreaterThan(5); // the bound was tested, not only met by short gaps
});
