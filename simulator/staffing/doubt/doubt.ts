import { visitsADay } from '../../workload/arrivals.ts';
import type { Model } from '../../workload/model.ts';
import type { ArrivalProfile } from '../../workload/model-shape.ts';

/** How well a fit knows its parameters, as shares of them. */
export interface Doubt {
  /** The work of the weeks to come is expected to be longer by so much, and its standard error. */
  readonly workLonger: number;
  readonly workError: number;
  /** Standard error of the arrivals of each step of the profile. */
  readonly arrivalErrors: readonly number[];
}

const z975 = 1.96;

/** What the records behind a fitted model leave open of the weeks to come; null where no records are known. */
export function doubtOf(model: Model, profile: ArrivalProfile): Doubt | null {
  const { dayFactorCv, evidence, expected } = profile;
  const ahead = model.work.flatMap((one) => one.evidence?.intervals?.levelAhead ?? [])[0];
  const perDay = visitsADay(profile);
  if (evidence === undefined || evidence.records === 0 || perDay === 0) return null;
  const days = evidence.records / perDay;
  return {
    workLonger: ahead === undefined ? 0 : (ahead.low + ahead.high) / 2 - 1,
    workError: ahead === undefined ? 0 : (ahead.high - ahead.low) / (2 * z975),
    // so many came in a half hour in all, and days differ
    arrivalErrors: expected.map((one) => (one === 0 ? 0 : Math.sqrt(1 / (one * days) + dayFactorCv ** 2 / days))),
  };
}
