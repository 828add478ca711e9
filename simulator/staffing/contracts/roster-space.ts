import type { Role } from '../../lobby/branch/service.ts';
import { hourMs, minuteMs, msOfClock } from '../../workload/clock.ts';
import type { StaffGrid } from '../grid.ts';
import type { HeadCount } from '../head-count.ts';
import type { Cut, DayProblem, DayRule, Group } from '../roster/day-problem.ts';
import { type CatalogueShift, type DaySpan, shiftsOf, type Unusable } from './catalogue.ts';
import type { Contract, Contracts } from './contracts.ts';
import { anyOf, type SkillNames, skillNames, skillsOfContract } from './skill-groups.ts';

/** All rosters that the contracts allow on a kind of day: one group a contract, one skill a row of the grid. */
export interface RosterSpace {
  readonly contracts: Contracts;
  readonly grid: StaffGrid;
  readonly span: DaySpan;
  /** What people are needed for, the rows of the grid first. */
  readonly skills: SkillNames;
  readonly groups: readonly Group[];
  readonly shifts: readonly CatalogueShift[];
  readonly rules: readonly DayRule[];
  /** Contracts that allow no shift on such a day. */
  readonly unusable: readonly Unusable[];
  /** Steps of the roster in a step of the grid, and where the grid begins. */
  readonly perCell: number;
  readonly offset: number;
}

/** Price of the first person missing in each cell, and of each further one. */
export interface ShortPrices {
  readonly first: Float64Array;
  readonly further: Float64Array;
}

/** A cut over cells of the grid: Σ factor × people of the cell ≥ least. */
export interface CellCut {
  readonly name: string;
  readonly terms: readonly { readonly cell: number; readonly factor: number }[];
  readonly least: number;
}

/** Contracts of people who are there on every day: who is on call is not. */
export const withoutOnCall = (contracts: Contracts): Contracts => {
  const always = contracts.contracts.filter(({ kind }) => kind !== 'on-call');
  return always.length > 0 ? { ...contracts, contracts: always } : contracts;
};

export function rosterSpace(contracts: Contracts, grid: StaffGrid): RosterSpace {
  const duties = contracts.duties.map(({ from, to }) => ({ fromMs: msOfClock(from), toMs: msOfClock(to) }));
  const fromMs = Math.min(grid.fromMs, ...duties.map((duty) => duty.fromMs));
  const toMs = Math.max(grid.toMs, ...duties.map((duty) => duty.toMs));
  const stepMs = stepOf(contracts, grid, [fromMs, toMs, ...duties.flatMap((duty) => [duty.fromMs, duty.toMs])]);
  const span: DaySpan = { fromMs, stepMs, steps: Math.ceil((toMs - fromMs) / stepMs) };
  const skills = skillNames(
    grid,
    contracts.duties.map(({ role }) => role),
  );
  const groups: Group[] = [];
  const shifts: CatalogueShift[] = [];
  const unusable: Unusable[] = [];
  for (const contract of contracts.contracts) {
    if (!skills.roles.includes(contract.role)) continue;
    const made = shiftsOf(contract, groups.length, span);
    if ('why' in made) {
      unusable.push(made);
      continue;
    }
    shifts.push(...made);
    groups.push(groupOf(contract, skillsOfContract(contract, grid, skills), stepMs));
  }
  const step = (clock: string): number => Math.round((msOfClock(clock) - fromMs) / stepMs);
  const ofRole = (role: Role): number[] => groups.flatMap((group, at) => (group.skills.includes(anyOf(skills, role)) ? [at] : []));
  const rules: DayRule[] = contracts.duties.map((duty) => ({
    is: 'present',
    name: `duty ${duty.id}`,
    count: { of: 'people', groups: ofRole(duty.role), ...(duty.kinds === undefined ? {} : { kinds: duty.kinds }) },
    from: step(duty.from),
    to: step(duty.to),
    least: duty.least,
  }));
  grid.roles.forEach((role, at) => {
    if (grid.roles.indexOf(role) < at) return;
    // more people than stations of their own would stand about
    rules.push({
      is: 'present',
      name: `stations for ${role}s`,
      count: { of: 'people', groups: ofRole(role) },
      from: 0,
      to: span.steps,
      most: Math.max(grid.mostOfRole[at]!, ...contracts.duties.filter((duty) => duty.role === role).map(({ least }) => least)),
    });
  });
  if (contracts.partTimeShare !== undefined)
    rules.push({
      is: 'share',
      name: 'share of part-time hours',
      count: { of: 'paid-steps', kinds: ['part-time'] },
      most: contracts.partTimeShare,
    });
  return {
    contracts,
    grid,
    span,
    skills,
    groups,
    shifts,
    rules,
    unusable,
    perCell: Math.round(grid.stepMs / stepMs),
    offset: Math.round((grid.fromMs - fromMs) / stepMs),
  };
}

/** The grid's own step where everything lies on it, else a quarter of an hour. */
function stepOf(contracts: Contracts, grid: StaffGrid, times: readonly number[]): number {
  const lengths = contracts.contracts.flatMap(({ hours, gapHours = [], everyMinutes, breaks, startsFrom, startsTo }) => [
    ...[...hours, ...gapHours].map((one) => one * hourMs),
    everyMinutes * minuteMs,
    ...breaks.map(({ minutes }) => minutes * minuteMs),
    ...[startsFrom, startsTo].flatMap((clock) => (clock === undefined ? [] : [msOfClock(clock) - grid.fromMs])),
  ]);
  const fits = [...lengths, ...times.map((ms) => ms - grid.fromMs)].every((ms) => ms % grid.stepMs === 0);
  return fits ? grid.stepMs : 15 * minuteMs;
}

const groupOf = (contract: Contract, skills: readonly number[], stepMs: number): Group => ({
  id: contract.id,
  skills,
  ...(contract.most === undefined ? {} : { most: contract.most }),
  ...(contract.backOfficePerHour === undefined ? {} : { idleCredit: (contract.backOfficePerHour * stepMs) / hourMs }),
});

/** Needed on the busiest days, whose share of all it is: people on call are called in for them. */
export interface BusyNeed {
  readonly need: HeadCount;
  readonly share: number;
}

/** The day as the roster has it. All needs must be met where missing people have no price. */
export function dayProblemOf(
  space: RosterSpace,
  need: HeadCount,
  cuts: readonly CellCut[],
  missing?: ShortPrices,
  busy?: BusyNeed,
): DayProblem {
  const { span, skills, groups, shifts, rules, perCell, offset, grid } = space;
  const needOf = (counts: HeadCount): number[][] =>
    skills.names.map((_, row) =>
      Array.from({ length: span.steps }, (_, step) => {
        const cell = Math.floor((step - offset) / perCell);
        return row < grid.roles.length && step >= offset && cell < grid.steps ? counts[row * grid.steps + cell]! : 0;
      }),
    );
  const stepOfCell = (cell: number): number => offset + (cell % grid.steps) * perCell;
  return {
    steps: span.steps,
    skills: skills.names,
    groups,
    shifts,
    scenarios:
      busy === undefined
        ? [{ weight: 1, need: needOf(need) }]
        : [
            { weight: 1 - busy.share, need: needOf(need), noCalls: true },
            { weight: busy.share, need: needOf(busy.need) },
          ],
    rules,
    ...(missing === undefined
      ? {}
      : {
          missing: skills.names.map((_, row) =>
            Array.from({ length: span.steps }, (_, step) => {
              const cell = row * grid.steps + Math.floor((step - offset) / perCell);
              return { first: (missing.first[cell] ?? 0) / perCell, further: (missing.further[cell] ?? 0) / perCell };
            }),
          ),
        }),
    cuts: cuts.map(
      ({ name, terms, least }): Cut => ({
        name,
        least,
        terms: terms.flatMap(({ cell, factor }) =>
          Array.from({ length: perCell }, (_, part) => ({
            skill: Math.floor(cell / grid.steps),
            step: stepOfCell(cell) + part,
            factor: factor / perCell,
          })),
        ),
      }),
    ),
  };
}
