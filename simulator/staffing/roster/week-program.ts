import { hourMs } from '../../workload/clock.ts';
import { type Program, ProgramBuilder, type Term } from '../milp/program.ts';
import { breakFamilies, type FamilyColumns, placeBreaks } from './break-families.ts';
import type { DayRule } from './day-problem.ts';
import type { Unit, WeekDay, WeekProblem } from './week-problem.ts';

/** A week as a program, and where its answers stand. */
export interface WeekProgram {
  readonly program: Program;
  /** Column by unit, day and shift, where there is one. */
  readonly works: readonly { readonly unit: number; readonly day: number; readonly shift: number; readonly column: number }[];
  /** By day. */
  readonly families: readonly (readonly FamilyColumns[])[];
  readonly missing: readonly { readonly day: number; readonly skill: number; readonly step: number; readonly column: number }[];
}

/**
 * A week of days that share their people: shifts of persons (or of so many alike), with hours, days, rest, weekends, wishes and fair
 * shares; each day as in `day-program.ts`. `allowed` says which shifts of a day may be used.
 */
export function weekProgram(
  problem: WeekProblem,
  units: readonly Unit[],
  allowed: (day: number, shift: number) => boolean = () => true,
): WeekProgram {
  const builder = new ProgramBuilder();
  const works: { unit: number; day: number; shift: number; column: number }[] = [];
  const missing: WeekProgram['missing'][number][] = [];
  const families: FamilyColumns[][] = [];
  problem.days.forEach((day, d) => {
    const own = addDay(builder, problem, units, d, allowed, missing);
    works.push(...own.works);
    families.push(own.families);
    for (const rule of day.rules) addRule(builder, day, d, rule, own.works);
  });
  units.forEach((unit, u) => {
    addTerms(
      builder,
      problem,
      unit,
      works.filter((one) => one.unit === u),
    );
  });
  const hours = (at: (typeof works)[number]): number => paidHours(problem.days[at.day]!, at.shift);
  if (units.every(({ count }) => count === 1)) addFairness(builder, problem, units, works);
  if (problem.partTimeShare !== undefined) {
    const share = problem.partTimeShare;
    builder.atMost(
      'share of part-time hours',
      0,
      works.map((at): Term => {
        const part = problem.days[at.day]!.shifts[at.shift]!.kind === 'part-time';
        return [at.column, hours(at) * ((part ? 1 : 0) - share)];
      }),
      'share of part-time hours',
    );
  }
  return { program: builder.build(), works, families, missing };
}

export const paidHours = (day: WeekDay, shift: number): number => (day.shifts[shift]!.paid * day.stepMs) / hourMs;

function addDay(
  builder: ProgramBuilder,
  problem: WeekProblem,
  units: readonly Unit[],
  d: number,
  allowed: (day: number, shift: number) => boolean,
  missing: WeekProgram['missing'][number][],
): { works: WeekProgram['works'][number][]; families: FamilyColumns[] } {
  const day = problem.days[d]!;
  const works: WeekProgram['works'][number][] = [];
  const total = day.shifts.map((): Term[] => []);
  units.forEach((unit, u) => {
    const here: Term[] = [];
    const most = unit.available[d]!;
    if (most > 0) {
      day.shifts.forEach((shift, s) => {
        if (!allowed(d, s) || !unit.contracts.includes(shift.contract.id)) return;
        const wish = (unit.wishes[d]! / unit.count) * problem.week.wishPrice;
        const column = builder.column(`${unit.id} day ${d + 1} ${shift.id}`, shift.cost * unit.costFactor + wish, { high: most });
        works.push({ unit: u, day: d, shift: s, column });
        here.push([column, 1]);
        total[s]!.push([column, 1]);
      });
    }
    builder.atMost(`one shift a day ${unit.id} ${d + 1}`, most, here);
  });
  // people by shift, so that breaks are placed for all of them at once
  const used = day.shifts.map((_, s) => s).filter((s) => total[s]!.length > 0);
  const counted = new Map(
    used.map((s) => {
      if (total[s]!.length === 1 || day.shifts[s]!.breaks.length === 0) return [s, total[s]!] as const;
      const column = builder.column(`people day ${d + 1} ${day.shifts[s]!.id}`, 0, { whole: false });
      builder.row(`people of day ${d + 1} ${day.shifts[s]!.id}`, 0, 0, [[column, -1], ...total[s]!]);
      return [s, [[column, 1]] as readonly Term[]] as const;
    }),
  );
  const columnOf = day.shifts.map((_, s) => counted.get(s)?.[0]?.[0] ?? -1);
  const families = breakFamilies(day.shifts.map((shift, s) => (counted.has(s) ? shift : { ...shift, breaks: [] }))).map((family) =>
    placeBreaks(builder, family, columnOf, `day ${d + 1} `),
  );
  const skillsOf = (group: number): readonly number[] => day.groups?.[group] ?? [group];
  const groups = [...new Set(used.map((s) => day.shifts[s]!.group))];
  for (let step = 0; step < day.steps; step++) {
    const serving = servingTerms(builder, problem, d, groups, skillsOf, step, (group) =>
      presentTerms(day, counted, families, (one) => one === group, step),
    );
    problem.skills.forEach((skill, k) => {
      const need = day.need[k]![step]!;
      if (need <= 0) return;
      const column = builder.column(`missing ${skill} day ${d + 1} step ${step}`, problem.missing[k]!, {
        whole: false,
        high: need,
      });
      missing.push({ day: d, skill: k, step, column });
      builder.atLeast(`need ${skill} day ${d + 1} step ${step}`, need, [[column, 1], ...serving[k]!], `need of ${skill}`);
    });
  }
  for (const { name, terms, least } of day.cuts) {
    const sums = new Map<number, number>();
    for (const { skill, step, factor } of terms)
      for (const [column, one] of step < 0 || step >= day.steps
        ? []
        : presentTerms(day, counted, families, (group) => skillsOf(group).includes(skill), step))
        sums.set(column, (sums.get(column) ?? 0) + factor * one);
    builder.atLeast(`${name} day ${d + 1}`, least, [...sums], 'service that simulation asked for');
  }
  return { works, families };
}

/** People at work in a step, given to one skill each. */
function servingTerms(
  builder: ProgramBuilder,
  { days, skills }: WeekProblem,
  d: number,
  groups: readonly number[],
  skillsOf: (group: number) => readonly number[],
  step: number,
  present: (group: number) => readonly Term[],
): Term[][] {
  const serving: Term[][] = skills.map(() => []);
  for (const group of groups) {
    const useful = skillsOf(group).filter((skill) => days[d]!.need[skill]![step]! > 0);
    const people = present(group);
    if (useful.length === 0 || people.length === 0) continue;
    if (useful.length === 1) {
      serving[useful[0]!]!.push(...people);
      continue;
    }
    const label = `day ${d + 1} step ${step} group ${group}`;
    const given = useful.map((skill): Term => {
      const column = builder.column(`given ${skills[skill]} ${label}`, 0, { whole: false });
      serving[skill]!.push([column, 1]);
      return [column, 1];
    });
    builder.atMost(`one skill ${label}`, 0, [...given, ...people.map(([column, one]): Term => [column, -one])]);
  }
  return serving;
}

function presentTerms(
  day: WeekDay,
  counted: ReadonlyMap<number, readonly Term[]>,
  families: readonly FamilyColumns[],
  belongs: (group: number) => boolean,
  step: number,
): Term[] {
  return [
    ...[...counted].flatMap(([s, terms]): readonly Term[] =>
      belongs(day.shifts[s]!.group) && day.shifts[s]!.cover[step]! > 0 ? terms : [],
    ),
    ...families.flatMap(({ family, taken }): Term[] =>
      belongs(family.group)
        ? taken.filter(({ at }) => at <= step && step < at + family.length).map(({ column }): Term => [column, -1])
        : [],
    ),
  ];
}

/** What a person may be asked to work. */
function addTerms(builder: ProgramBuilder, problem: WeekProblem, unit: Unit, works: WeekProgram['works']): void {
  const { week } = problem;
  const hours: Term[] = works.map((at) => [at.column, paidHours(problem.days[at.day]!, at.shift)]);
  const ordinary = Math.min(unit.hoursMost, week.overtimeAfterHours * unit.count);
  const dear = Math.max(0, ...works.map((at) => problem.days[at.day]!.shifts[at.shift]!.contract.costPerHour)) * unit.costFactor;
  const over = builder.column(`overtime ${unit.id}`, dear * (week.overtimeFactor - 1), {
    whole: false,
    high: Math.max(0, week.overtimeMostHours * unit.count + unit.hoursMost - ordinary),
  });
  builder.atMost(`hours of ${unit.id}`, ordinary, [...hours, [over, -1]], `contract hours of ${unit.id}`);
  if (unit.hoursLeast > 0) {
    const short = builder.column(`too few hours ${unit.id}`, week.shortHoursPrice, { whole: false });
    builder.atLeast(`hours promised to ${unit.id}`, unit.hoursLeast, [...hours, [short, 1]], `hours promised to ${unit.id}`);
  }
  builder.atMost(
    `days of ${unit.id}`,
    unit.daysMost,
    works.map((at): Term => [at.column, 1]),
    `days a week of ${unit.id}`,
  );
  if (unit.count === 1) addRest(builder, problem, unit, works);
}

/** Between the end of one day's shift and the start of the next there is rest. */
function addRest(builder: ProgramBuilder, problem: WeekProblem, unit: Unit, works: WeekProgram['works']): void {
  const dayMs = 24 * hourMs;
  const restMs = problem.week.restHours * hourMs;
  problem.days.forEach((day, d) => {
    const next = problem.days[d + 1];
    if (!next || next.weekday !== day.weekday + 1) return;
    const today = works.filter((at) => at.day === d);
    const tomorrow = works.filter((at) => at.day === d + 1);
    const endMs = (at: (typeof works)[number]): number => day.fromMs + day.shifts[at.shift]!.pieces.at(-1)!.to * day.stepMs;
    const startMs = (at: (typeof works)[number]): number =>
      dayMs + next.fromMs + next.shifts[at.shift]!.pieces[0]!.from * next.stepMs;
    for (const end of new Set(today.map(endMs))) {
      const early = tomorrow.filter((at) => startMs(at) < end + restMs);
      if (early.length === 0) continue;
      const late = today.filter((at) => endMs(at) >= end);
      builder.atMost(
        `rest of ${unit.id} after day ${d + 1} ${end}`,
        1,
        [...late, ...early].map(({ column }): Term => [column, 1]),
        `${problem.week.restHours} h of rest`,
      );
    }
  });
}

/** Everybody works the same share of the hours they may work; an hour more or less has a price. */
function addFairness(builder: ProgramBuilder, problem: WeekProblem, units: readonly Unit[], works: WeekProgram['works']): void {
  const { unfairPrice } = problem.week;
  if (unfairPrice <= 0 || units.length < 2) return;
  const share = builder.column('fair share', 0, { whole: false, high: 2 });
  units.forEach((unit, u) => {
    const hours = works.filter((at) => at.unit === u).map((at): Term => [at.column, paidHours(problem.days[at.day]!, at.shift)]);
    if (hours.length === 0) return;
    const off = builder.column(`unfair to ${unit.id}`, unfairPrice, { whole: false });
    builder.atMost(`fair to ${unit.id}, not more`, 0, [...hours, [share, -unit.hoursMost], [off, -1]]);
    builder.atLeast(`fair to ${unit.id}, not less`, 0, [...hours, [share, -unit.hoursMost], [off, 1]]);
  });
}

function addRule(builder: ProgramBuilder, day: WeekDay, d: number, rule: DayRule, works: WeekProgram['works']): void {
  const { kinds, groups } = rule.count;
  const terms = works.flatMap((at): readonly (readonly [Term, number])[] => {
    const shift = day.shifts[at.shift]!;
    const counts = (kinds === undefined || kinds.includes(shift.kind)) && (groups === undefined || groups.includes(shift.group));
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
