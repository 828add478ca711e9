import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { sectionInterval } from '../../engine/results/interval.ts';
import type { Effort, Measured, MeasuredValues } from '../answer.ts';
import { emptySection, mergeSection, type Section } from './section.ts';

/** An experiment whose days are independent of each other. */
export interface Trial {
  readonly classes: number;
  readonly sums: number;
  /** Expected customers of a day, those of the warm-up too: what a day costs. */
  readonly customersPerDay: number;
  /** Runs a day through the engine and adds it to a section. */
  run(day: number, into: Section): void;
}

export type Quantity = (section: Section) => number;
export type Quantities = { readonly [key: string]: Quantity | readonly Quantity[] };

/** Sections that the days are dealt to, and days run before the first look: fewer where only a rough answer is asked for. */
const sectionCountFor = (precision: number): number => (precision > 0.05 ? 40 : 100);
/** Customers that one case may take at the default precision; where they do not suffice the interval stays wider. */
const customersAtMost = 40_000_000;
const defaultPrecision = 0.02;
const looks = 5;

/**
 * Runs days until every quantity has a 95 % half-width of at most the wanted precision relative to its value, or the customers
 * allowed are used up. How many days are run depends on what was seen, never on the clock: the same seed gives the same answer.
 */
export function measure(
  trial: Trial,
  quantities: Quantities,
  { precision }: Effort,
): { simulated: MeasuredValues; customers: number } {
  const sectionCount = sectionCountFor(precision);
  const sections = Array.from({ length: sectionCount }, () => emptySection(trial.classes, trial.sums));
  const allowed = (customersAtMost * (defaultPrecision / precision) ** 2) / trial.customersPerDay;
  const most = Math.max(sectionCount, sectionCount * Math.floor(allowed / sectionCount));
  let done = 0;
  let wanted = sectionCount;
  let measured: MeasuredValues = {};
  for (let look = 0; look < looks && done < wanted; look++) {
    for (; done < wanted; done++) {
      const section = sections[done % sectionCount]!;
      trial.run(done, section);
      section.days++;
    }
    measured = estimate(trial, sections, quantities);
    const widest = Math.max(...Object.values(measured).flat().map(relativeHalfWidth));
    // a little more than the square law says, so that the next look is usually the last
    const factor = Math.min(1.1 * (widest / precision) ** 2, 1000);
    wanted = widest <= precision ? done : Math.min(most, sectionCount * Math.ceil((done * factor) / sectionCount));
  }
  return { simulated: measured, customers: Math.round(done * trial.customersPerDay) };
}

/** Half-width of the 95 % interval over the value; infinite for a value of 0 that is not exact. */
export function relativeHalfWidth({ value, standardError, degrees }: Measured): number {
  if (standardError === 0) return 0;
  return (tQuantile(0.975, degrees) * standardError) / Math.abs(value);
}

function estimate(trial: Trial, sections: readonly Section[], quantities: Quantities): MeasuredValues {
  const pooled = emptySection(trial.classes, trial.sums);
  for (const section of sections) mergeSection(pooled, section);
  const one = (quantity: Quantity): Measured => {
    const value = quantity(pooled);
    const interval = sectionInterval(
      value,
      sections.map((section) => ({ value: quantity(section), weight: section.days })),
    );
    const degrees = sections.length - 1;
    return { value, standardError: interval === null ? 0 : (interval.high - value) / tQuantile(0.975, degrees), degrees };
  };
  return Object.fromEntries(
    Object.entries(quantities).map(([key, quantity]) => [key, typeof quantity === 'function' ? one(quantity) : quantity.map(one)]),
  );
}
