import { format } from 'd3';
import { hourMs, minuteMs } from '../../workload/clock.ts';
import { type Label, type Language, labelIn, wordsIn } from '../words/words.ts';

/** What an axis counts: durations in ms, whole things, shares of one, or something with a unit of its own (money, staff-hours). */
export type Quantity = 'duration' | 'count' | 'share' | { readonly unit: Label };

/** How the values of one chart are written. */
export interface Unit {
  /** What the data's unit is divided by. */
  readonly divisor: number;
  /** Shown beside the name of the axis, e.g. `min`. */
  readonly name: string;
}

const secondsUpToMs = 2 * minuteMs;
const minutesUpToMs = 4 * hourMs;

/** The unit that suits values up to `max`. */
export function unitFor(quantity: Quantity, max: number, language: Language): Unit {
  const { units } = wordsIn(language);
  if (quantity === 'count') return { divisor: 1, name: units.people };
  if (quantity === 'share') return { divisor: 0.01, name: '%' };
  if (quantity !== 'duration') return { divisor: 1, name: labelIn(language, quantity.unit) };
  if (max <= secondsUpToMs) return { divisor: 1000, name: units.seconds };
  return max <= minutesUpToMs ? { divisor: minuteMs, name: units.minutes } : { divisor: hourMs, name: units.hours };
}

/** A number as people write it: at most so many decimals, none of them an idle zero. */
export function plain(value: number, decimals = 1): string {
  const scale = 10 ** decimals;
  const rounded = Math.round(value * scale) / scale;
  return format(`,.${Number.isInteger(rounded) ? 0 : decimals}~f`)(rounded + 0);
}

/** A difference, with its sign and a true minus. */
export const signed = (value: number, decimals = 1): string => `${value > 0 ? '+' : ''}${plain(value, decimals)}`;

/** A figure in a table, in the unit of its column. Columns of figures keep their decimals, so that they line up. */
export function inUnit(value: number | null, unit: Unit, decimals = 1): string {
  return value === null ? '—' : format(`,.${decimals}f`)(value / unit.divisor);
}

/** An amount with its unit, as precise as it is worth saying: "38 s", "4.6 min", "12 min", "36 %". */
export function say(value: number, quantity: Quantity, language: Language): string {
  const unit = unitFor(quantity, Math.abs(value), language);
  const amount = value / unit.divisor;
  const written = plain(amount, quantity === 'count' || Math.abs(amount) >= 10 ? 0 : 1);
  if (quantity === 'count') return written;
  if (quantity === 'share') return `${written}${wordsIn(language).percent}`;
  return `${written} ${unit.name}`;
}
