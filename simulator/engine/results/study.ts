import { type AnyKpiId, anyKpiIds, isDayKpi } from '../../lobby/kpi/any-kpi.ts';
import { type DayTally, emptyDayTally, mergeDayTally } from '../../lobby/kpi/day/day-tally.ts';
import { dayKpis } from '../../lobby/kpi/day/table.ts';
import { kpis } from '../../lobby/kpi/need/table.ts';
import { mergeSketch } from '../../lobby/kpi/sketch.ts';
import { emptyTally, type KpiTally, mergeSums, mergeTally } from '../../lobby/kpi/tally.ts';
import type { Model } from '../../workload/model.ts';
import { type Turnaround, turnaroundFor } from '../../workload/turnaround.ts';
import type { Floor } from '../floor/floor.ts';
import { type Estimate, sectionInterval } from './interval.ts';

/** Days of a study are dealt to this many sections in turn; intervals come from the spread over them. */
export const sectionCount = 25;

/** Tallies by section, and how many days each holds: whole numbers, so any division of the days among hosts adds up to the same. */
export interface SectionTallies {
  readonly days: number[];
  readonly tallies: KpiTally[];
  /** Of whole days; absent where only needs were counted. */
  readonly figures?: DayTally[] | undefined;
}

export function makeSections(days: number): SectionTallies & { readonly figures: DayTally[] } {
  const count = Math.max(1, Math.min(sectionCount, days));
  return {
    days: new Array<number>(count).fill(0),
    tallies: Array.from({ length: count }, () => emptyTally()),
    figures: Array.from({ length: count }, emptyDayTally),
  };
}

export function mergeSections(into: SectionTallies, from: SectionTallies): void {
  from.tallies.forEach((tally, section) => {
    mergeTally(into.tallies[section]!, tally);
    if (into.figures && from.figures) mergeDayTally(into.figures[section]!, from.figures[section]!);
    into.days[section]! += from.days[section]!;
  });
}

/** A KPI as the JSON of studies has it: with limits where there are any. */
export type KpiEstimate = Estimate | number | null;
export type KpiEstimates = Readonly<Record<AnyKpiId, KpiEstimate>>;

/** What some days came to. */
interface Measured {
  readonly tally: KpiTally;
  readonly figures: DayTally;
  readonly days: number;
}

/** A KPI of some days: `served` is per day. */
const kpiOf = (id: AnyKpiId, { days, figures, tally }: Measured): number =>
  id === 'served' ? tally.served / days : isDayKpi(id) ? dayKpis[id].value(figures) : kpis[id].value(tally);

/** KPIs that have a value for all days alone: the longest wait, and quantiles where the sections share a sketch (see `Breakdown`). */
const withoutInterval = (id: AnyKpiId, { tallies }: SectionTallies): boolean =>
  id === 'waitMaxMs' || (sharesSketch(tallies) && ['waitP50Ms', 'waitP90Ms', 'waitP95Ms'].includes(id));
const sharesSketch = (tallies: readonly KpiTally[]): boolean => tallies.length > 1 && tallies[0]!.waits === tallies[1]!.waits;

function pooled({ tallies, figures, days }: SectionTallies): Measured {
  const all = { tally: emptyTally(), figures: emptyDayTally(), days: days.reduce((sum, count) => sum + count, 0) };
  for (const one of tallies) mergeSums(all.tally, one);
  for (const { waits } of sharesSketch(tallies) ? tallies.slice(0, 1) : tallies) mergeSketch(all.tally.waits, waits);
  for (const one of figures ?? []) mergeDayTally(all.figures, one);
  return all;
}

const noFigures = emptyDayTally();
const sectionAt = ({ tallies, figures, days }: SectionTallies, at: number): Measured => ({
  tally: tallies[at]!,
  figures: figures?.[at] ?? noFigures,
  days: days[at]!,
});

/** All KPIs over the days of a study. `served` is per day; the longest wait is that of all days and has no interval. */
export const estimateKpis = (sections: SectionTallies): KpiEstimates => estimate(sections, null);

/**
 * KPIs less those of another plan on the same tapes. The spread is that of the differences of each section, so what both plans owe to
 * the days cancels.
 */
export const estimateDifferences = (sections: SectionTallies, base: SectionTallies): KpiEstimates => estimate(sections, base);

function estimate(sections: SectionTallies, base: SectionTallies | null): KpiEstimates {
  const all = pooled(sections);
  const other = base && pooled(base);
  const one = (id: AnyKpiId): KpiEstimate => {
    const value = kpiOf(id, all) - (other ? kpiOf(id, other) : 0);
    if (Number.isNaN(value)) return null;
    if (withoutInterval(id, sections)) return value;
    const parts = sections.days.map((weight, at) => ({
      value: kpiOf(id, sectionAt(sections, at)) - (base ? kpiOf(id, sectionAt(base, at)) : 0),
      weight,
    }));
    return sectionInterval(value, parts) ?? value;
  };
  return Object.fromEntries(anyKpiIds.map((id) => [id, one(id)])) as KpiEstimates;
}

/** Turnaround by group of a floor: the model's first entry for the group's person, or role. */
export function turnaroundOf(model: Model, floor: Floor): readonly (Turnaround | null)[] {
  return floor.groups.map(({ person, role }) => turnaroundFor(model.turnaround, role, floor.branch.staff[person]?.id));
}
