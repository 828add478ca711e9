import type { DistributionSpec } from '../workload/distributions/spec.ts';
import type { Evidence } from '../workload/model-shape.ts';
import { aicOf, fitFamilies, ksDistance } from './families.ts';

export interface FittedLengths {
  readonly distribution: DistributionSpec;
  readonly evidence: Evidence;
}

/** Fewer records than this are too few for a family of their own. */
export const fewRecords = 30;
/** A fit this near is good enough for waits, however many records can tell it from the truth. */
const nearEnough = 0.05;
/** An empirical distribution keeps at most so many of its values, evenly spread over the sorted ones. */
const mostValues = 2000;

/**
 * The distribution of some lengths of time: the family with the best AIC among those whose Kolmogorov-Smirnov distance is within
 * the 5 % limit for a fitted distribution (Lilliefors: .895 / (√n − .01 + .85/√n)) or within 0.05; the recorded values
 * themselves when none is and there are enough of them.
 */
export function fitLengths(lengthsMs: readonly number[]): FittedLengths {
  const values = lengthsMs.filter((ms) => ms > 0);
  const records = values.length;
  const root = Math.sqrt(records);
  const ksLimit = Math.max(0.895 / (root - 0.01 + 0.85 / root), nearEnough);
  const fits = fitFamilies(values).map((fit) => ({ spec: fit.spec, aic: aicOf(fit), ks: ksDistance(fit.spec, values) }));
  fits.sort((a, b) => a.aic - b.aic);
  const aic = Object.fromEntries(fits.map((fit) => [fit.spec.family, round(fit.aic, 1)]));
  const holding = fits.find(({ ks }) => ks <= ksLimit);
  const best = holding ?? (records < fewRecords ? fits[0] : undefined);
  const doubts = [...(records < fewRecords ? [`only ${records} records`] : [])];
  if (best === undefined) {
    const worst = fits[0]
      ? ` (nearest: ${fits[0].spec.family}, distance ${fits[0].ks.toFixed(3)}, limit ${ksLimit.toFixed(3)})`
      : '';
    return {
      distribution: { family: 'empirical', valuesMs: thinned(values) },
      evidence: { records, aic, doubts: [...doubts, `no family fits${worst}; the recorded values are used`] },
    };
  }
  return {
    distribution: rounded(best.spec),
    evidence: { records, ks: round(best.ks, 4), ksLimit: round(ksLimit, 4), aic, ...(doubts.length > 0 ? { doubts } : {}) },
  };
}

function thinned(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length <= mostValues) return sorted.map((ms) => Math.round(ms));
  return Array.from({ length: mostValues }, (_, at) => Math.round(sorted[Math.floor(((at + 0.5) / mostValues) * sorted.length)]!));
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Six digits are more than any record supports, and a file that people can read. */
function rounded(spec: DistributionSpec): DistributionSpec {
  return Object.fromEntries(
    Object.entries(spec).map(([key, value]) => [key, typeof value === 'number' ? Number(value.toPrecision(6)) : value]),
  ) as DistributionSpec;
}
