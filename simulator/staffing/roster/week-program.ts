import { type Program, ProgramBuilder, type Term } from '../milp/program.ts';
import type { FamilyColumns } from './break-families.ts';
import type { DayRule } from './day-problem.ts';
import { addDay, type MissingColumn, type OfficeColumn, type Works } from './week-cover.ts';
import type { Unit, WeekDay, WeekProblem } from './week-problem.ts';
import { addFairness, addTerms, isOnCall, paidHours } from './week-terms.ts';

/** A week as a program, and where its answers stand. */
export interface WeekProgram {
  readonly program: Program;
  /** Column by unit, day and shift, where there is one. */
  readonly works: readonly Works[];
  /** By day. */
  readonly families: readonly (readonly FamilyColumns[])[];
  readonly missing: readonly MissingColumn[];
  readonly office: readonly OfficeColumn[];
}

/**
 * A week of days that share their people: shifts of persons (or of so many alike), with hours, days, rest, weekends, wishes and fair
 * shares; each day as in `day-program.ts`, and of two kinds where people may stand by. `allowed` says which shifts of a day may be used.
 */
export function weekProgram(
  problem: WeekProblem,
  units: readonly Unit[],
  allowed: (day: number, shift: number) => boolean = () => true,
): WeekProgram {
  const builder = new ProgramBuilder();
  const days = problem.days.map((day, d) => {
    const own = addDay(builder, problem, units, d, allowed);
    for (const rule of day.rules) addRule(builder, day, d, rule, own.works);
    return own;
  });
  const works = days.flatMap((one) => one.works);
  units.forEach((unit, u) => {
    addTerms(
      builder,
      problem,
      unit,
      works.filter((one) => one.unit === u),
    );
  });
  if (units.every(({ count }) => count === 1)) addFairness(builder, problem, units, works);
  if (problem.partTimeShare !== undefined) {
    const share = problem.partTimeShare;
    builder.atMost(
      'share of part-time hours',
      0,
      works.flatMap((at): Term[] => {
        if (isOnCall(problem, at)) return [];
        const day = problem.days[at.day]!;
        const part = day.shifts[at.shift]!.kind === 'part-time';
        return [[at.column, paidHours(day, at.shift) * ((part ? 1 : 0) - share)]];
      }),
      'share of part-time hours',
    );
  }
  return {
    program: builder.build(),
    works,
    families: days.map(({ families }) => families),
    missing: days.flatMap(({ missing }) => missing),
    office: days.flatMap(({ office }) => office),
  };
}

/** A rule of a day; who stands by is not there to keep it. */
function addRule(builder: ProgramBuilder, day: WeekDay, d: number, rule: DayRule, works: readonly Works[]): void {
  const { kinds, groups } = rule.count;
  const terms = works.flatMap((at): readonly (readonly [Term, number])[] => {
    const shift = day.shifts[at.shift]!;
    const counts =
      shift.kind !== 'on-call' &&
      (kinds === undefined || kinds.includes(shift.kind)) &&
      (groups === undefined || groups.includes(shift.group));
    return counts ? [[[at.column, 1], at.shift]] : [];
  });
  const low = rule.is === 'share' ? Number.NEGATIVE_INFINITY : (rule.least ?? Number.NEGATIVE_INFINITY);
  const high = rule.is === 'share' ? Number.POSITIVE_INFINITY : (rule.most ?? Number.POSITIVE_INFINITY);
  if (rule.is === 'present') {
    for (let step = Math.max(0, rule.from); step < Math.min(day.steps, rule.to); step++)
      builder.row(
        `${rule.name} day ${d + 1} step ${step}`,
        low,
        high,
        terms.flatMap(([term, shift]) => (day.shifts[shift]!.cover[step]! > 0 ? [term] : [])),
        rule.name,
      );
  } else
    builder.row(
      `${rule.name} day ${d + 1}`,
      low,
      high,
      terms.map(([term]) => term),
      rule.name,
    );
}
