import { describe, expect, it } from 'vitest';
import { makeDistribution } from '../../../simulator/workload/distributions/table.ts';
import { TurnaroundDraws, turnaroundFor } from '../../../simulator/workload/turnaround.ts';
import { workLength } from '../../../simulator/workload/work-length.ts';

const usual = { family: 'exponential', meanMs: 30_000 } as const;
const quiet = { family: 'exponential', meanMs: 90_000 } as const;
const draws = (persistence: number, wanted: (n: number) => boolean, count = 20_000): number[] => {
  const one = new TurnaroundDraws();
  one.start(7, 0, 3);
  const turnaround = turnaroundFor([{ distribution: usual, quiet, persistence }], 'teller', undefined)!;
  return Array.from({ length: count }, (_, n) => one.next(turnaround, wanted(n)));
};
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('[Y15] turnaround', () => {
  it('is the first entry for the person, else for the role', () => {
    const entries = [
      { staff: ['S02'], distribution: quiet, persistence: 0 },
      { role: 'teller' as const, distribution: usual, persistence: 0 },
    ];
    const median = (role: 'teller' | 'advisor', person?: string) => turnaroundFor(entries, role, person)?.quantile(0.5);
    expect(median('teller', 'S02')).toBe(makeDistribution(quiet).quantile(0.5));
    expect(median('teller', 'S01')).toBe(makeDistribution(usual).quantile(0.5));
    expect(median('teller')).toBe(makeDistribution(usual).quantile(0.5));
    expect(median('advisor', 'S01')).toBeUndefined();
  });

  it('is another while nobody waits whom they can serve', () => {
    expect(mean(draws(0, () => true)) / 30_000).toBeCloseTo(1, 1);
    expect(mean(draws(0, () => false)) / 90_000).toBeCloseTo(1, 1);
  });

  it('clusters with persistence and keeps its distribution', () => {
    const alone = draws(0, () => true);
    const clustered = draws(0.6, () => true);
    expect(mean(clustered) / mean(alone)).toBeCloseTo(1, 1);
    const longAfterLong = (values: readonly number[]): number => {
      const after = values.slice(1).filter((_, n) => values[n]! > 60_000);
      return after.filter((ms) => ms > 60_000).length / after.length;
    };
    expect(longAfterLong(alone)).toBeLessThan(0.17);
    expect(longAfterLong(clustered)).toBeGreaterThan(0.3);
  });
});

describe('work', () => {
  it('has a share that is over at once', () => {
    const length = workLength({ distribution: usual, short: { share: 0.25, distribution: { family: 'constant', ms: 4000 } } });
    expect(length.meanMs).toBe(0.25 * 4000 + 0.75 * 30_000);
    expect(length.quantile(0.2)).toBe(4000);
    expect(length.quantile(0.625)).toBeCloseTo(makeDistribution(usual).quantile(0.5), 6);
    const values = Array.from({ length: 20_000 }, (_, n) => length.quantile((n + 0.5) / 20_000));
    const square = values.reduce((sum, value) => sum + value * value, 0) / values.length;
    expect(square / mean(values) ** 2 - 1).toBeCloseTo(length.scv, 2);
    expect(length.cdf(length.quantile(0.8))).toBeCloseTo(0.8, 9);
  });
});
