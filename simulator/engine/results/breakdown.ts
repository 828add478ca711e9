import { mergeSketch } from '../../lobby/kpi/sketch.ts';
import { emptyTally, mergeSums } from '../../lobby/kpi/tally.ts';
import type { Tape } from '../../workload/tape.ts';
import type { Floor } from '../floor/floor.ts';
import { type Outcome, visitOfRecord } from './outcome.ts';
import type { SectionTallies } from './study.ts';
import { tallyRecord } from './tally-day.ts';

/** How needs are told apart. */
export const breakdowns = ['service', 'segment'] as const;
export type BreakdownBy = (typeof breakdowns)[number];

/**
 * Tallies by service and by segment of the branch, in its order. The sections of one group share one sketch of waits: quantiles of groups
 * have no interval, and a study of many groups stays small.
 */
export type Breakdown = Readonly<Record<BreakdownBy, readonly SectionTallies[]>>;

export function makeBreakdown({ services, branch }: Pick<Floor, 'services' | 'branch'>, sections: number): Breakdown {
  const groups = (count: number): SectionTallies[] =>
    Array.from({ length: count }, () => {
      const first = emptyTally();
      const others = Array.from({ length: sections - 1 }, () => emptyTally(first.waits));
      return { days: new Array<number>(sections).fill(0), tallies: [first, ...others] };
    });
  return { service: groups(services), segment: groups(branch.segments.length) };
}

/** Adds a day's needs, each to its service and its segment. */
export function breakDown(floor: Floor, tape: Tape, outcome: Outcome, into: Breakdown, section: number): void {
  for (let record = 0; record < outcome.records; record++) {
    const segment = tape.segment[visitOfRecord(outcome, record)]!;
    tallyRecord(floor, outcome, record, into.service[outcome.service[record]!]!.tallies[section]!);
    tallyRecord(floor, outcome, record, into.segment[segment]!.tallies[section]!);
  }
  for (const by of breakdowns) for (const group of into[by]) group.days[section]!++;
}

export function mergeBreakdown(into: Breakdown, from: Breakdown): void {
  for (const by of breakdowns) {
    into[by].forEach((group, at) => {
      const other = from[by][at]!;
      group.tallies.forEach((tally, section) => {
        mergeSums(tally, other.tallies[section]!);
        group.days[section]! += other.days[section]!;
      });
      mergeSketch(group.tallies[0]!.waits, other.tallies[0]!.waits);
    });
  }
}
