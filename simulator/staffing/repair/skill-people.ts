import type { Branch } from '../../lobby/branch/branch.ts';
import type { Plan, Shift } from '../../lobby/branch/plan.ts';
import type { Role } from '../../lobby/branch/service.ts';
import { msOfClock } from '../../workload/clock.ts';
import { allocate } from '../contracts/allocate.ts';
import type { Contracts } from '../contracts/contracts.ts';
import type { StaffGrid } from '../grid.ts';
import type { HeadCount } from '../head-count.ts';

/** People who are alike: a role, and skills of it; null: all. */
export interface SkillGroup {
  readonly role: Role;
  readonly skills: readonly string[] | null;
}

/** Skills of who works a shift: said with it, or the person's own; null: all of the role. */
export function skillsOf({ staff }: Branch, { person, skills }: Pick<Shift, 'person' | 'skills'>): readonly string[] | null {
  return skills ?? staff.find(({ id }) => id === person)?.skills ?? null;
}

const keyOf = ({ role, skills }: SkillGroup): string => `${role} ${skills === null ? '*' : skills.toSorted().join(' ')}`;

/** The kinds of people of a plan, and of those who may be called in. */
export function skillGroups(branch: Branch, plan: Plan, { contracts }: Contracts): readonly SkillGroup[] {
  const all = [
    ...plan.roster.map((shift): SkillGroup => ({ role: shift.role, skills: skillsOf(branch, shift) })),
    ...contracts.map(({ role, skills }): SkillGroup => ({ role, skills: skills ?? null })),
  ];
  return [...new Map(all.map((group) => [keyOf(group), group])).values()];
}

/** Contracts by which a day is told apart into skills, whoever of its people has which: one of each group. */
export function contractsOf(groups: readonly SkillGroup[], { contracts, ...rest }: Contracts): Contracts {
  const like = contracts[0]!;
  return {
    ...rest,
    contracts: groups.map(({ role, skills }, at) => {
      const { skills: _, ...terms } = like;
      return { ...terms, id: `group-${at}`, role, ...(skills === null ? {} : { skills: [...skills] }) };
    }),
  };
}

/** Rows of a grid that people of a group can be given to. */
export const rowsOf = ({ role, skills }: SkillGroup, grid: StaffGrid): number[] =>
  grid.roles.flatMap((one, row) =>
    one === role && (skills === null || (grid.skills[row] ?? []).every((skill) => skills.includes(skill))) ? [row] : [],
  );

/** A part of a half hour: fewest people in any of them count. */
const parts = [0, 0.25, 0.5, 0.75] as const;

/** Fewest people of each group at work in each half hour: [group × steps + step]. */
export function groupCounts(grid: StaffGrid, branch: Branch, groups: readonly SkillGroup[], roster: readonly Shift[]): Int32Array {
  const keys = groups.map(keyOf);
  const shifts = roster.map((shift) => ({
    ...shift,
    group: keys.indexOf(keyOf({ role: shift.role, skills: skillsOf(branch, shift) })),
    spans: [shift, ...shift.breaks].map(({ from, to }) => [msOfClock(from), msOfClock(to)] as const),
  }));
  const within = (ms: number, [from, to]: readonly [number, number]): boolean => from <= ms && ms < to;
  return Int32Array.from({ length: groups.length * grid.steps }, (_, at) => {
    const fromMs = grid.fromMs + (at % grid.steps) * grid.stepMs;
    const group = Math.floor(at / grid.steps);
    const counts = parts.map((part) =>
      shifts.reduce((sum, { count, group: own, spans: [work, ...rests] }) => {
        const ms = fromMs + part * grid.stepMs;
        return own === group && within(ms, work!) && !rests.some((rest) => within(ms, rest)) ? sum + count : sum;
      }, 0),
    );
    return Math.min(...counts);
  });
}

/** The same people given to rows, one each, where most are needed. */
export function rowCounts(grid: StaffGrid, groups: readonly SkillGroup[], people: Int32Array, need: HeadCount): HeadCount {
  const rows = grid.roles.length;
  const counts = new Int32Array(rows * grid.steps);
  for (let step = 0; step < grid.steps; step++) {
    const given = allocate(
      groups.map((group, g) => ({ people: people[g * grid.steps + step]!, skills: rowsOf(group, grid) })),
      grid.roles.map((_, row) => need[row * grid.steps + step]!),
    );
    given.forEach((count, row) => {
      counts[row * grid.steps + step] = count;
    });
  }
  return counts;
}
