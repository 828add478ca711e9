/** Mean of the logarithms of a day's service times. */
export interface DayLevel {
  /** Days since any beginning. */
  readonly day: number;
  readonly level: number;
}

/** Fewer days than this tell nothing of how days differ. */
const fewDays = 5;
/** What a branch's work may drift by, before its records are looked at: so much a week, as a standard deviation. */
const driftSd = 0.005;
/** Days of records say little of how like one day is to the next; more than this is not believed. */
const mostMemory = 0.7;
/** From the last record to the middle of the weeks that are planned for. */
const weeksOn = 2;

/**
 * The level of work in the four weeks after the records over that in them, with 95 % limits: what is not known of the records' own level,
 * since days differ and resemble each other, and drift, which so few days tell badly: least squares drawn towards none.
 */
export function levelAhead(days: readonly DayLevel[]): { readonly low: number; readonly high: number } | null {
  if (days.length < fewDays) return null;
  const sorted = days.toSorted((a, b) => a.day - b.day);
  const count = sorted.length;
  const weeks = sorted.map(({ day }) => day / 7);
  const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / count;
  const [middle, level] = [mean(weeks), mean(sorted.map((one) => one.level))];
  const squares = weeks.reduce((sum, week) => sum + (week - middle) ** 2, 0);
  const slope = sorted.reduce((sum, one, at) => sum + (weeks[at]! - middle) * (one.level - level), 0) / squares;
  const rest = sorted.map((one, at) => one.level - level - slope * (weeks[at]! - middle));
  const variance = rest.reduce((sum, one) => sum + one * one, 0) / (count - 2);
  const together = rest.slice(1).reduce((sum, one, at) => sum + one * rest[at]!, 0) / (count - 1);
  const memory = variance === 0 ? 0 : Math.min(mostMemory, Math.max(0, together / variance));
  const spread = (variance * (1 + memory)) / (1 - memory);
  const slopeVariance = spread / squares;
  const believed = driftSd ** 2 / (driftSd ** 2 + slopeVariance);
  const ahead = weeks.at(-1)! + weeksOn - middle;
  const centre = believed * slope * ahead;
  const half = 1.96 * Math.sqrt(spread / count + believed * slopeVariance * ahead ** 2);
  return { low: Math.exp(centre - half), high: Math.exp(centre + half) };
}
