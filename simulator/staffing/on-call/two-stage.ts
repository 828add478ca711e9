import type { Plan } from '../../lobby/branch/plan.ts';
import { planShifts, rosterPlan } from '../contracts/roster-plan.ts';
import { dayProblemOf, type RosterSpace } from '../contracts/roster-space.ts';
import { type HeadCount, hasRoom } from '../head-count.ts';
import type { Solver } from '../milp/solver.ts';
import { type DayRoster, solveDay } from '../roster/solve-day.ts';
import { rulesOf, type Trial } from '../trial.ts';
import { freshFrom, lookAt, type Verified } from '../verify.ts';
import { busiest, stagedHeads } from './staged-heads.ts';

const mostRounds = 5;

/** A roster of two stages that is finished. */
export interface TwoStage {
  /** Runs the called plan on the busiest days. */
  readonly trial: Trial;
  readonly roster: DayRoster;
  readonly plan: Plan;
  /** The same with everybody on call at work. */
  readonly called: Plan;
  /** Expected: standing by always, calls on the busiest days. */
  readonly rosterCost: number;
  readonly verified: Verified;
  /** Needed on ordinary days. */
  readonly need: HeadCount;
}

interface TwoStageOptions {
  readonly solver: Solver;
  readonly days: number;
  readonly searchDays: number;
  readonly progress: (text: string) => void;
}

/**
 * Ordinary days with fewer people, and the busiest with those on call as well: head-counts for both by simulation, a program of two scenarios,
 * and fresh days until all hold. Null where nobody is put on call, or it does not hold.
 */
export async function twoStage(
  trial: Trial,
  space: RosterSpace,
  counts: HeadCount,
  { solver, days, searchDays, progress }: TwoStageOptions,
): Promise<TwoStage | null> {
  const { grid } = trial;
  const called = new WeakMap<Plan, Plan>();
  const staged: Trial = { ...trial, busy: { above: 1 - busiest, called } };
  const roles = new Set(space.shifts.flatMap(({ contract, kind }) => (kind === 'on-call' ? [contract.role] : [])));
  progress('fewer on ordinary days, people on call on the busiest');
  const { ordinary, busy } = await stagedHeads(trial, counts, (row) => roles.has(grid.roles[row]!), searchDays);
  let firstDay = freshFrom;
  for (let round = 1; round <= mostRounds; round++) {
    const problem = dayProblemOf(space, ordinary, [], undefined, { need: busy, share: busiest });
    const roster = await solveDay(problem, solver, { gap: 0.005, seconds: 8 });
    if (roster.worked === null || roster.gives.length > 0) return null;
    const standing = roster.worked.some(({ shift }) => space.shifts[shift]!.kind === 'on-call');
    if (!standing) return null;
    const plan = rosterPlan(space, roster, 'recommended', rulesOf(trial));
    const full = { ...plan, id: 'called', roster: planShifts(space, roster.worked, roster.backOffice, true) };
    called.set(plan, full);
    progress(`trying the roster with people on call on fresh days, round ${round}`);
    const tried = await lookAt(staged, plan, firstDay, days);
    const verified = { ...tried, holds: tried.failing.length === 0, firstDay, added: 0 };
    if (verified.holds) return { trial: staged, roster, plan, called: full, rosterCost: roster.cost!, verified, need: ordinary };
    for (const cell of tried.failing) {
      if (hasRoom(grid, ordinary, cell)) ordinary[cell]!++;
      if (hasRoom(grid, busy, cell)) busy[cell]!++;
    }
    firstDay += tried.days;
  }
  return null;
}
