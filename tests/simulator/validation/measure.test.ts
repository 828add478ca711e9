import { describe, expect, it } from 'vitest';
import type { Measured } from '../../../simulator/validation/answer.ts';
import { measure, relativeHalfWidth, type Trial } from '../../../simulator/validation/trial/measure.ts';
import { Stream } from '../../../simulator/workload/streams.ts';

/** Days on each of which one thing is drawn, uniform on 0 … 2: mean 1, variance 1/3. */
const coin = (seed: number): Trial => ({
  classes: 0,
  sums: 1,
  customersPerDay: 1,
  run(day, { sums }) {
    sums[0]! += 2 * new Stream().start(seed, day, 'work').uniform();
  },
});
const mean = { mean: ({ sums, days }: { sums: Float64Array; days: number }) => sums[0]! / days };
const measureMean = (seed: number, precision: number) => {
  const { simulated, customers } = measure(coin(seed), mean, { seed, precision });
  return { ...(simulated.mean as Measured), days: customers };
};

describe('measuring', () => {
  it('works until the 95 % half-width is what was asked, and not much longer', () => {
    for (const precision of [0.05, 0.02]) {
      const found = measureMean(1, precision);
      expect(relativeHalfWidth(found)).toBeLessThanOrEqual(precision);
      // 1.96² · (1/3) / precision² days are needed
      expect(found.days).toBeLessThan((1.6 * 1.28) / precision ** 2);
    }
  });

  it('stops at the customers allowed, with the wider interval it has', () => {
    const heavy = { ...coin(1), customersPerDay: 100_000 };
    const { simulated, customers } = measure(heavy, mean, { seed: 1, precision: 0.02 });
    expect(customers).toBe(40_000_000);
    expect(relativeHalfWidth(simulated.mean as Measured)).toBeGreaterThan(0.02);
  });

  it('is the same for the same seed and another for another', () => {
    expect(measureMean(3, 0.1)).toEqual(measureMean(3, 0.1));
    expect(measureMean(3, 0.1)).not.toEqual(measureMean(4, 0.1));
  });

  it('its standard error is that of the mean: z of many runs has variance 1', () => {
    const zs = Array.from({ length: 300 }, (_, seed) => {
      const { value, standardError } = measureMean(seed + 10, 0.2);
      return (value - 1) / standardError;
    });
    const variance = zs.reduce((sum, z) => sum + z * z, 0) / zs.length;
    expect(variance).toBeGreaterThan(0.8);
    expect(variance).toBeLessThan(1.25);
  });
});
