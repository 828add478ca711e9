import type { Plan, Shift } from '../../lobby/branch/plan.ts';
import { clockOfMs, hourMs } from '../../workload/clock.ts';
import type { HeadCount } from '../head-count.ts';
import { atStations, type BackOffice, piecesOf } from '../roster/back-office.ts';
import type { DayRoster, WorkedShift } from '../roster/solve-day.ts';
import { allocate } from './allocate.ts';
import type { RosterSpace } from './roster-space.ts';

/** People of a group at work by step; who is on call is not. */
function presentOf({ span, shifts }: RosterSpace, worked: readonly WorkedShift[], group: number): number[] {
  const present = new Array<number>(span.steps).fill(0);
  for (const { shift, count, breaks } of worked) {
    const type = shifts[shift]!;
    if (type.kind === 'on-call' || type.group !== group) continue;
    for (let step = 0; step < span.steps; step++) {
      const off = breaks.some((at, b) => at <= step && step < at + type.breaks[b]!.length);
      if (type.cover[step]! > 0 && !off) present[step]! += count;
    }
  }
  return present;
}

/** Fewest people at work in each cell of the grid, each counted for one row: where most are needed. */
export function headCountOf(
  space: RosterSpace,
  worked: readonly WorkedShift[],
  need?: HeadCount,
  backOffice: readonly BackOffice[] = [],
): HeadCount {
  const { span, groups, perCell, offset, grid } = space;
  const present = groups.map((_, group) => atStations(group, presentOf(space, worked, group), backOffice));
  const rows = grid.roles.length;
  const counts = new Int32Array(rows * grid.steps);
  for (let cell = 0; cell < grid.steps; cell++) {
    const wanted = grid.roles.map((_, row) => need?.[row * grid.steps + cell] ?? 0);
    const first = offset + cell * perCell;
    const parts = Array.from({ length: Math.min(perCell, span.steps - first) }, (_, part) =>
      allocate(
        groups.map(({ skills }, g) => ({ people: present[g]![first + part]!, skills: skills.filter((skill) => skill < rows) })),
        wanted,
      ),
    );
    for (let row = 0; row < rows; row++) counts[row * grid.steps + cell] = Math.min(...parts.map((part) => part[row]!));
  }
  return counts;
}

/** People able to do a skill who are not in the back office, in each cell: so many as in the part of it where most are. */
export function mostAtWork(
  space: RosterSpace,
  { worked, backOffice }: Pick<DayRoster, 'worked' | 'backOffice'>,
  skill: number,
): number[] {
  const { span, groups, perCell, offset, grid } = space;
  const present = groups.flatMap(({ skills }, group) =>
    skills.includes(skill) ? [atStations(group, presentOf(space, worked ?? [], group), backOffice)] : [],
  );
  return Array.from({ length: grid.steps }, (_, cell) => {
    const first = offset + cell * perCell;
    const parts = Array.from({ length: Math.min(perCell, span.steps - first) }, (_, part) =>
      present.reduce((sum, people) => sum + people[first + part]!, 0),
    );
    return Math.max(...parts);
  });
}

/** Hours paid for. */
export const paidHoursOf = (space: RosterSpace, worked: readonly WorkedShift[]): number =>
  worked.reduce((sum, { shift, count }) => sum + count * space.shifts[shift]!.paid, 0) * (space.span.stepMs / hourMs);

/** The roster as shifts of a plan; who is on call is at work only when called, who is in the back office is not at a station. */
export function planShifts(
  space: RosterSpace,
  worked: readonly WorkedShift[],
  backOffice: readonly BackOffice[] = [],
  called = false,
): Shift[] {
  const { span, shifts, groups, contracts } = space;
  const clock = (step: number): string => clockOfMs(Math.min(span.fromMs + step * span.stepMs, 24 * hourMs));
  const between = [...new Set(backOffice.map(({ group }) => group))];
  const pieces = between.flatMap((group): Shift[] => {
    const { role, skills } = contracts.contracts.find(({ id }) => id === groups[group]!.id)!;
    return piecesOf(atStations(group, presentOf(space, worked, group), backOffice)).map(({ from, to }) => ({
      role,
      ...(skills ? { skills } : {}),
      count: 1,
      from: clock(from),
      to: clock(to),
      breaks: [],
    }));
  });
  return worked
    .flatMap(({ shift, count, breaks }): Shift[] => {
      const type = shifts[shift]!;
      if ((type.kind === 'on-call' && !called) || between.includes(type.group)) return [];
      return type.pieces.map(({ from, to }) => ({
        role: type.contract.role,
        ...(type.contract.skills ? { skills: type.contract.skills } : {}),
        count,
        from: clock(from),
        to: clock(to),
        breaks: breaks.flatMap((at, b) => {
          const length = type.breaks[b]!.length;
          return at >= from && at + length <= to ? [{ from: clock(at), to: clock(at + length) }] : [];
        }),
      }));
    })
    .concat(pieces)
    .sort((a, b) => (a.role === b.role ? a.from.localeCompare(b.from) || a.to.localeCompare(b.to) : a.role < b.role ? -1 : 1));
}

export const rosterPlan = (
  space: RosterSpace,
  { worked, backOffice }: Pick<DayRoster, 'worked' | 'backOffice'>,
  id: string,
  like: Pick<Plan, 'calling' | 'greeting' | 'elastic'> | undefined,
): Plan => {
  const { calling, greeting, elastic } = like ?? {};
  return {
    v: 1,
    id,
    roster: planShifts(space, worked ?? [], backOffice),
    ...(calling ? { calling } : {}),
    ...(greeting ? { greeting } : {}),
    ...(elastic ? { elastic } : {}),
  };
};

/** So many people of a contract who do back-office work for a while. */
export interface OfficeStretch {
  readonly contract: string;
  readonly people: number;
  readonly from: string;
  readonly to: string;
}

/** Who is in the back office when, as people read it. */
export function officeStretches({ groups, span }: RosterSpace, backOffice: readonly BackOffice[]): OfficeStretch[] {
  const clock = (step: number): string => clockOfMs(span.fromMs + step * span.stepMs);
  return groups.flatMap(({ id }, group) => {
    const idle = Array.from({ length: span.steps }, (_, step) =>
      backOffice.reduce((sum, one) => sum + (one.group === group && one.step === step ? one.people : 0), 0),
    );
    return piecesOf(idle).map(({ from, to }) => ({ contract: id, people: 1, from: clock(from), to: clock(to) }));
  });
}
