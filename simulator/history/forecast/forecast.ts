import { dayMs } from '../../workload/clock.ts';
import { BadHistory } from '../bad-history.ts';
import { stepMs } from '../clean/first-look.ts';
import type { HistoryLog } from '../clean/history-log.ts';
import { weekdayOf } from '../fit/demand/day-types.ts';
import { dateOf } from '../fit/demand/fit-arrivals.ts';
import { type DayCount, forecastDays } from './daily-model.ts';

export interface Range {
  readonly expected: number;
  readonly low80: number;
  readonly high80: number;
  readonly low95: number;
  readonly high95: number;
}

export interface ForecastDay extends Range {
  readonly date: string;
  readonly weekday: number;
  readonly special: string | null;
  readonly halfHours: readonly (Range & { readonly fromMs: number })[];
}

/** How forecasts made day after day in the past turned out, a week ahead each. */
export interface ForecastScore {
  /** Days forecast. */
  readonly days: number;
  /** Mean absolute error over that of "as on this weekday a week ago": below 1 is better. By day, and by half hour. */
  readonly mase: number;
  readonly maseHalfHours: number;
  /** Shares of what came that lay within the limits. */
  readonly coverage80: number;
  readonly coverage95: number;
  readonly coverage80HalfHours: number;
  readonly coverage95HalfHours: number;
}

export interface Forecast {
  readonly days: readonly ForecastDay[];
  /** Null: the history is too short to look back. */
  readonly score: ForecastScore | null;
}

const weeksToLearn = 4;
/** Days scored; of more, the latest. */
const mostScored = 180;
/** Newest days of a kind whose shape through the day is taken. */
const daysOfShape = 12;
const daysOfWander = 20;

interface CountedDay extends DayCount {
  readonly steps: Float64Array;
}

/** Days of history that a forecast takes. */
export const leastForecastDays = 7;

/** Arrivals of the days after a history, by half hour with limits. */
export function forecast(log: HistoryLog, days: number, special: ReadonlyMap<number, string>): Forecast {
  if (log.undated || log.days.length < leastForecastDays)
    throw new BadHistory(
      `a forecast needs a week of dated arrivals or more; the history has ${log.undated ? 'no dates' : `${log.days.length} days`}`,
    );
  const counted = log.days.map((day): CountedDay => {
    const steps = new Float64Array(dayMs / stepMs);
    let total = 0;
    for (const { after, arrivalMs } of log.visitsOn(day)) {
      if (arrivalMs === null || after !== null) continue;
      steps[Math.min(Math.max(0, Math.floor((arrivalMs - day * dayMs) / stepMs)), steps.length - 1)]!++;
      total++;
    }
    return { day, total, special: special.get(day) ?? null, steps };
  });
  const last = counted.at(-1)!.day;
  const open = new Set(counted.slice(-56).map(({ day }) => weekdayOf(day)));
  const coming = Array.from({ length: days * 7 }, (_, n) => last + 1 + n)
    .filter((day) => open.has(weekdayOf(day)))
    .slice(0, days);
  return { days: forecastFrom(counted, coming, special), score: score(counted, special) };
}

function forecastFrom(
  counted: readonly CountedDay[],
  coming: readonly number[],
  special: ReadonlyMap<number, string>,
): ForecastDay[] {
  const wander = wanderOf(counted);
  return forecastDays(
    counted,
    coming.map((day) => ({ day, special: special.get(day) ?? null })),
  ).map(({ day, expected, sd, special: what }) => {
    const shape = shapeFor(counted, day);
    return {
      date: dateOf(day),
      weekday: weekdayOf(day),
      special: what,
      ...range(expected, sd),
      halfHours: [...shape.entries()].flatMap(([step, share]) =>
        share === 0 ? [] : [{ fromMs: step * stepMs, ...range(expected * share, Math.hypot(sd, wander)) }],
      ),
    };
  });
}

/** How far half hours wander beyond counting and beyond their day, as a share: from the newest days. */
function wanderOf(counted: readonly CountedDay[]): number {
  let beyond = 0;
  let squares = 0;
  for (const one of counted.filter(({ special }) => special === null).slice(-daysOfWander)) {
    const shape = shapeFor(counted, one.day);
    for (const [step, share] of shape.entries()) {
      const mean = one.total * share;
      beyond += (one.steps[step]! - mean) ** 2 - mean * (1 - share);
      squares += mean * mean;
    }
  }
  return Math.sqrt(Math.max(0, beyond / Math.max(1, squares)));
}

/** Share of the day's arrivals by half hour, over the newest days of the weekday, or of days like it in number. */
function shapeFor(counted: readonly CountedDay[], day: number): Float64Array {
  const own = counted.filter((one) => one.special === null && weekdayOf(one.day) === weekdayOf(day)).slice(-daysOfShape);
  const mean = (days: readonly CountedDay[]): number => days.reduce((sum, { total }) => sum + total, 0) / days.length;
  const alike =
    own.length === 0
      ? counted.slice(-daysOfShape)
      : counted.slice(-8 * 7).filter((one) => Math.abs(Math.log((one.total + 1) / (mean(own) + 1))) < 0.35);
  const shape = new Float64Array(dayMs / stepMs);
  let total = 0;
  for (const { steps } of [...own, ...alike]) {
    for (let step = 0; step < shape.length; step++) {
      shape[step]! += steps[step]!;
      total += steps[step]!;
    }
  }
  return shape.map((sum) => sum / Math.max(1, total));
}

/** Limits on the square-root scale, where counts are spread alike: Poisson counting, and a rate uncertain by `sd`. */
function range(expected: number, sd: number): Range {
  const root = Math.sqrt(expected + 0.375);
  const spread = Math.sqrt(0.25 + (expected * sd * sd) / 4);
  const at = (z: number): number => Math.max(0, Math.max(0, root + z * spread) ** 2 - 0.375);
  return {
    expected,
    low80: Math.round(at(-1.2816)),
    high80: Math.round(at(1.2816)),
    low95: Math.round(at(-1.96)),
    high95: Math.round(at(1.96)),
  };
}

function score(counted: readonly CountedDay[], special: ReadonlyMap<number, string>): ForecastScore | null {
  const byDay = new Map(counted.map((one) => [one.day, one]));
  const sums = { days: 0, error: 0, naive: 0, errorHalf: 0, naiveHalf: 0, in80: 0, in95: 0, steps: 0, step80: 0, step95: 0 };
  const first = counted.findIndex(({ day }) => day >= counted[0]!.day + 7 * weeksToLearn);
  if (first < 0) return null;
  for (let origin = Math.max(first, counted.length - mostScored); origin < counted.length; origin += 7) {
    const past = counted.slice(0, origin);
    const ahead = counted.slice(origin, origin + 7).filter(({ day }) => day <= past.at(-1)!.day + 7);
    for (const [at, made] of forecastFrom(
      past,
      ahead.map(({ day }) => day),
      special,
    ).entries()) {
      const came = ahead[at]!;
      const weekAgo = byDay.get(came.day - 7);
      if (weekAgo === undefined) continue;
      sums.days++;
      sums.error += Math.abs(came.total - made.expected);
      sums.naive += Math.abs(came.total - weekAgo.total);
      if (came.total >= made.low80 && came.total <= made.high80) sums.in80++;
      if (came.total >= made.low95 && came.total <= made.high95) sums.in95++;
      for (const { fromMs, expected, low80, high80, low95, high95 } of made.halfHours) {
        const count = came.steps[fromMs / stepMs]!;
        sums.steps++;
        sums.errorHalf += Math.abs(count - expected);
        sums.naiveHalf += Math.abs(count - weekAgo.steps[fromMs / stepMs]!);
        if (count >= low80 && count <= high80) sums.step80++;
        if (count >= low95 && count <= high95) sums.step95++;
      }
    }
  }
  if (sums.days < 7 || sums.naive === 0) return null;
  return {
    days: sums.days,
    mase: sums.error / sums.naive,
    maseHalfHours: sums.errorHalf / sums.naiveHalf,
    coverage80: sums.in80 / sums.days,
    coverage95: sums.in95 / sums.days,
    coverage80HalfHours: sums.step80 / sums.steps,
    coverage95HalfHours: sums.step95 / sums.steps,
  };
}
