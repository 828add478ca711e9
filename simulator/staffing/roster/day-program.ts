import { type Program, ProgramBuilder, type Term } from '../milp/program.ts';
import { breakFamilies, type FamilyColumns, placeBreaks } from './break-families.ts';
import type { DayProblem, DayRule, ShiftType } from './day-problem.ts';

/** A day as a program, and where its answers stand. */
export interface DayProgram {
  readonly program: Program;
  /** Column of how many work each shift. */
  readonly worked: readonly number[];
  readonly families: readonly FamilyColumns[];
  /** Columns of missing people: [skill][step], of the first scenario. */
  readonly missing: readonly (readonly (readonly number[])[])[];
  /** Columns of people who do back-office work, of the first scenario. */
  readonly office: readonly { readonly group: number; readonly step: number; readonly column: number }[];
}

/**
 * Set cover with implicit breaks (Bechtold & Jacobs 1990: breaks are counted by when they are taken, not by whose they are) and with
 * people of several skills given to one of them in each step (never counted in each).
 */
export function dayProgram(problem: DayProblem): DayProgram {
  const { steps, groups, shifts, scenarios } = problem;
  const builder = new ProgramBuilder();
  const worked = shifts.map((shift) =>
    builder.column(`shift ${shift.id}`, shift.cost, { high: shift.most ?? Number.POSITIVE_INFINITY }),
  );
  const families = breakFamilies(shifts);
  const familyColumns = families.map((family) => placeBreaks(builder, family, worked));

  /** Breaks taken in a step; people of a family are all of one contract. */
  const resting: PeopleAt = (belongs, step) =>
    familyColumns.flatMap(({ family, taken }): Term[] =>
      belongs(shifts[family.members[0]!]!)
        ? taken.filter(({ at }) => at <= step && step < at + family.length).map(({ column }): Term => [column, -1])
        : [],
    );
  /** People of a group at work in a step, as terms; who is on call is there in a scenario only. */
  const present: PeopleAt = (belongs, step) => [
    ...shifts.flatMap((shift, at): Term[] => {
      const cover = shift.cover[step]!;
      return cover > 0 && shift.kind !== 'on-call' && belongs(shift) ? [[worked[at]!, cover]] : [];
    }),
    ...resting((shift) => shift.kind !== 'on-call' && belongs(shift), step),
  ];

  groups.forEach((group, g) => {
    if (group.most !== undefined)
      builder.atMost(
        `people ${group.id}`,
        group.most,
        shifts.flatMap((shift, at): Term[] => (shift.group === g ? [[worked[at]!, 1]] : [])),
        `people of ${group.id}`,
      );
  });
  const covered = scenarios.map((_, scenario) => coverScenario(builder, problem, worked, { present, resting }, scenario));
  const { given, missing, office } = covered[0] ?? { given: new Map(), missing: [], office: [] };
  const atMostThere = covered.at(-1)?.here ?? present;
  /** Who does back-office work is of no use to customers, so people with such work count where they are given to a skill. */
  const givenTo = (skill: number, step: number): Term[] =>
    groups.flatMap(({ idleCredit, skills }, g): Term[] => {
      if (idleCredit === undefined || !skills.includes(skill)) return [];
      const own = given.get(`${g} ${step}`) ?? [];
      const exact = own.filter((one: Given) => one.skill === skill);
      return (exact.length > 0 ? exact : own).map(({ column }: Given): Term => [column, 1]);
    });
  for (const rule of problem.rules) addRule(builder, problem, rule, worked, present);
  /** People able to do a skill who are at work in a step and not in the back office. */
  const able = (skill: number, step: number): Term[] =>
    step < 0 || step >= steps
      ? []
      : [
          ...atMostThere(({ group }) => groups[group]!.skills.includes(skill) && groups[group]!.idleCredit === undefined, step),
          ...givenTo(skill, step),
        ];
  for (const { name, terms, least } of problem.cuts) {
    builder.atLeast(
      name,
      least,
      merged(terms.flatMap(({ skill, step, factor }) => able(skill, step).map(([column, one]): Term => [column, one * factor]))),
    );
  }
  addEither(builder, problem, able);
  return { program: builder.build(), worked, families: familyColumns, missing, office };
}

interface Given {
  readonly skill: number;
  readonly column: number;
}

/** Columns of a scenario. */
interface Covered {
  /** [skill][step] */
  readonly missing: (readonly number[])[][];
  /** People of several uses given to a skill, by group and step. */
  readonly given: Map<string, Given[]>;
  readonly office: { readonly group: number; readonly step: number; readonly column: number }[];
  /** People at work in a step, those called in among them. */
  readonly here: PeopleAt;
}

/** People of shifts in a step, as terms. */
type PeopleAt = (belongs: (shift: ShiftType) => boolean, step: number) => Term[];

/** Rows of one scenario. */
function coverScenario(
  builder: ProgramBuilder,
  problem: DayProblem,
  worked: readonly number[],
  { present, resting }: { readonly present: PeopleAt; readonly resting: PeopleAt },
  scenario: number,
): Covered {
  const { steps, skills, groups, shifts } = problem;
  const { noCalls, weight, need } = problem.scenarios[scenario]!;
  const label = problem.scenarios.length > 1 ? ` scenario ${scenario + 1}` : '';
  const called = shifts.map((shift, at) => {
    if (shift.kind !== 'on-call' || noCalls) return null;
    const column = builder.column(`called ${shift.id}${label}`, weight * (shift.callCost ?? 0), { whole: true });
    builder.atMost(`on call ${shift.id}${label}`, 0, [
      [column, 1],
      [worked[at]!, -1],
    ]);
    return column;
  });
  const here: PeopleAt = (belongs, step) => [
    ...present(belongs, step),
    // whoever stands by takes the breaks of a day on which all of them are called
    ...(noCalls ? [] : resting((shift) => shift.kind === 'on-call' && belongs(shift), step)),
    ...shifts.flatMap((shift, at): Term[] =>
      called[at] !== null && belongs(shift) && shift.cover[step]! > 0 ? [[called[at]!, shift.cover[step]!]] : [],
    ),
  ];
  const missing: (readonly number[])[][] = skills.map(() => Array.from({ length: steps }, () => []));
  const givenAt: Covered['given'] = new Map();
  const office: Covered['office'] = [];
  for (let step = 0; step < steps; step++) {
    const serving: Term[][] = skills.map(() => []);
    const asked = (skill: number): boolean => (need[skill]![step] ?? 0) > 0;
    groups.forEach((group, g) => {
      const useful = group.skills.filter(asked);
      const people = here(({ group: own }) => own === g, step);
      if (people.length === 0) return;
      if (useful.length === 1 && group.idleCredit === undefined) {
        serving[useful[0]!]!.push(...people);
        return;
      }
      if (useful.length === 0 && group.idleCredit === undefined) return;
      // given to one skill each: whole by itself where the people are
      const given = useful.map((skill): Term => {
        const column = builder.column(`given ${group.id} ${skills[skill]} ${step}${label}`, 0, { whole: false });
        serving[skill]!.push([column, 1]);
        const key = `${g} ${step}`;
        givenAt.set(key, [...(givenAt.get(key) ?? []), { skill, column }]);
        return [column, 1];
      });
      if (group.idleCredit !== undefined) {
        const high = group.idleMost ?? Number.POSITIVE_INFINITY;
        const column = builder.column(`back office ${group.id} ${step}${label}`, -weight * group.idleCredit, {
          whole: false,
          high,
        });
        office.push({ group: g, step, column });
        given.push([column, 1]);
      }
      builder.atMost(`one skill ${group.id} ${step}${label}`, 0, [
        ...given,
        ...people.map(([column, one]): Term => [column, -one]),
      ]);
    });
    skills.forEach((skill, k) => {
      const least = need[k]![step] ?? 0;
      if (least <= 0) return;
      const prices = problem.missing?.[k];
      const tiers: readonly (readonly [number, number])[] =
        prices === undefined
          ? []
          : typeof prices === 'number'
            ? [[prices, least]]
            : [
                [prices[step]!.first, Math.min(1, least)],
                [prices[step]!.further, Math.max(0, least - 1)],
              ];
      missing[k]![step] = tiers.map(([price, high], tier) => {
        const column = builder.column(`missing${tier || ''} ${skill} ${step}${label}`, weight * price, { whole: false, high });
        serving[k]!.push([column, 1]);
        return column;
      });
      // kept even without terms: then nobody in the catalogue can be there, and the clash is named
      builder.atLeast(`need ${skill} ${step}${label}`, least, serving[k]!, `need of ${skill} in step ${step}`);
    });
  }
  return { missing, given: givenAt, office, here };
}

function addRule(
  builder: ProgramBuilder,
  { shifts, steps }: DayProblem,
  rule: DayRule,
  worked: readonly number[],
  present: PeopleAt,
): void {
  const { kinds, groups, of } = rule.count;
  const belongs = (shift: ShiftType): boolean =>
    (kinds === undefined || kinds.includes(shift.kind)) && (groups === undefined || groups.includes(shift.group));
  const weight = (shift: ShiftType): number => (of === 'people' ? 1 : shift.paid);
  if (rule.is === 'present') {
    for (let step = Math.max(0, rule.from); step < Math.min(steps, rule.to); step++)
      builder.row(
        `${rule.name} ${step}`,
        rule.least ?? Number.NEGATIVE_INFINITY,
        rule.most ?? Number.POSITIVE_INFINITY,
        present(belongs, step),
        rule.name,
      );
    return;
  }
  const share = rule.is === 'share' ? rule.most : 0;
  const terms = shifts.flatMap((shift, at): Term[] => {
    const factor = weight(shift) * ((belongs(shift) ? 1 : 0) - share);
    return factor === 0 ? [] : [[worked[at]!, factor]];
  });
  if (rule.is === 'share') builder.atMost(rule.name, 0, terms, rule.name);
  else builder.row(rule.name, rule.least ?? Number.NEGATIVE_INFINITY, rule.most ?? Number.POSITIVE_INFINITY, terms, rule.name);
}

/** One term a column. */
function merged(terms: readonly Term[]): Term[] {
  const sums = new Map<number, number>();
  for (const [column, factor] of terms) sums.set(column, (sums.get(column) ?? 0) + factor);
  return [...sums].filter(([, factor]) => factor !== 0);
}

/** Each number of people that an `either` speaks of is a column: 0, or 1 where so many are there. */
function addEither(
  builder: ProgramBuilder,
  { either = [], scenarios }: DayProblem,
  able: (skill: number, step: number) => Term[],
): void {
  const levels = new Map<string, { skill: number; step: number; at: Map<number, number> }>();
  for (const { options } of either)
    for (const { skill, step, least } of options) {
      const key = `${skill} ${step}`;
      const known = levels.get(key) ?? { skill, step, at: new Map<number, number>() };
      levels.set(key, known);
      known.at.set(least, -1);
    }
  for (const { skill, step, at } of levels.values()) {
    const base = scenarios[0]!.need[skill]?.[step] ?? 0;
    const sorted = [...at.keys()].sort((a, b) => a - b);
    const terms = able(skill, step);
    let below = base;
    let before = -1;
    for (const least of sorted) {
      const column = builder.column(`level ${skill} ${step} ${least}`, 0, { high: 1 });
      at.set(least, column);
      if (least > base) terms.push([column, below - least]);
      if (before >= 0)
        builder.atMost(`level ${skill} ${step} ${least}`, 0, [
          [column, 1],
          [before, -1],
        ]);
      below = Math.max(base, least);
      before = column;
    }
    builder.atLeast(`levels ${skill} ${step}`, base, merged(terms));
  }
  for (const { name, options } of either)
    builder.atLeast(
      name,
      1,
      options.map(({ skill, step, least }): Term => [levels.get(`${skill} ${step}`)!.at.get(least)!, 1]),
    );
}
