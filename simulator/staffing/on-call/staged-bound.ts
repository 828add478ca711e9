import { dayProblemOf, type RosterSpace } from '../contracts/roster-space.ts';
import type { Solver } from '../milp/solver.ts';
import type { Requirement } from '../requirement.ts';
import { dayProgram } from '../roster/day-program.ts';
import type { Trial } from '../trial.ts';
import { busiest, ordinaryBounds } from './staged-heads.ts';

/** No plan that calls people in on the busiest days costs less a day, in the mean; see `ordinaryBounds`. */
export async function stagedBound(
  trial: Trial,
  space: RosterSpace,
  { bounds, least }: Pick<Requirement, 'bounds' | 'least'>,
  solver: Solver,
): Promise<number | null> {
  // bounds are of roles; where contracts tell skills apart they are cuts, which speak of the busiest days
  const bySkill = trial.grid.skills.some((skills) => skills !== null);
  const need = bySkill ? new Int32Array(least.need.length) : await ordinaryBounds(trial, bounds);
  const problem = dayProblemOf(space, need, least.cuts, undefined, { need: least.need, share: busiest });
  return (await solver.solve(dayProgram(problem).program, { gap: 0.005, seconds: 8 })).bound;
}
