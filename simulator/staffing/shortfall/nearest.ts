import { clockOfMs } from '../../workload/clock.ts';
import { dayProblemOf, type RosterSpace } from '../contracts/roster-space.ts';
import type { HeadCount } from '../head-count.ts';
import type { Concession } from '../milp/give-way.ts';
import type { Solver } from '../milp/solver.ts';
import { type DayRoster, solveDay } from '../roster/solve-day.ts';
import { rowName } from '../skill-rows.ts';
import type { Trial } from '../trial.ts';
import { shortPrices } from './price.ts';

interface NearestOptions {
  readonly solver: Solver;
  readonly searchDays: number;
  readonly progress: (text: string) => void;
}

/** The nearest plan where shifts and people cannot cover what is required: short where the simulator says that it hurts least. */
export async function nearest(
  trial: Trial,
  space: RosterSpace,
  required: HeadCount,
  { solver, searchDays, progress }: NearestOptions,
): Promise<DayRoster> {
  progress('not all can be covered: what it costs customers to be one short in each half hour');
  const prices = await shortPrices(trial, space, required, searchDays);
  const roster = await solveDay(dayProblemOf(space, required, [], prices), solver, { gap: 0.005, seconds: 8 });
  // what customers lose is no wage
  const wages = roster.worked?.reduce((sum, { shift, count }) => sum + count * space.shifts[shift]!.cost, 0) ?? null;
  return { ...roster, cost: wages };
}

/** People missing in each cell: the most of its steps. */
export const missingOf = ({ grid, perCell, offset }: RosterSpace, { missing }: DayRoster): HeadCount =>
  Int32Array.from({ length: grid.roles.length * grid.steps }, (_, cell) => {
    const row = missing[Math.floor(cell / grid.steps)] ?? [];
    const first = offset + (cell % grid.steps) * perCell;
    return Math.ceil(Math.max(0, ...row.slice(first, first + perCell)) - 1e-6);
  });

/** The same in words, stretch by stretch. */
export function shortGives({ grid }: RosterSpace, missing: HeadCount): Concession[] {
  const clock = (step: number): string => clockOfMs(Math.min(grid.fromMs + step * grid.stepMs, grid.toMs));
  return grid.roles.flatMap((role, row) => {
    const at = (step: number): number => (step < grid.steps ? missing[row * grid.steps + step]! : 0);
    const gives: Concession[] = [];
    for (let from = 0; from < grid.steps; from++) {
      if (at(from) === 0 || (from > 0 && at(from - 1) === at(from))) continue;
      let to = from + 1;
      while (at(to) === at(from)) to++;
      gives.push({ rule: `need of ${rowName(role, grid.skills[row])} ${clock(from)}–${clock(to)}`, by: at(from) });
    }
    return gives;
  });
}
