import type { DistributionSpec } from '../../workload/distributions/spec.ts';
import type { Model } from '../../workload/model.ts';
import type { ArrivalProfile } from '../../workload/model-shape.ts';

/** The model with all work longer by a factor. */
export const longerWork = (model: Model, factor: number): Model => ({
  ...model,
  work: model.work.map((one) => ({
    ...one,
    distribution: longer(one.distribution, factor),
    ...(one.short === undefined ? {} : { short: { ...one.short, distribution: longer(one.short.distribution, factor) } }),
  })),
});

function longer(spec: DistributionSpec, factor: number): DistributionSpec {
  switch (spec.family) {
    case 'constant':
      return { ...spec, ms: spec.ms * factor };
    case 'empirical':
      return { ...spec, valuesMs: spec.valuesMs.map((ms) => ms * factor) };
    default:
      return { ...spec, meanMs: spec.meanMs * factor };
  }
}

/** The model, and the profile, with other arrivals expected in the profile's steps. */
export function withArrivals(
  model: Model,
  profile: ArrivalProfile,
  expected: readonly number[],
): { readonly model: Model; readonly profile: ArrivalProfile } {
  const other = { ...profile, expected: [...expected] };
  return { model: { ...model, arrivals: model.arrivals.map((one) => (one.id === profile.id ? other : one)) }, profile: other };
}
