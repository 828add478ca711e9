import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addAllTo,
  addTo,
  clearSketch,
  emptySketch,
  mergeSketch,
  quantileOf,
  type Sketch,
  sketchMaxMs,
} from '../../../../simulator/lobby/kpi/sketch.ts';

const durations = fc.array(
  fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 7_200_000 }), fc.integer({ min: 0, max: sketchMaxMs })),
);

function sketchOf(values: readonly number[]): Sketch {
  const sketch = emptySketch();
  for (const value of values) addTo(sketch, value);
  return sketch;
}

test('a quantile is within 0.1 % of the sorted value at position ⌊p·n⌋, and exact below 1,024 ms', () => {
  fc.assert(
    fc.property(durations, fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
      fc.pre(values.length > 0);
      const sorted = [...values].sort((a, b) => a - b);
      const exact = sorted[Math.min(Math.floor(p * sorted.length), sorted.length - 1)]!;
      const got = quantileOf(sketchOf(values), p);
      if (exact < 1024) expect(got).toBe(exact);
      else expect(Math.abs(got - exact)).toBeLessThanOrEqual(exact / 1024);
    }),
    { numRuns: 500 },
  );
});

test('many values at once come to the same as one after another; nothing behind them is counted', () => {
  fc.assert(
    fc.property(durations, durations, (values, behind) => {
      const sketch = emptySketch();
      addAllTo(sketch, Float64Array.from([...values, ...behind]), values.length);
      expect(sketch).toEqual(sketchOf(values));
    }),
  );
});

test('every bucket keeps its values within 0.1 %, up to the largest', () => {
  for (let power = 10; power <= 31; power += 1) {
    for (const value of [2 ** power - 1, 2 ** (power - 1), Math.round(1.5 * 2 ** (power - 1)) - 1]) {
      expect(Math.abs(quantileOf(sketchOf([value]), 0.5) - value)).toBeLessThanOrEqual(value / 1024);
    }
  }
});

test('zero is exact', () => {
  const sketch = sketchOf([0, 0, 0, 5000]);
  expect(quantileOf(sketch, 0.74)).toBe(0);
  expect(quantileOf(sketch, 0.75)).toBeGreaterThan(4990);
});

test('merging is the same in any order and grouping, and the same as adding', () => {
  fc.assert(
    fc.property(durations, durations, durations, (a, b, c) => {
      const merged = (...parts: readonly Sketch[]): Sketch => {
        const into = emptySketch();
        for (const part of parts) mergeSketch(into, part);
        return into;
      };
      const all = sketchOf([...a, ...b, ...c]);
      const [x, y, z] = [sketchOf(a), sketchOf(b), sketchOf(c)];
      expect(merged(merged(x, y), z)).toEqual(all);
      expect(merged(x, merged(y, z))).toEqual(all);
      expect(merged(z, y, x)).toEqual(all);
    }),
  );
});

test('an empty sketch has no quantile, a cleared one is empty', () => {
  expect(quantileOf(emptySketch(), 0.5)).toBeNaN();
  const sketch = sketchOf([3, 4_000_000]);
  clearSketch(sketch);
  expect(sketch).toEqual(emptySketch());
});

test('what is not a duration throws: nothing is counted in the wrong place', () => {
  for (const wrong of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => addTo(emptySketch(), wrong)).toThrow(/whole number of ms/);
    expect(() => addAllTo(emptySketch(), Float64Array.of(wrong), 1)).toThrow(/whole number of ms/);
  }
  expect(() => quantileOf(emptySketch(), 1.1)).toThrow(/0 to 1/);
});

test('what lasts longer than it can hold counts as the longest it can', () => {
  const sketch = sketchOf([sketchMaxMs + 1, 10 * sketchMaxMs]);
  expect(sketch.total).toBe(2);
  expect(quantileOf(sketch, 0.5)).toBeGreaterThan(0.99 * sketchMaxMs);
});

test('it survives the way to another thread', () => {
  const sketch = sketchOf([1, 70_000]);
  expect(structuredClone(sketch)).toEqual(sketch);
});
