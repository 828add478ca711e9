import type { Branch } from '../lobby/branch/branch.ts';
import { msOfClock } from './clock.ts';

/** A stretch of a day, ms after local midnight. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Opening hours of a day of the week (1 is Monday), in order. */
export function hoursOn(branch: Pick<Branch, 'hours'>, weekday: number): readonly Span[] {
  return branch.hours
    .filter((opening) => opening.days.includes(weekday))
    .map((opening) => ({ fromMs: msOfClock(opening.from), toMs: msOfClock(opening.to) }))
    .sort((left, right) => left.fromMs - right.fromMs);
}

/** When the doors first open. */
export function opensAt(hours: readonly Span[]): number {
  return Math.min(...hours.map((span) => span.fromMs));
}

/** When the doors close for the day. */
export function closesAt(hours: readonly Span[]): number {
  return Math.max(...hours.map((span) => span.toMs));
}
