import type { Plan, Shift } from '../../lobby/branch/plan.ts';
import type { Role } from '../../lobby/branch/service.ts';
import { clockOfMs, hourMs, minuteMs, msOfClock } from '../../workload/clock.ts';
import type { StaffGrid } from '../grid.ts';
import type { HeadCount } from '../head-count.ts';
import type { Cut, DayProblem, DayRule, Group } from '../roster/day-problem.ts';
import type { WorkedShift } from '../roster/solve-day.ts';
import { type CatalogueShift, type DaySpan, shiftsOf, type Unusable } from './catalogue.ts';
import type { Contract, Contracts } from './contracts.ts';

/** All rosters that the contracts allow on a kind of day: one group a contract, one skill a role. */
export interface RosterSpace {
  readonly contracts: Contracts;
  readonly grid: StaffGrid;
  readonly span: DaySpan;
  /** Roles that are needed, those of the grid first. */
  readonly roles: readonly Role[];
  readonly groups: readonly Group[];
  readonly shifts: readonly CatalogueShift[];
  readonly rules: readonly DayRule[];
  /** Contracts that allow no shift on such a day. */
  readonly unusable: readonly Unusable[];
  /** Steps of the roster in a step of the grid, and where the grid begins. */
  readonly perCell: number;
  readonly offset: number;
}

/** A cut over cells of the grid: Σ factor × people of the cell ≥ least. */
export interface CellCut {
  readonly name: string;
  readonly terms: readonly { readonly cell: number; readonly factor: number }[];
  readonly least: number;
}

export function rosterSpace(contracts: Contracts, grid: StaffGrid): RosterSpace {
  const duties = contracts.duties.map(({ from, to }) => ({ fromMs: msOfClock(from), toMs: msOfClock(to) }));
  const fromMs = Math.min(grid.fromMs, ...duties.map((duty) => duty.fromMs));
  const toMs = Math.max(grid.toMs, ...duties.map((duty) => duty.toMs));
  const stepMs = stepOf(contracts, grid, [fromMs, toMs, ...duties.flatMap((duty) => [duty.fromMs, duty.toMs])]);
  const span: DaySpan = { fromMs, stepMs, steps: Math.ceil((toMs - fromMs) / stepMs) };
  const roles = [...new Set([...grid.roles, ...contracts.duties.map(({ role }) => role)])];
  const groups: Group[] = [];
  const shifts: CatalogueShift[] = [];
  const unusable: Unusable[] = [];
  for (const contract of contracts.contracts) {
    if (!roles.includes(contract.role)) continue;
    const made = shiftsOf(contract, groups.length, span);
    if ('why' in made) {
      unusable.push(made);
      continue;
    }
    shifts.push(...made);
    groups.push(groupOf(contract, roles, stepMs));
  }
  const step = (clock: string): number => Math.round((msOfClock(clock) - fromMs) / stepMs);
  const ofRole = (role: Role): number[] => groups.flatMap(({ skills }, at) => (skills.includes(roles.indexOf(role)) ? [at] : []));
  const rules: DayRule[] = contracts.duties.map((duty) => ({
    is: 'present',
    name: `duty ${duty.id}`,
    count: { of: 'people', groups: ofRole(duty.role), ...(duty.kinds === undefined ? {} : { kinds: duty.kinds }) },
    from: step(duty.from),
    to: step(duty.to),
    least: duty.least,
  }));
  grid.roles.forEach((role, at) => {
    // more people than stations of their own would stand about
    rules.push({
      is: 'present',
      name: `stations for ${role}s`,
      count: { of: 'people', groups: ofRole(role) },
      from: 0,
      to: span.steps,
      most: Math.max(grid.most[at]!, ...contracts.duties.filter((duty) => duty.role === role).map(({ least }) => least)),
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
    roles,
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

const groupOf = (contract: Contract, roles: readonly Role[], stepMs: number): Group => ({
  id: contract.id,
  skills: [roles.indexOf(contract.role)],
  ...(contract.most === undefined ? {} : { most: contract.most }),
  ...(contract.backOfficePerHour === undefined ? {} : { idleCredit: (contract.backOfficePerHour * stepMs) / hourMs }),
});

/** The day as the roster has it. `missing`: price of a missing person for an hour; all needs must be met when absent. */
export function dayProblemOf(space: RosterSpace, need: HeadCount, cuts: readonly CellCut[], missing?: number): DayProblem {
  const { span, roles, groups, shifts, rules, perCell, offset, grid } = space;
  const stepOfCell = (cell: number): number => offset + (cell % grid.steps) * perCell;
  return {
    steps: span.steps,
    skills: roles,
    groups,
    shifts,
    scenarios: [
      {
        weight: 1,
        need: roles.map((_, role) =>
          Array.from({ length: span.steps }, (_, step) => {
            const cell = Math.floor((step - offset) / perCell);
            return role < grid.roles.length && step >= offset && cell < grid.steps ? need[role * grid.steps + cell]! : 0;
          }),
        ),
      },
    ],
    rules,
    ...(missing === undefined ? {} : { missing: roles.map(() => (missing * span.stepMs) / hourMs) }),
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

/** Fewest people at work in each cell of the grid. */
export function headCountOf(space: RosterSpace, worked: readonly WorkedShift[]): HeadCount {
  const { span, groups, shifts, perCell, offset, grid } = space;
  const present = new Float64Array(grid.roles.length * span.steps);
  for (const { shift, count, breaks } of worked) {
    const type = shifts[shift]!;
    const role = groups[type.group]!.skills[0]!;
    if (role >= grid.roles.length || type.kind === 'on-call') continue;
    for (let step = 0; step < span.steps; step++) {
      const off = breaks.some((at, b) => at <= step && step < at + type.breaks[b]!.length);
      if (type.cover[step]! > 0 && !off) present[role * span.steps + step]! += count;
    }
  }
  return Int32Array.from({ length: grid.roles.length * grid.steps }, (_, cell) => {
    const first = Math.floor(cell / grid.steps) * span.steps + offset + (cell % grid.steps) * perCell;
    return Math.min(...present.subarray(first, Math.min(first + perCell, (Math.floor(cell / grid.steps) + 1) * span.steps)));
  });
}

/** Hours paid for. */
export const paidHoursOf = (space: RosterSpace, worked: readonly WorkedShift[]): number =>
  worked.reduce((sum, { shift, count }) => sum + count * space.shifts[shift]!.paid, 0) * (space.span.stepMs / hourMs);

/** The roster as shifts of a plan; who is on call is not at work. */
export function planShifts(space: RosterSpace, worked: readonly WorkedShift[]): Shift[] {
  const { span, shifts } = space;
  const clock = (step: number): string => clockOfMs(Math.min(span.fromMs + step * span.stepMs, 24 * hourMs));
  return worked
    .flatMap(({ shift, count, breaks }): Shift[] => {
      const type = shifts[shift]!;
      if (type.kind === 'on-call') return [];
      return type.pieces.map(({ from, to }) => ({
        role: type.contract.role,
        count,
        from: clock(from),
        to: clock(to),
        breaks: breaks.flatMap((at, b) => {
          const length = type.breaks[b]!.length;
          return at >= from && at + length <= to ? [{ from: clock(at), to: clock(at + length) }] : [];
        }),
      }));
    })
    .sort((a, b) => (a.role === b.role ? a.from.localeCompare(b.from) || a.to.localeCompare(b.to) : a.role < b.role ? -1 : 1));
}

export const rosterPlan = (
  space: RosterSpace,
  worked: readonly WorkedShift[],
  id: string,
  like: Pick<Plan, 'calling' | 'greeting' | 'elastic'> | undefined,
): Plan => {
  const { calling, greeting, elastic } = like ?? {};
  return {
    v: 1,
    id,
    roster: planShifts(space, worked),
    ...(calling ? { calling } : {}),
    ...(greeting ? { greeting } : {}),
    ...(elastic ? { elastic } : {}),
  };
};
