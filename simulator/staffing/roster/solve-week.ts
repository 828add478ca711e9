import { type Concession, giveWay } from '../milp/give-way.ts';
import { gapOf, type Solved, type SolveOptions, type SolveProgress, type Solver } from '../milp/solver.ts';
import type { BackOffice } from './back-office.ts';
import { breakBegins } from './break-families.ts';
import { type Unit, unitsAlike, unitsByName, type WeekProblem } from './week-problem.ts';
import { type WeekProgram, weekProgram } from './week-program.ts';

/** One person's day. */
export interface NamedShift {
  readonly person: string;
  readonly day: number;
  /** Position in the catalogue of the day. */
  readonly shift: number;
  /** Step at which each of its breaks begins. */
  readonly breaks: readonly number[];
}

/** People missing for a skill in a step; on the busiest days, where people stand by. */
export interface MissingPeople {
  readonly day: number;
  readonly skill: number;
  readonly step: number;
  readonly people: number;
  readonly busy: boolean;
}

/** People of a group in the back office on a day, or on the busiest of such days. */
export interface WeekOffice extends BackOffice {
  readonly day: number;
  readonly busy: boolean;
}

export interface WeekRoster {
  readonly state: Solved['state'];
  /** Null when there is no plan. */
  readonly shifts: readonly NamedShift[] | null;
  readonly cost: number | null;
  /** No roster costs less: of the whole catalogue, whatever was left out to find this one. */
  readonly bound: number | null;
  readonly gap: number | null;
  readonly seconds: number;
  readonly missing: readonly MissingPeople[];
  /** Who of the people at work is in the back office. */
  readonly backOffice: readonly WeekOffice[];
  /** Rules that give in this plan, the nearest possible; empty when all hold. */
  readonly gives: readonly Concession[];
}

/** Choices of persons, days and shifts beyond which shifts are chosen first and names given after. */
const mostChoices = 6000;

/**
 * A week by names. A large one in two steps: first so many alike, which is a lower bound and says which shifts are worth having;
 * then persons, on those shifts.
 */
export async function solveWeek(
  problem: WeekProblem,
  solver: Solver,
  options: SolveOptions,
  progress?: (progress: SolveProgress) => void,
): Promise<WeekRoster> {
  const units = unitsByName(problem);
  const whole = weekProgram(problem, units);
  if (whole.works.length <= mostChoices) return named(problem, units, whole, solver, options, null, progress);

  const alike = unitsAlike(units);
  const merged = weekProgram(problem, alike);
  const first = await solver.solve(merged.program, { ...options, seconds: options.seconds / 2 }, progress);
  const worth = new Set(
    merged.works.filter(({ column }) => (first.values?.[column] ?? 0) > 0.5).map(({ day, shift }) => `${day} ${shift}`),
  );
  const fewer = weekProgram(problem, units, (day, shift) => worth.has(`${day} ${shift}`));
  return named(problem, units, fewer, solver, { ...options, seconds: options.seconds - first.seconds }, first.bound, progress);
}

async function named(
  problem: WeekProblem,
  units: readonly Unit[],
  made: WeekProgram,
  solver: Solver,
  options: SolveOptions,
  outerBound: number | null,
  progress: ((progress: SolveProgress) => void) | undefined,
): Promise<WeekRoster> {
  const tried = await solver.solve(made.program, options, progress);
  const near = tried.state === 'infeasible' ? await giveWay(made.program, solver, options) : null;
  const solved = near?.solved ?? tried;
  const { values, cost, seconds } = solved;
  const bound = outerBound ?? solved.bound;
  return {
    state: tried.state,
    shifts: values === null ? null : namedShifts(problem, units, made, values),
    cost,
    bound,
    gap: gapOf(cost, bound),
    seconds,
    missing: made.missing.flatMap(({ column, ...where }) => {
      const people = values?.[column] ?? 0;
      return people > 1e-6 ? [{ ...where, people }] : [];
    }),
    backOffice: made.office.flatMap(({ column, ...where }) => {
      const people = Math.round(values?.[column] ?? 0);
      return people > 0 ? [{ ...where, people }] : [];
    }),
    gives: near?.gives ?? [],
  };
}

function namedShifts(problem: WeekProblem, units: readonly Unit[], made: WeekProgram, values: readonly number[]): NamedShift[] {
  const worked = made.works.filter(({ column }) => values[column]! > 0.5);
  return problem.days.flatMap((day, d) => {
    const people = day.shifts.map((_, shift) => worked.filter((one) => one.day === d && one.shift === shift));
    const begins = breakBegins(
      made.families[d]!,
      people.map(({ length }) => length),
      (column) => Math.round(values[column]!),
    );
    return people.flatMap((own, shift) =>
      own.map(({ unit }, one) => ({ person: units[unit]!.id, day: d, shift, breaks: begins[shift]!.map((steps) => steps[one]!) })),
    );
  });
}
