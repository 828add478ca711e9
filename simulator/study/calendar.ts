import { dayClock } from '../lobby/day-clock.ts';
import { dayMs } from '../workload/clock.ts';
import type { Model } from '../workload/model.ts';
import type { ArrivalProfile } from '../workload/model-shape.ts';
import { hoursOn } from '../workload/opening.ts';

/** A day by its date, with the instant at which its clock starts and its day of the week (1 is Monday). */
export interface CalendarDay {
  readonly date: string;
  readonly midnightAt: number;
  readonly weekday: number;
}

/** The first day of simulated journals: a Monday, far from any change of clocks. */
const firstDate = Date.UTC(2026, 0, 5);

const dateOf = (utcMs: number): string => new Date(utcMs).toISOString().slice(0, 10);
const weekdayOf = (utcMs: number): number => new Date(utcMs).getUTCDay() || 7;

export function calendarDay(zone: string, date: string): CalendarDay {
  const utcMs = Date.parse(`${date}T00:00:00Z`);
  // Noon in Greenwich falls on the same date everywhere but from New Zealand to Samoa, where it is the next.
  const noon = utcMs + dayMs / 2;
  const midnightAt = noon - dayClock(zone, noon)(noon);
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(noon);
  return { date, midnightAt: shown === date ? midnightAt : midnightAt - dayMs, weekday: weekdayOf(utcMs) };
}

/** Days one after another on which a profile of arrivals holds and the doors open as on its first day of the week. */
export function* daysLike({ branch }: Model, profile: ArrivalProfile): Generator<CalendarDay> {
  const hours = (weekday: number): string => JSON.stringify(hoursOn(branch, weekday));
  const weekdays = profile.days.filter((weekday) => hours(weekday) === hours(profile.days[0]!));
  for (let utcMs = firstDate; ; utcMs += dayMs)
    if (weekdays.includes(weekdayOf(utcMs))) yield calendarDay(branch.zone, dateOf(utcMs));
}
