import type { DistributionSpec } from '../../workload/distributions/spec.ts';

/** A length of time by its first two moments. */
export interface Shape {
  readonly mean: number;
  readonly scv: number;
}

/**
 * A distribution with these moments, in ms: constant, exponential, or gamma, whose tail is lighter than the lognormal's, so that a
 * mean is known sooner. Where a formula depends on two moments only, any family will do.
 */
export function specOf({ mean, scv }: Shape, unitMs: number): DistributionSpec {
  const meanMs = mean * unitMs;
  if (scv === 0) return { family: 'constant', ms: meanMs };
  if (scv === 1) return { family: 'exponential', meanMs };
  return { family: 'gamma', meanMs, cv: Math.sqrt(scv) };
}
