import type { ProgramBuilder, Term } from '../milp/program.ts';
import { breakFamilies, type FamilyColumns, placeBreaks } from './break-families.ts';
import type { Unit, WeekDay, WeekProblem } from './week-problem.ts';

/** Somebody who may work a shift of a day. */
export interface Works {
  readonly unit: number;
  readonly day: number;
  readonly shift: number;
  readonly column: number;
}

/** A place of a day's need, on ordinary days or on the busiest. */
interface Place {
  readonly day: number;
  readonly step: number;
  readonly column: number;
  /** On the busiest days; on all days, or ordinary ones where people stand by, when absent. */
  readonly busy: boolean;
}

export interface MissingColumn extends Place {
  readonly skill: number;
}

export interface OfficeColumn extends Place {
  readonly group: number;
}

/** What a day adds to a week's program. */
export interface DayColumns {
  readonly works: readonly Works[];
  readonly families: readonly FamilyColumns[];
  readonly missing: readonly MissingColumn[];
  readonly office: readonly OfficeColumn[];
}

/** One kind of day: all of them; or, where people may stand by, the ordinary and the busiest apart. */
interface Kind {
  readonly label: string;
  readonly weight: number;
  readonly need: WeekDay['need'];
  readonly busy: boolean;
}

const kindsOf = ({ busy, need }: WeekDay): readonly Kind[] =>
  busy === undefined
    ? [{ label: '', weight: 1, need, busy: false }]
    : [
        { label: '', weight: 1 - busy.share, need, busy: false },
        { label: ' busy', weight: busy.share, need: busy.need, busy: true },
      ];

/** What a shift costs: standing by, and the call on so many days, where it is on call. */
const costOf = ({ busy }: WeekDay, { cost, callCost }: WeekDay['shifts'][number]): number =>
  cost + (busy?.share ?? 0) * (callCost ?? 0);

/** Shifts, breaks and needs of one day of a week. */
export function addDay(
  builder: ProgramBuilder,
  problem: WeekProblem,
  units: readonly Unit[],
  d: number,
  allowed: (day: number, shift: number) => boolean,
): DayColumns {
  const day = problem.days[d]!;
  const works: Works[] = [];
  const total = day.shifts.map((): Term[] => []);
  units.forEach((unit, u) => {
    const here: Term[] = [];
    const most = unit.available[d]!;
    if (most > 0) {
      day.shifts.forEach((shift, s) => {
        if (!allowed(d, s) || !unit.contracts.includes(shift.contract.id)) return;
        if (shift.kind === 'on-call' && day.busy === undefined) return;
        const wish = (unit.wishes[d]! / unit.count) * problem.week.wishPrice;
        const column = builder.column(`${unit.id} day ${d + 1} ${shift.id}`, costOf(day, shift) * unit.costFactor + wish, {
          high: most,
        });
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
  const present = (belongs: (group: number) => boolean, step: number, busy: boolean): Term[] =>
    presentTerms(day, counted, families, belongs, step, busy);
  const groups = [...new Set(used.map((s) => day.shifts[s]!.group))];
  const cover: CoverOf = { builder, problem, day, d, groups, present };
  const kinds = kindsOf(day).map((kind) => coverKind(cover, kind));
  for (const { name, terms, least } of day.cuts) {
    const sums = new Map<number, number>();
    for (const { skill, step, factor } of terms)
      for (const [column, one] of step < 0 || step >= day.steps
        ? []
        : present((group) => skillsOf(day, group).includes(skill), step, day.busy !== undefined))
        sums.set(column, (sums.get(column) ?? 0) + factor * one);
    builder.atLeast(`${name} day ${d + 1}`, least, [...sums], 'service that simulation asked for');
  }
  return {
    works,
    families,
    missing: kinds.flatMap(({ missing }) => missing),
    office: kinds.flatMap(({ office }) => office),
  };
}

const skillsOf = ({ groups }: WeekDay, group: number): readonly number[] => groups?.[group] ?? [group];

interface CoverOf {
  readonly builder: ProgramBuilder;
  readonly problem: WeekProblem;
  readonly day: WeekDay;
  readonly d: number;
  readonly groups: readonly number[];
  readonly present: (belongs: (group: number) => boolean, step: number, busy: boolean) => Term[];
}

/** The needs of one kind of day, and who meets them. */
function coverKind(of: CoverOf, kind: Kind): Pick<DayColumns, 'missing' | 'office'> {
  const { builder, problem, day, d } = of;
  const missing: MissingColumn[] = [];
  const office: OfficeColumn[] = [];
  for (let step = 0; step < day.steps; step++) {
    const serving = servingTerms(of, kind, step, office);
    problem.skills.forEach((skill, k) => {
      const need = kind.need[k]![step]!;
      if (need <= 0) return;
      // in full on either kind of day: who is missing is a last resort, not a saving on the few days of a kind
      const column = builder.column(`missing ${skill} day ${d + 1} step ${step}${kind.label}`, problem.missing[k]!, {
        whole: false,
        high: need,
      });
      missing.push({ day: d, skill: k, step, column, busy: kind.busy });
      builder.atLeast(
        `need ${skill} day ${d + 1} step ${step}${kind.label}`,
        need,
        [[column, 1], ...serving[k]!],
        `need of ${skill}`,
      );
    });
  }
  return { missing, office };
}

/** People at work in a step, given to one skill each, or to the back office where that is worth something. */
function servingTerms(
  { builder, problem, day, d, groups, present }: CoverOf,
  { busy, label: kindLabel, need, weight }: Kind,
  step: number,
  office: OfficeColumn[],
): Term[][] {
  const { skills } = problem;
  const serving: Term[][] = skills.map(() => []);
  for (const group of groups) {
    const credit = day.idleCredits?.[group];
    const useful = skillsOf(day, group).filter((skill) => need[skill]![step]! > 0);
    const people = present((one) => one === group, step, busy);
    if (people.length === 0 || (useful.length === 0 && credit === undefined)) continue;
    if (useful.length === 1 && credit === undefined) {
      serving[useful[0]!]!.push(...people);
      continue;
    }
    const label = `day ${d + 1} step ${step} group ${group}${kindLabel}`;
    const given = useful.map((skill): Term => {
      const column = builder.column(`given ${skills[skill]} ${label}`, 0, { whole: false });
      serving[skill]!.push([column, 1]);
      return [column, 1];
    });
    if (credit !== undefined) {
      const column = builder.column(`back office ${label}`, -weight * credit, { whole: false });
      office.push({ day: d, group, step, column, busy });
      given.push([column, 1]);
    }
    builder.atMost(`one skill ${label}`, 0, [...given, ...people.map(([column, one]): Term => [column, -one])]);
  }
  return serving;
}

/** People at work in a step; who is on call is there on the busiest days alone, breaks and all. */
function presentTerms(
  day: WeekDay,
  counted: ReadonlyMap<number, readonly Term[]>,
  families: readonly FamilyColumns[],
  belongs: (group: number) => boolean,
  step: number,
  busy: boolean,
): Term[] {
  const here = (shift: number): boolean => belongs(day.shifts[shift]!.group) && (busy || day.shifts[shift]!.kind !== 'on-call');
  return [
    ...[...counted].flatMap(([s, terms]): readonly Term[] => (here(s) && day.shifts[s]!.cover[step]! > 0 ? terms : [])),
    ...families.flatMap(({ family, taken }): Term[] =>
      here(family.members[0]!)
        ? taken.filter(({ at }) => at <= step && step < at + family.length).map(({ column }): Term => [column, -1])
        : [],
    ),
  ];
}
