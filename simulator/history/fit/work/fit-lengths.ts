import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import type { DistributionSpec } from '../../../workload/distributions/spec.ts';
import type { Evidence } from '../../../workload/model-shape.ts';
import { aicOf, fitFamilies, ksDistance } from './families.ts';

export interface FittedLengths {
  readonly distribution: DistributionSpec;
  readonly evidence: Evidence;
}

/** More values than this make no fit better, only slower: then every n-th of the sorted ones is used. */
const mostFitted = 20_000;

/** Fewer records than this are too few for a family of their own. */
export const fewRecords = 30;
/** So many lengths that are all the same are no measurement. */
const fewNominal = 10;
/** A fit this near is good enough for waits, however many records can tell it from the truth. */
const nearEnough = 0.05;
/** An empirical distribution keeps at most so many of its values, evenly spread over the sorted ones. */
const mostValues = 2000;

/**
 * The distribution of some lengths of time: the family with the best AIC among those whose Kolmogorov-Smirnov distance is within
 * the 5 % limit for a fitted distribution (Lilliefors: .895 / (√n − .01 + .85/√n)) or within 0.05; the recorded values
 * themselves when none is and there are enough of them.
 */
export function fitLengths(lengthsMs: readonly number[], seen = lengthsMs.length): FittedLengths {
  const all = Float64Array.from(lengthsMs.filter((ms) => ms > 0)).sort();
  const step = Math.max(1, all.length / mostFitted);
  const values = Array.from({ length: Math.floor(all.length / step) }, (_, at) => all[Math.floor((at + 0.5) * step)]!);
  const records = Math.max(all.length, seen);
  const intervals = { meanMs: meanInterval(all, records) };
  const root = Math.sqrt(records);
  const ksLimit = Math.max(0.895 / (root - 0.01 + 0.85 / root), nearEnough);
  const fits = fitFamilies(values).map((fit) => ({ spec: fit.spec, aic: aicOf(fit), ks: ksDistance(fit.spec, values) }));
  fits.sort((a, b) => a.aic - b.aic);
  const aic = Object.fromEntries(fits.map((fit) => [fit.spec.family, round(fit.aic, 1)]));
  const holding = fits.find(({ ks }) => ks <= ksLimit);
  const best = holding ?? (records < fewRecords ? fits[0] : undefined);
  const nominal = all.length >= fewNominal && all[0] === all.at(-1);
  const doubts = [
    ...(records < fewRecords ? [`only ${records} records`] : []),
    ...(nominal ? [`every one is exactly ${all[0]! / 1000} s: a nominal time, not a measurement`] : []),
  ];
  if (best === undefined) {
    const worst = fits[0]
      ? ` (nearest: ${fits[0].spec.family}, distance ${fits[0].ks.toFixed(3)}, limit ${ksLimit.toFixed(3)})`
      : '';
    return {
      distribution: { family: 'empirical', valuesMs: thinned(values) },
      evidence: { records, intervals, aic, doubts: [...doubts, `no family fits${worst}; the recorded values are used`] },
    };
  }
  return {
    distribution: rounded(best.spec),
    evidence: {
      records,
      intervals: { ...intervals, ...cvInterval(best.spec, all.length) },
      ks: round(best.ks, 4),
      ksLimit: round(ksLimit, 4),
      aic,
      ...(doubts.length > 0 ? { doubts } : {}),
    },
  };
}

function thinned(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length <= mostValues) return sorted.map((ms) => Math.round(ms));
  // The mean of each part, so that the mean of all stays what it was.
  return Array.from({ length: mostValues }, (_, at) => {
    const part = sorted.slice(Math.floor((at / mostValues) * sorted.length), Math.floor(((at + 1) / mostValues) * sorted.length));
    return Math.round(part.reduce((sum, ms) => sum + ms, 0) / part.length);
  });
}

/** Of the mean: by the central limit theorem, with Student's t for few. */
function meanInterval(values: Float64Array, records: number): { low: number; high: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
  const half = values.length < 2 ? mean : tQuantile(0.975, values.length - 1) * Math.sqrt(variance / records);
  return { low: Math.round(Math.max(0, mean - half)), high: Math.round(mean + half) };
}

/** Of the coefficient of variation of a lognormal: its σ² has a chi-square spread. */
function cvInterval(spec: DistributionSpec, count: number): { cv?: { low: number; high: number } } {
  if (spec.family !== 'lognormal' || count < 3) return {};
  const variance = Math.log1p(spec.cv * spec.cv);
  const spread = 1.96 * Math.sqrt(2 / (count - 1));
  const cv = (value: number): number => round(Math.sqrt(Math.expm1(Math.max(0, value))), 4);
  return { cv: { low: cv(variance * (1 - spread)), high: cv(variance * (1 + spread)) } };
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Six digits are more than any record supports, and a file that people can read. */
function rounded(spec: DistributionSpec): DistributionSpec {
  return Object.fromEntries(
    Object.entries(spec).map(([key, value]) => [key, typeof value === 'number' ? Number(value.toPrecision(6)) : value]),
  ) as DistributionSpec;
}
