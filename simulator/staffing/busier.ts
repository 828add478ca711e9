import type { Model } from '../workload/model.ts';
import type { ArrivalProfile } from '../workload/model-shape.ts';
import { withArrivals } from './doubt/more-of.ts';

/** The model with so many times the arrivals of a profile; and the profile. */
export const busier = (
  model: Model,
  profile: ArrivalProfile,
  factor: number,
): { readonly model: Model; readonly profile: ArrivalProfile } =>
  withArrivals(
    model,
    profile,
    profile.expected.map((one) => one * factor),
  );
