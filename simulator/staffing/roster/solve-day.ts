import { type Concession, giveWay } from '../milp/give-way.ts';
import type { Solved, SolveOptions, SolveProgress, Solver } from '../milp/solver.ts';
import type { BackOffice } from './back-office.ts';
import { breakBegins } from './break-families.ts';
import type { DayProblem } from './day-problem.ts';
import { type DayProgram, dayProgram } from './day-program.ts';

/** So many people on one shift with the same breaks. */
export interface WorkedShift {
  /** Position in the catalogue. */
  readonly shift: number;
  readonly count: number;
  /** Step at which each of its breaks begins. */
  readonly breaks: readonly number[];
}

export interface DayRoster {
  readonly state: Solved['state'];
  /** Null when there is no plan. */
  readonly worked: readonly WorkedShift[] | null;
  /** People by shift of the catalogue, before breaks are shared out. */
  readonly counts: readonly number[];
  readonly cost: number | null;
  readonly bound: number | null;
  readonly gap: number | null;
  readonly seconds: number;
  /** People missing: [skill][step], where missing people have a price. */
  readonly missing: readonly (readonly number[])[];
  /** Who of the people at work is in the back office. */
  readonly backOffice: readonly BackOffice[];
  /** Rules that cannot all hold: those that give in this plan, the nearest possible; empty when all hold. */
  readonly gives: readonly Concession[];
  /** All columns, to start the next solve from. */
  readonly values: readonly number[] | null;
}

/** Solves one day; when its rules clash, the nearest plan and which of them give. */
export async function solveDay(
  problem: DayProblem,
  solver: Solver,
  options: SolveOptions,
  progress?: (progress: SolveProgress) => void,
): Promise<DayRoster> {
  const made = dayProgram(problem);
  const solved = await solver.solve(made.program, options, progress);
  if (solved.state !== 'infeasible') return dayRosterOf(problem, made, solved);
  const near = await giveWay(made.program, solver, options);
  return dayRosterOf(problem, made, { ...near.solved, state: 'infeasible' }, near.gives);
}

export function dayRosterOf(problem: DayProblem, made: DayProgram, solved: Solved, gives: readonly Concession[] = []): DayRoster {
  const { values, cost, bound, gap, seconds, state } = solved;
  const at = (column: number): number => Math.round(values?.[column] ?? 0);
  const counts = made.worked.map(at);
  return {
    state,
    counts,
    worked: values === null ? null : workedShifts(made, counts, at),
    cost,
    bound,
    gap,
    seconds,
    missing: made.missing.map((row) =>
      Array.from({ length: problem.steps }, (_, step) =>
        (row[step] ?? []).reduce((sum, column) => sum + (values?.[column] ?? 0), 0),
      ),
    ),
    backOffice: made.office.flatMap(({ group, step, column }) => {
      const people = Math.round(values?.[column] ?? 0);
      return people > 0 ? [{ group, step, people }] : [];
    }),
    gives,
    values,
  };
}

function workedShifts(made: DayProgram, counts: readonly number[], at: (column: number) => number): WorkedShift[] {
  const begins = breakBegins(made.families, counts, at);
  return counts.flatMap((count, shift) => {
    const people = Array.from({ length: count }, (_, one) => begins[shift]!.map((steps) => steps[one]!));
    const alike = new Map<string, WorkedShift>();
    for (const breaks of people) {
      const key = breaks.join(' ');
      alike.set(key, { shift, count: (alike.get(key)?.count ?? 0) + 1, breaks });
    }
    return [...alike.values()];
  });
}
