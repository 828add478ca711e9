import type { Branch } from '../../../simulator/lobby/branch/branch.ts';
import type { CommandOf } from '../../../simulator/lobby/command/command.ts';
import { instantOf, wallAt } from './zone-time.ts';

const dayMs = 86_400_000;
type Span = { from: number; to: number };
type DayRules = Pick<Branch, 'zone' | 'dayRollsAt' | 'hours'>;

/** 09:30 → ms since midnight; 24:00 is the next midnight. */
const clockMs = (clock: string): number => Number(clock.slice(0, 2)) * 3_600_000 + Number(clock.slice(3, 5)) * 60_000;

/**
 * The business day an instant belongs to. It begins at the branch's local roll time and takes the date it begins on;
 * a day of a clock change is 23 or 25 hours long.
 */
export function businessDayAt(branch: DayRules, nowMs: number): CommandOf<'open-day'> {
  const roll = clockMs(branch.dayRollsAt);
  let midnight = Math.floor((wallAt(branch.zone, nowMs) - roll) / dayMs) * dayMs;
  const rollOf = (date: number): number => instantOf(branch.zone, date + roll);
  // Where a zone skips the whole date (Samoa's 30 December 2011), the day before it lasts until the next one begins; where the roll
  // time comes twice, the day has begun at the first of them.
  while (rollOf(midnight) > nowMs) midnight -= dayMs;
  while (rollOf(midnight + dayMs) <= nowMs) midnight += dayMs;
  const startsAt = rollOf(midnight);
  const endsAt = rollOf(midnight + dayMs);
  return {
    type: 'open-day',
    date: new Date(midnight).toISOString().slice(0, 10),
    startsAt,
    endsAt,
    hours: openHours(branch, midnight, startsAt, endsAt),
  };
}

/** Opening hours that fall in the day, of its own date and of the ones beside it (hours past midnight). */
function openHours(branch: DayRules, midnight: number, startsAt: number, endsAt: number): Span[] {
  const spans: Span[] = [];
  for (const date of [midnight - dayMs, midnight, midnight + dayMs]) {
    const weekday = new Date(date).getUTCDay() || 7;
    for (const opening of branch.hours) {
      if (!opening.days.includes(weekday)) continue;
      const from = clockMs(opening.from);
      const to = clockMs(opening.to);
      const span = { from: instantOf(branch.zone, date + from), to: instantOf(branch.zone, date + (to > from ? to : to + dayMs)) };
      const clipped = { from: Math.max(span.from, startsAt), to: Math.min(span.to, endsAt) };
      if (clipped.from < clipped.to) spans.push(clipped);
    }
  }
  return merged(spans.sort((one, other) => one.from - other.from));
}

function merged(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    const last = out.at(-1);
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else out.push({ ...span });
  }
  return out;
}
