import type { Model } from '../workload/model.ts';
import type { ArrivalProfile } from '../workload/model-shape.ts';

/** The model with so many times the arrivals of a profile; and the profile. */
export function busier(
  model: Model,
  profile: ArrivalProfile,
  factor: number,
): { readonly model: Model; readonly profile: ArrivalProfile } {
  const more = { ...profile, expected: profile.expected.map((one) => one * factor) };
  return { model: { ...model, arrivals: model.arrivals.map((one) => (one.id === profile.id ? more : one)) }, profile: more };
}
