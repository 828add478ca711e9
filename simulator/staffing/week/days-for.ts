import { visitsADay } from '../../workload/arrivals.ts';
import type { Trial } from '../trial.ts';

/** Days are few enough to be run for a table, and enough to tell a busy half hour. */
const fewest = 50;

/** So many days that about so many customers come, at most `most`. */
export function daysFor({ profile }: Trial, customers: number, most: number): number {
  return Math.min(most, Math.max(fewest, Math.round(customers / Math.max(1, visitsADay(profile)))));
}
