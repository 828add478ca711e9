import { type KpiId, kpiIds } from '../lobby/kpi/kpi.ts';
import { kpis } from '../lobby/kpi/table.ts';
import { emptyTally, type KpiTally, mergeTally } from '../lobby/kpi/tally.ts';
import type { Model } from '../workload/model.ts';
import { type Turnaround, turnaroundFor } from '../workload/turnaround.ts';
import type { Floor } from './floor.ts';
import { type Estimate, sectionInterval } from './interval.ts';

/** Days of a study are dealt to this many sections in turn; intervals come from the spread over them. */
export const sectionCount = 25;

/** Tallies by section, and how many days each holds: whole numbers, so any division of the days among hosts adds up to the same. */
export interface SectionTallies {
  readonly days: number[];
  readonly tallies: KpiTally[];
}

export function makeSections(days: number): SectionTallies {
  const count = Math.max(1, Math.min(sectionCount, days));
  return { days: new Array<number>(count).fill(0), tallies: Array.from({ length: count }, emptyTally) };
}

export function mergeSections(into: SectionTallies, from: SectionTallies): void {
  from.tallies.forEach((tally, section) => {
    mergeTally(into.tallies[section]!, tally);
    into.days[section]! += from.days[section]!;
  });
}

/** A KPI as the JSON of studies has it: with limits where there are any. */
export type KpiEstimate = Estimate | number | null;
export type KpiEstimates = Readonly<Record<KpiId, KpiEstimate>>;

/** All KPIs over the days of a study. `served` is per day; the longest wait is that of all days and has no interval. */
export function estimateKpis(sections: SectionTallies): KpiEstimates {
  const pooled = emptyTally();
  for (const tally of sections.tallies) mergeTally(pooled, tally);
  const days = sections.days.reduce((sum, count) => sum + count, 0);
  const one = (id: KpiId): KpiEstimate => {
    const measured = (tally: KpiTally, count: number): number => (id === 'served' ? tally.served / count : kpis[id].value(tally));
    const value = measured(pooled, days);
    if (Number.isNaN(value)) return null;
    if (id === 'waitMaxMs') return value;
    const parts = sections.tallies.map((tally, section) => ({
      value: measured(tally, sections.days[section]!),
      weight: sections.days[section]!,
    }));
    return sectionInterval(value, parts) ?? value;
  };
  return Object.fromEntries(kpiIds.map((id) => [id, one(id)])) as KpiEstimates;
}

/** Turnaround by group of a floor: the model's first entry for the group's person, or role. */
export function turnaroundOf(model: Model, floor: Floor): readonly (Turnaround | null)[] {
  return floor.groups.map(({ person, role }) => turnaroundFor(model.turnaround, role, floor.branch.staff[person]?.id));
}
