import { emptyTally, type KpiTally, mergeTally } from '../../lobby/kpi/tally.ts';

/** What some days add up to: a tally of each class of customers, and sums that KPIs do not have. */
export interface Section {
  days: number;
  readonly tallies: readonly KpiTally[];
  readonly sums: Float64Array;
}

export const emptySection = (classes: number, sums: number): Section => ({
  days: 0,
  tallies: Array.from({ length: classes }, emptyTally),
  sums: new Float64Array(sums),
});

export function mergeSection(into: Section, from: Section): void {
  into.days += from.days;
  into.tallies.forEach((tally, at) => {
    mergeTally(tally, from.tallies[at]!);
  });
  for (let at = 0; at < into.sums.length; at++) into.sums[at]! += from.sums[at]!;
}

/** All classes together. */
export function wholeTally(section: Section): KpiTally {
  if (section.tallies.length === 1) return section.tallies[0]!;
  const whole = emptyTally();
  for (const tally of section.tallies) mergeTally(whole, tally);
  return whole;
}
