import type { Plan } from '../../lobby/branch/plan.ts';
import { msOfClock } from '../../workload/clock.ts';
import { stepMs } from '../clean/first-look.ts';
import type { WaitTable } from './wait-table.ts';

/** A half hour of a recorded day that was not the usual business: no model of other days can know it. */
export interface Incident {
  /** Date and half hour. */
  readonly of: string;
  readonly customers: number;
  /** In the mean of the other days. */
  readonly usual: number;
  readonly why: 'rush' | 'nobody-at-work';
}

/** A rush has over twice as many as the other days, and so many more. */
const rushTimes = 2;
const rushMore = 20;
/** Somebody comes, and for over a third of the half hour nobody is at work. */
const fewCustomers = 10;
const emptyShare = 1 / 3;

/** The half hours of the days that were incidents: a rush, or nobody at work while people came. */
export function incidentsOf(byCell: WaitTable, rosters: ReadonlyMap<string, Plan['roster']>): readonly Incident[] {
  const days = rosters.size;
  const totals = new Map<string, number>();
  for (const [of, { customers }] of byCell.cells) totals.set(halfHourIn(of), (totals.get(halfHourIn(of)) ?? 0) + customers);
  return [...byCell.cells].flatMap(([of, { customers }]): Incident[] => {
    const usual = days < 3 ? Number.POSITIVE_INFINITY : (totals.get(halfHourIn(of))! - customers) / (days - 1);
    if (customers > rushTimes * usual && customers > usual + rushMore) return [{ of, customers, usual, why: 'rush' }];
    const fromMs = msOfClock(halfHourIn(of));
    if (customers < fewCustomers || emptyMs(rosters.get(of.slice(0, 10)) ?? [], fromMs) <= emptyShare * stepMs) return [];
    return [{ of, customers, usual: days < 3 ? customers : usual, why: 'nobody-at-work' }];
  });
}

const halfHourIn = (of: string): string => of.slice(11);

/** How long of a half hour nobody is at work. */
function emptyMs(roster: Plan['roster'], fromMs: number): number {
  const toMs = fromMs + stepMs;
  const present = roster
    .map(({ from, to }) => ({ from: Math.max(fromMs, msOfClock(from)), to: Math.min(toMs, msOfClock(to)) }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from);
  let empty = 0;
  let covered = fromMs;
  for (const { from, to } of present) {
    empty += Math.max(0, from - covered);
    covered = Math.max(covered, to);
  }
  return empty + Math.max(0, toMs - covered);
}
