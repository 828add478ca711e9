import type { Tape } from '../../workload/tape.ts';
import { fates, type Outcome, visitOfRecord } from './outcome.ts';

/** What a planner promises, as numbers. */
export type Goal = (
  | /** A share `share` of the served wait at most `limitMs` (P90 ≤ 10 min: .9 and 600,000). */
  { readonly measure: 'quantile'; readonly share: number; readonly limitMs: number }
  /** At least `share` of all who come are served within `limitMs`. */
  | { readonly measure: 'within'; readonly share: number; readonly limitMs: number }
  /** At most `share` of all who come leave. */
  | { readonly measure: 'abandon'; readonly share: number }
  /** The mean wait of the served is at most `limitMs`. */
  | { readonly measure: 'mean'; readonly limitMs: number }
  /** Nobody who is served waits longer than `limitMs`; of so many days as `daysShare` says. */
  | { readonly measure: 'longest'; readonly limitMs: number }
) &
  GoalScope;

/** Whom a goal is about; everybody's half hours, pooled over days, when nothing is said. */
interface GoalScope {
  /** Services and segments by position in the branch; all when absent. */
  readonly services?: readonly number[] | undefined;
  readonly segments?: readonly number[] | undefined;
  /** The arrivals of a role's whole day are pooled; each half hour's by themselves when absent. */
  readonly over?: 'day' | undefined;
  /** On at least this share of days the goal holds of the day by itself; pooled over days when absent. */
  readonly daysShare?: number | undefined;
}

/**
 * What one visit adds to a goal: the goal holds over some visits exactly when their scores add up to 0 or more, so a pooled goal
 * is a question about a mean of days, with a plain standard error. Who is never served counts against every goal; who
 * leaves or does not come when called has no wait.
 */
export function scoreOf(goal: Goal, fate: number, waitMs: number): number {
  const served = fate === fates.served;
  switch (goal.measure) {
    case 'quantile':
      if (fate === fates.left || fate === fates.noShow) return 0;
      return (served && waitMs <= goal.limitMs ? 1 : 0) - goal.share;
    case 'within':
      return (served && waitMs <= goal.limitMs ? 1 : 0) - goal.share;
    case 'abandon':
      return goal.share - (served || fate === fates.noShow ? 0 : 1);
    case 'mean':
      if (fate === fates.left || fate === fates.noShow) return 0;
      return served ? 1 - waitMs / goal.limitMs : -1;
    case 'longest':
      if (fate === fates.left || fate === fates.noShow) return 0;
      return served && waitMs <= goal.limitMs ? 0 : -1;
  }
}

/** Needs by who serves them and when they came: a cell is a role and a step of the day. */
export interface CellGrid {
  readonly fromMs: number;
  readonly stepMs: number;
  readonly steps: number;
  readonly roles: number;
  /** Role (by position) that serves each service of the branch; -1: none. */
  readonly roleOfService: readonly number[];
}

/** Scores by goal and cell: [(goal × roles + role) × steps + step]. */
export interface CellSums {
  days: number;
  /** Visits that came, by cell. */
  readonly came: Float64Array;
  /** Sum over days of the day's score, and of its square. */
  readonly sum: Float64Array;
  readonly squares: Float64Array;
}

export const makeCells = (grid: CellGrid, goals: number): CellSums => ({
  days: 0,
  came: new Float64Array(grid.roles * grid.steps),
  sum: new Float64Array(goals * grid.roles * grid.steps),
  squares: new Float64Array(goals * grid.roles * grid.steps),
});

const isAbout = ({ services, segments }: Goal, service: number, segment: number): boolean =>
  (services === undefined || services.includes(service)) && (segments === undefined || segments.includes(segment));

/** The cell that a record belongs to; −1: none. */
export function cellOf(grid: CellGrid, tape: Tape, outcome: Outcome, record: number): number {
  const role = grid.roleOfService[outcome.service[record]!]!;
  // Who waits before the doors open belongs to the first step; further needs belong to the visit's arrival.
  const step = Math.max(0, Math.floor((tape.arrivalMs[visitOfRecord(outcome, record)]! - grid.fromMs) / grid.stepMs));
  return role < 0 || step >= grid.steps ? -1 : role * grid.steps + step;
}

/** Adds a day's scores. `today` is scratch space as long as `sum`. */
export function scoreDay(
  grid: CellGrid,
  goals: readonly Goal[],
  tape: Tape,
  outcome: Outcome,
  cells: CellSums,
  today: Float64Array,
): void {
  today.fill(0);
  const perGoal = grid.roles * grid.steps;
  for (let record = 0; record < outcome.records; record++) {
    const cell = cellOf(grid, tape, outcome, record);
    if (cell < 0) continue;
    const service = outcome.service[record]!;
    const segment = tape.segment[visitOfRecord(outcome, record)]!;
    cells.came[cell]!++;
    for (let goal = 0; goal < goals.length; goal++) {
      const one = goals[goal]!;
      if (isAbout(one, service, segment))
        today[goal * perGoal + cell]! += scoreOf(one, outcome.fate[record]!, outcome.waitMs[record]!);
    }
  }
  for (let goal = 0; goal < goals.length; goal++) scopeDay(grid, goals[goal]!, today, goal * perGoal);
  for (let at = 0; at < today.length; at++) {
    const score = today[at]!;
    cells.sum[at]! += score;
    cells.squares[at]! += score * score;
  }
  cells.days++;
}

/** Pools a role's day, whose score then stands in each of its steps, and turns a day's score into whether the day was good. */
function scopeDay(grid: CellGrid, goal: Goal, today: Float64Array, from: number): void {
  if (goal.over === 'day') {
    for (let role = 0; role < grid.roles; role++) {
      const first = from + role * grid.steps;
      let all = 0;
      for (let step = 0; step < grid.steps; step++) all += today[first + step]!;
      today.fill(all, first, first + grid.steps);
    }
  }
  if (goal.daysShare === undefined) return;
  for (let at = from; at < from + grid.roles * grid.steps; at++) today[at] = (today[at]! >= 0 ? 1 : 0) - goal.daysShare;
}

export function mergeCells(into: CellSums, from: CellSums): void {
  into.days += from.days;
  for (let at = 0; at < into.came.length; at++) into.came[at]! += from.came[at]!;
  for (let at = 0; at < into.sum.length; at++) {
    into.sum[at]! += from.sum[at]!;
    into.squares[at]! += from.squares[at]!;
  }
}
