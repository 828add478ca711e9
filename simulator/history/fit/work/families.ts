import gammaln from '@stdlib/math-base-special-gammaln';
import { type DistributionSpec, distributionSchema } from '../../../workload/distributions/spec.ts';
import { makeDistribution } from '../../../workload/distributions/table.ts';

/** A family fitted by maximum likelihood. */
export interface FittedFamily {
  readonly spec: DistributionSpec;
  readonly parameters: number;
  readonly logLikelihood: number;
}

/** Sums that every family needs. Values in ms, all above zero. */
interface Sums {
  readonly values: readonly number[];
  readonly count: number;
  readonly mean: number;
  readonly meanLog: number;
}

function sumsOf(values: readonly number[]): Sums {
  const count = values.length;
  return {
    values,
    count,
    mean: values.reduce((sum, value) => sum + value, 0) / count,
    meanLog: values.reduce((sum, value) => sum + Math.log(value), 0) / count,
  };
}

function exponential({ count, mean }: Sums): FittedFamily {
  return { spec: { family: 'exponential', meanMs: mean }, parameters: 1, logLikelihood: -count * (Math.log(mean) + 1) };
}

/** μ and σ² are mean and variance of the logarithms. */
function lognormal({ values, count, meanLog }: Sums): FittedFamily {
  const variance = values.reduce((sum, value) => sum + (Math.log(value) - meanLog) ** 2, 0) / count;
  return {
    spec: { family: 'lognormal', meanMs: Math.exp(meanLog + variance / 2), cv: Math.sqrt(Math.expm1(variance)) },
    parameters: 2,
    logLikelihood: -count * (meanLog + 0.5 * Math.log(2 * Math.PI * variance) + 0.5),
  };
}

/** With scale = mean / shape the likelihood is a function of the shape alone, with one maximum. */
function gamma({ count, mean, meanLog }: Sums): FittedFamily {
  const at = (shape: number): number => count * (shape * Math.log(shape / mean) - gammaln(shape) + (shape - 1) * meanLog - shape);
  const shape = Math.exp(maximise((log) => at(Math.exp(log)), Math.log(0.01), Math.log(10_000)));
  return { spec: { family: 'gamma', meanMs: mean, cv: 1 / Math.sqrt(shape) }, parameters: 2, logLikelihood: at(shape) };
}

/** For a given shape the best scale is known: scale^shape = mean of x^shape. */
function weibull({ values, count, meanLog }: Sums): FittedFamily {
  const powers = (shape: number): number =>
    values.reduce((sum, value) => sum + Math.exp(shape * (Math.log(value) - meanLog)), 0) / count;
  const at = (shape: number): number => count * (Math.log(shape) - meanLog - Math.log(powers(shape)) - 1);
  const shape = Math.exp(maximise((log) => at(Math.exp(log)), Math.log(0.1), Math.log(50)));
  const scale = Math.exp(meanLog) * powers(shape) ** (1 / shape);
  return {
    spec: { family: 'weibull', meanMs: scale * Math.exp(gammaln(1 + 1 / shape)), shape },
    parameters: 2,
    logLikelihood: at(shape),
  };
}

/** Golden-section search for the maximum of a function with one. */
function maximise(f: (x: number) => number, from: number, to: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let low = from;
  let high = to;
  let left = high - ratio * (high - low);
  let right = low + ratio * (high - low);
  let atLeft = f(left);
  let atRight = f(right);
  while (high - low > 1e-7) {
    if (atLeft > atRight) {
      high = right;
      right = left;
      atRight = atLeft;
      left = high - ratio * (high - low);
      atLeft = f(left);
    } else {
      low = left;
      left = right;
      atLeft = atRight;
      right = low + ratio * (high - low);
      atRight = f(right);
    }
  }
  return (low + high) / 2;
}

/** Every family fitted to values above zero; one that cannot hold them (no spread) is left out. */
export function fitFamilies(values: readonly number[]): FittedFamily[] {
  const sums = sumsOf(values);
  const spread = values.some((value) => value !== values[0]);
  const fits = spread ? [lognormal, gamma, weibull, exponential].map((family) => family(sums)) : [exponential(sums)];
  // A handful of wild values can ask for a spread that no model file may state.
  return fits.filter(({ spec, logLikelihood }) => Number.isFinite(logLikelihood) && distributionSchema.safeParse(spec).success);
}

/** Akaike's criterion: 2 parameters − 2 ln L; the smallest is the best. */
export const aicOf = ({ parameters, logLikelihood }: FittedFamily): number => 2 * parameters - 2 * logLikelihood;

/** Kolmogorov-Smirnov distance: the largest gap between the distribution function and that of the data. */
export function ksDistance(spec: DistributionSpec, values: readonly number[]): number {
  const { cdf } = makeDistribution(spec);
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.reduce((worst, value, at) => {
    const share = cdf(value);
    return Math.max(worst, share - at / sorted.length, (at + 1) / sorted.length - share);
  }, 0);
}
