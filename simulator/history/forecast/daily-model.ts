import { weekdayOf } from '../fit/demand/day-types.ts';

/** Arrivals of the days so far, in order. */
export interface DayCount {
  readonly day: number;
  readonly total: number;
  /** What it is where it is of no weekday's kind. */
  readonly special: string | null;
}

/** A coming day: what is expected, and how uncertain its logarithm is beyond counting. */
export interface DayForecast {
  readonly day: number;
  readonly expected: number;
  readonly sd: number;
  readonly special: string | null;
}

/** Weight of the newest day in the level, and how fast older weeks fade from the weekday's share. */
const levelWeight = 0.15;
const weekFade = 0.9;
/** Records of one kind of special day count as much as so many guesses that it is an ordinary one. */
const specialPrior = 1;
const half = 0.5;

/**
 * Level × weekday × special day, on logarithms: the level by exponential smoothing of what the weekday does not explain, weekdays as means that
 * fade, special days by how they fell out before, shrunk towards an ordinary day. Uncertainty from its own errors, one day after another.
 */
export function forecastDays(history: readonly DayCount[], coming: readonly Omit<DayForecast, 'expected' | 'sd'>[]): DayForecast[] {
  const weekdays = weekdayEffects(history);
  const specials = new Map<string, { sum: number; count: number }>();
  const errors: number[] = [];
  let level: number | null = null;
  for (const { day, total, special } of history) {
    const value = Math.log(total + half) - (weekdays.get(weekdayOf(day)) ?? 0);
    if (level === null) {
      level = value;
      continue;
    }
    const error = value - level;
    if (special !== null) {
      const own = specials.get(special) ?? { sum: 0, count: 0 };
      specials.set(special, { sum: own.sum + error, count: own.count + 1 });
      continue;
    }
    // A day far off (a power cut) moves the level no more than a bad usual one.
    const bound = errors.length > 10 ? 3 * deviation(errors) : 1;
    level += levelWeight * Math.max(-bound, Math.min(bound, error));
    errors.push(error);
  }
  // Counting alone makes logarithms of totals differ by 1 / total; it is added again where limits are made.
  const counting =
    history.slice(-100).reduce((sum, { total }) => sum + 1 / Math.max(1, total), 0) / Math.max(1, Math.min(100, history.length));
  const spread = errors.length > 2 ? Math.sqrt(Math.max(0.0004, deviation(errors.slice(-100)) ** 2 - counting)) : 0.3;
  return coming.map(({ day, special }) => {
    const known = special === null ? undefined : specials.get(special);
    const effect = known === undefined ? 0 : known.sum / (known.count + specialPrior);
    const mean = Math.exp((level ?? 0) + (weekdays.get(weekdayOf(day)) ?? 0) + effect) - half;
    // A special day that nobody has seen is anybody's guess.
    const sd = special === null ? spread : Math.hypot(spread, known === undefined ? 0.7 : 0.3 / Math.sqrt(known.count));
    return { day, special, expected: Math.max(0, mean * Math.exp((spread * spread) / 2)), sd };
  });
}

/** Root mean square around zero, the largest twentieth set to the next: single days do not make all others uncertain. */
function deviation(errors: readonly number[]): number {
  const sizes = errors.map(Math.abs).sort((a, b) => a - b);
  const top = sizes[Math.floor(sizes.length * 0.97)]!;
  return Math.sqrt(sizes.reduce((sum, size) => sum + Math.min(size, top) ** 2, 0) / sizes.length);
}

/** Each weekday's usual distance from the level of its week, newer weeks counting more. */
function weekdayEffects(history: readonly DayCount[]): Map<number, number> {
  const usual = history.filter(({ special }) => special === null);
  const last = history.at(-1)?.day ?? 0;
  const weeks = new Map<number, { sum: number; count: number }>();
  const weekOf = (day: number): number => Math.floor((last - day) / 7);
  for (const { day, total } of usual) {
    const own = weeks.get(weekOf(day)) ?? { sum: 0, count: 0 };
    weeks.set(weekOf(day), { sum: own.sum + Math.log(total + half), count: own.count + 1 });
  }
  const most = Math.max(0, ...[...weeks.values()].map(({ count }) => count));
  const effects = new Map<number, { sum: number; weight: number }>();
  for (const { day, total } of usual) {
    const week = weeks.get(weekOf(day))!;
    // A week with days missing has another mean.
    if (week.count < most) continue;
    const weight = weekFade ** weekOf(day);
    const own = effects.get(weekdayOf(day)) ?? { sum: 0, weight: 0 };
    effects.set(weekdayOf(day), {
      sum: own.sum + weight * (Math.log(total + half) - week.sum / week.count),
      weight: own.weight + weight,
    });
  }
  return new Map([...effects].map(([weekday, { sum, weight }]) => [weekday, sum / weight]));
}
