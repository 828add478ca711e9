import { highsHere, solveWith } from '../../../staffing/milp/highs.ts';
import { relaxed } from '../../../staffing/milp/program.ts';
import type { DayProblem } from '../../../staffing/roster/day-problem.ts';
import { dayProgram } from '../../../staffing/roster/day-program.ts';

/** A case is solved to proof. */
const exactly = { gap: 1e-9, seconds: 120 };

/** What the product's roster code answers to a textbook problem. */
export interface DayAnswer {
  readonly cost: number;
  /** People by shift. */
  readonly x: readonly number[];
  /** Cost with fractional people. */
  readonly lp: number;
}

/** Solves a day here, in the thread of the case; null when it has no solution, or none proved best in time. */
export async function solveDayCase(problem: DayProblem): Promise<DayAnswer | null> {
  const highs = await highsHere();
  const { program, worked } = dayProgram(problem);
  const solved = solveWith(highs, program, exactly);
  const fractional = solveWith(highs, relaxed(program), exactly);
  if (solved.state !== 'optimal' || solved.values === null || fractional.cost === null) return null;
  const x = worked.map((column) => Math.round(solved.values![column]!));
  return { cost: problem.shifts.reduce((sum, { cost }, at) => sum + cost * x[at]!, 0), x, lp: fractional.cost };
}

/** Whether people by shift are a roster of the day at this cost: another optimum than ours. */
export async function isRosterOf(problem: DayProblem, x: readonly number[], cost: number): Promise<boolean> {
  if (x.length !== problem.shifts.length) return false;
  const { program, worked } = dayProgram(problem);
  const fixed = {
    ...program,
    columns: program.columns.map((column, at) => {
      const shift = worked.indexOf(at);
      return shift < 0 ? column : { ...column, low: x[shift]!, high: x[shift]! };
    }),
  };
  const solved = solveWith(await highsHere(), fixed, exactly);
  return solved.cost !== null && Math.abs(solved.cost - cost) <= 1e-6 * Math.max(1, Math.abs(cost));
}
