import type { Plan, Shift } from '../lobby/branch/plan.ts';
import type { Role } from '../lobby/branch/service.ts';
import { clockOfMs, hourMs } from '../workload/clock.ts';
import type { StaffGrid } from './grid.ts';

/** Staff at work by role and step: [role × steps + step]. */
export type HeadCount = Int32Array;

/** Staff-hours of a head-count. */
export const hoursOf = (grid: StaffGrid, counts: HeadCount): number =>
  counts.reduce((sum, count) => sum + count, 0) * (grid.stepMs / hourMs);

/** Staff-hours of a roster, breaks included. */
export function rosterHours(roster: readonly Shift[]): number {
  const hour = (clock: string): number => Number(clock.slice(0, 2)) + Number(clock.slice(3, 5)) / 60;
  return roster.reduce((sum, shift) => sum + shift.count * (hour(shift.to) - hour(shift.from)), 0);
}

/** So many of a role, with these skills where contracts tell them apart, in a half hour. */
export interface RequiredStaff {
  readonly role: Role;
  readonly skills?: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** Whether one more of a cell's row would have a station, of its own and among all of its role. */
export function hasRoom({ roles, steps, most, mostOfRole }: StaffGrid, counts: HeadCount, cell: number): boolean {
  const row = Math.floor(cell / steps);
  const ofRole = roles.reduce((sum, role, one) => sum + (role === roles[row] ? counts[one * steps + (cell % steps)]! : 0), 0);
  return counts[cell]! < most[row]! && ofRole < mostOfRole[row]!;
}

/** What is required, one entry for each role and half hour. */
export function requirementOf(grid: StaffGrid, counts: HeadCount): RequiredStaff[] {
  return grid.roles.flatMap((role, r) =>
    Array.from({ length: grid.steps }, (_, step) => ({
      role,
      ...(grid.skills[r] ? { skills: grid.skills[r] } : {}),
      from: clockOfMs(grid.fromMs + step * grid.stepMs),
      to: clockOfMs(Math.min(grid.fromMs + (step + 1) * grid.stepMs, grid.toMs)),
      count: counts[r * grid.steps + step]!,
    })),
  );
}

/**
 * A plan that has exactly these people at work: interchangeable staff in as few pieces as the rises ask for. Who came last goes
 * first, so the base works long pieces and the peaks short ones. Real shifts with breaks and contracts are the roster's business.
 */
export function planOf(
  grid: StaffGrid,
  counts: HeadCount,
  id: string,
  like: Pick<Plan, 'calling' | 'greeting' | 'elastic'> | undefined,
): Plan {
  const pieces = new Map<string, Shift>();
  const add = (row: number, from: number, to: number): void => {
    const role = grid.roles[row]!;
    const skills = grid.skills[row];
    const shift: Shift = {
      role,
      ...(skills ? { skills: [...skills] } : {}),
      count: 1,
      from: clockOfMs(grid.fromMs + from * grid.stepMs),
      to: clockOfMs(Math.min(grid.fromMs + to * grid.stepMs, grid.toMs)),
      breaks: [],
    };
    const key = `${row} ${shift.from} ${shift.to}`;
    const known = pieces.get(key);
    pieces.set(key, known ? { ...known, count: known.count + 1 } : shift);
  };
  grid.roles.forEach((_, r) => {
    const begun: number[] = [];
    for (let step = 0; step <= grid.steps; step++) {
      const count = step < grid.steps ? counts[r * grid.steps + step]! : 0;
      while (begun.length > count) add(r, begun.pop()!, step);
      while (begun.length < count) begun.push(step);
    }
  });
  const { calling, greeting, elastic } = like ?? {};
  const roster = [...pieces.values()].sort((a, b) =>
    a.role === b.role ? (a.from === b.from ? (a.to < b.to ? 1 : -1) : a.from < b.from ? -1 : 1) : a.role < b.role ? -1 : 1,
  );
  return { v: 1, id, roster, ...(calling ? { calling } : {}), ...(greeting ? { greeting } : {}), ...(elastic ? { elastic } : {}) };
}
