import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import libraryQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../simulator/workload/distributions/normal-quantile.ts';
import { QuantileColumn } from '../../../simulator/workload/distributions/quantile-column.ts';
import { type DistributionSpec, distributionSchema } from '../../../simulator/workload/distributions/spec.ts';
import { makeDistribution } from '../../../simulator/workload/distributions/table.ts';
import { asTabulated, tabulated, valueAt } from '../../../simulator/workload/distributions/tabulated.ts';

const minute = 60_000;
const continuous: DistributionSpec[] = [
  { family: 'exponential', meanMs: 25 * minute },
  { family: 'lognormal', meanMs: 4 * minute, cv: 0.8 },
  { family: 'lognormal', meanMs: minute, cv: 3 },
  { family: 'gamma', meanMs: 5 * minute, cv: 0.5 },
  { family: 'gamma', meanMs: 5 * minute, cv: 1.8 },
  { family: 'gamma', meanMs: 5 * minute, cv: 0.05 },
  { family: 'erlang', meanMs: 2 * minute, stages: 2 },
  { family: 'weibull', meanMs: 3 * minute, shape: 0.7 },
  { family: 'weibull', meanMs: 3 * minute, shape: 2.5 },
];
const label = (spec: DistributionSpec): string => JSON.stringify(spec);

describe('normal quantile', () => {
  it('is inverted by the distribution function of a library, to 1e-11 of the smaller side, over all 53-bit uniforms', () => {
    for (const u of [
      2 ** -54,
      1e-15,
      1e-9,
      1e-6,
      0.001,
      0.0749,
      0.0751,
      0.3,
      0.5,
      0.7,
      0.9249,
      0.9251,
      0.999,
      1 - 1e-6,
      1 - 2 ** -53,
    ]) {
      const z = normalQuantile(u);
      const back = u < 0.5 ? normalCdf(z, 0, 1) / u : normalCdf(-z, 0, 1) / (1 - u);
      expect(Math.abs(back - 1), `u = ${u}`).toBeLessThan(1e-11);
    }
  });

  it("agrees with the library's quantile, which is good to 2e-5 in the far tails", () => {
    for (const u of [1e-15, 1e-9, 0.001, 0.02, 0.3, 0.5, 0.8, 0.999])
      expect(Math.abs(normalQuantile(u) - libraryQuantile(u, 0, 1))).toBeLessThan(1.1e-4);
  });
});

describe('a quantile read from a table', () => {
  const lognormal = (cv: number) => {
    const variance = Math.log1p(cv * cv);
    return (u: number) => Math.exp(Math.sqrt(variance) * normalQuantile(u));
  };
  const weibull = (shape: number) => (u: number) => (-Math.log(1 - u)) ** (1 / shape);
  it.each([
    ['exponential', (u: number) => -Math.log(1 - u), 1],
    ['lognormal, cv 0.05', lognormal(0.05), 1],
    ['lognormal, cv 1', lognormal(1), 1],
    ['lognormal, cv 20', lognormal(20), 1],
    ['weibull, shape 0.1', weibull(0.1), 0.1],
    ['weibull, shape 0.5', weibull(0.5), 0.5],
    ['weibull, shape 50', weibull(50), 50],
  ])('is right to 1e-6 and rises, at 200,000 shares: %s', (_, exact, shape) => {
    const quantile = tabulated(exact, shape);
    let worst = 0;
    let last = 0;
    for (let at = 0; at < 200_000; at++) {
      const u = (at + 0.5) / 200_000;
      const value = valueAt(quantile, u);
      worst = Math.max(worst, Math.abs(value / exact(u) - 1));
      if (value <= last) throw new Error(`falls at ${u}`);
      last = value;
    }
    expect(worst).toBeLessThan(1e-6);
  });

  it('is the same for a column as for one value', () => {
    const by = [
      asTabulated(makeDistribution({ family: 'lognormal', meanMs: 4 * minute, cv: 0.8 })),
      asTabulated(makeDistribution({ family: 'constant', ms: 7 })),
      asTabulated(makeDistribution({ family: 'exponential', meanMs: 2 })),
    ];
    const uniforms = Float64Array.from({ length: 3000 }, (_, at) => (at + 0.5) / 3000);
    const keys = Uint16Array.from(uniforms, (_, at) => at % 3);
    const out = new Float64Array(3000);
    const column = new QuantileColumn(by);
    const valuesOf = (quantiles: typeof by, least: number) =>
      [...uniforms].map((u, at) => Math.max(least, Math.round(valueAt(quantiles[at % 3]!, u))));
    for (const least of [0, 1]) {
      column.fill(out, keys, uniforms, 3000, least);
      expect([...out]).toEqual(valuesOf(by, least));
    }
    // A column that differs from another for one key only.
    const other = [by[0]!, by[1]!, asTabulated(makeDistribution({ family: 'gamma', meanMs: 9, cv: 0.5 }))];
    const own = new Float64Array(3000);
    new QuantileColumn(other, by).fill(own, keys, uniforms, 3000, 0, Float64Array.from(valuesOf(by, 0)));
    expect([...own]).toEqual(valuesOf(other, 0));
  });
});

describe('distributions', () => {
  it.each(continuous.map((spec) => [label(spec), spec] as const))(
    '%s: the quantile inverts the distribution function',
    (_, spec) => {
      const { quantile, cdf } = makeDistribution(spec);
      let last = 0;
      for (const u of [1e-9, 1e-4, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.9999, 1 - 1e-9]) {
        const value = quantile(u);
        expect(value).toBeGreaterThan(last);
        last = value;
        expect(Math.abs(cdf(value) - u), `u = ${u}`).toBeLessThan(1e-6 * Math.min(u, 1 - u) + 1e-12);
      }
    },
  );

  it.each(continuous.map((spec) => [label(spec), spec] as const))('%s: mean and spread are those stated', (_, spec) => {
    const { quantile, meanMs, scv } = makeDistribution(spec);
    // ∫ Q(u) du and ∫ Q(u)² du with u = Φ(z), by the trapezoid rule in z
    const step = 1 / 256;
    let mean = 0;
    let square = 0;
    for (let z = -8.2; z <= 8.2; z += step) {
      const weight = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * step;
      const value = quantile(normalCdf(z, 0, 1));
      mean += weight * value;
      square += weight * value * value;
    }
    expect(Math.abs(mean / meanMs - 1)).toBeLessThan(1e-4);
    expect(Math.abs((square / mean ** 2 - 1) / scv - 1)).toBeLessThan(0.005);
  });

  it('keeps a constant and recorded values as they are', () => {
    const fixed = makeDistribution({ family: 'constant', ms: 1500 });
    expect([fixed.quantile(0.01), fixed.quantile(0.99), fixed.meanMs, fixed.scv]).toEqual([1500, 1500, 1500, 0]);
    expect([fixed.cdf(1499), fixed.cdf(1500)]).toEqual([0, 1]);
    const seen = makeDistribution({ family: 'empirical', valuesMs: [30, 10, 20, 20] });
    expect([0.1, 0.3, 0.6, 0.9].map((u) => seen.quantile(u))).toEqual([10, 20, 20, 30]);
    expect([seen.cdf(9), seen.cdf(10), seen.cdf(20), seen.cdf(30)]).toEqual([0, 0.25, 0.75, 1]);
    expect(seen.meanMs).toBe(20);
    expect(seen.scv).toBeCloseTo(50 / 400, 12);
  });

  it('refuses parameters that make no sense, with the field', () => {
    const bad: unknown[] = [
      { family: 'lognormal', meanMs: 0, cv: 1 },
      { family: 'lognormal', meanMs: 1000, cv: Number.NaN },
      { family: 'gamma', meanMs: Number.POSITIVE_INFINITY, cv: 1 },
      { family: 'erlang', meanMs: 1000, stages: 1.5 },
      { family: 'weibull', meanMs: 1000, shape: 0 },
      { family: 'empirical', valuesMs: [] },
      { family: 'normal', meanMs: 1000 },
      { family: 'exponential', meanMs: 1000, cv: 1 },
    ];
    for (const one of bad) expect(distributionSchema.safeParse(one).success, JSON.stringify(one)).toBe(false);
  });
});
