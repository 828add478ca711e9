import type { StaffGrid } from '../grid.ts';
import type { HeadCount } from '../head-count.ts';
import { ProgramBuilder, type Term } from '../milp/program.ts';
import type { Solver } from '../milp/solver.ts';
import type { DayChange } from './day-changes.ts';
import { rowCounts, rowsOf, type SkillGroup } from './skill-people.ts';

/**
 * Which changes give each half hour the people it needs, for the least: each person to one row of their skills. Missing people are priced, so
 * there is always an answer. `people`: of each group without any change.
 */
export async function fewestChanges(
  grid: StaffGrid,
  groups: readonly SkillGroup[],
  people: Int32Array,
  possible: readonly DayChange[],
  need: HeadCount,
  solver: Solver,
): Promise<DayChange[]> {
  const { steps } = grid;
  const builder = new ProgramBuilder();
  const columns = possible.map((change, at) => builder.column(`change ${at}`, change.cost + change.bother, { high: change.most }));
  const bySubject = new Map<string, number[]>();
  possible.forEach(({ subject }, at) => {
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), at]);
  });
  for (const [subject, changes] of bySubject)
    builder.atMost(
      `one change ${subject}`,
      possible[changes[0]!]!.most,
      changes.map((at): Term => [columns[at]!, 1]),
    );
  const dearest = 1000 + 20 * Math.max(0, ...possible.map(({ cost, bother }) => cost + bother));
  const there = rowCounts(grid, groups, people, need);
  for (let step = 0; step < steps; step++) {
    const touched = groups.some((_, g) => possible.some(({ adds }) => adds[g * steps + step] !== 0));
    const asked = grid.roles.some((_, row) => need[row * steps + step]! > there[row * steps + step]!);
    if (!touched && !asked) continue;
    const given: Term[][] = grid.roles.map(() => []);
    groups.forEach((group, g) => {
      const at = g * steps + step;
      const own = rowsOf(group, grid).map((row): Term => {
        const column = builder.column(`given ${g} ${row} ${step}`, 0, { whole: false });
        given[row]!.push([column, 1]);
        return [column, 1];
      });
      const changed = possible.flatMap(({ adds }, one): Term[] => (adds[at] === 0 ? [] : [[columns[one]!, -adds[at]!]]));
      builder.atMost(`people ${g} ${step}`, people[at]!, [...own, ...changed]);
    });
    grid.roles.forEach((_, row) => {
      const cell = row * steps + step;
      // where nothing was asked for, a change must not take away what is there
      const least = need[cell]! > 0 ? need[cell]! : Math.min(1, there[cell]!);
      const missing = builder.column(`missing ${cell}`, dearest, { whole: false });
      builder.atLeast(`need ${cell}`, least, [...given[row]!, [missing, 1]]);
    });
  }
  const { values } = await solver.solve(builder.build(), { gap: 0.001, seconds: 2 });
  return possible.flatMap((change, at) => Array.from({ length: Math.round(values?.[columns[at]!] ?? 0) }, () => change));
}
