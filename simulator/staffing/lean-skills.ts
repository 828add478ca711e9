import type { CellCut } from './contracts/roster-space.ts';
import type { StaffGrid } from './grid.ts';
import type { HeadCount } from './head-count.ts';
import type { Either } from './roster/day-problem.ts';

/** What a roster may be asked for: people by row, each counted once, and people who are able to do a row's work at all. */
export interface Asked {
  readonly need: HeadCount;
  readonly cuts: readonly CellCut[];
  /** What simulation proved of all plans that hold: see `proof/`. */
  readonly either?: readonly Either[] | undefined;
}

/** How far from people who can do one thing each to a pool in which everybody can do all. */
const flexible = [0, 1 / 3, 2 / 3, 1] as const;

/**
 * Asked for between two extremes. `counts`: what people of one skill each need, row by row, so any roster that covers it holds; `pooled`: what
 * a role needs whose people can all do everything. So many as the pool, each given to one row, and of them so many more able to do a row's
 * work than the row needs by itself; with the whole pool able to do all it surely holds. Where between is cheapest and holds, the engine says.
 */
export function leanSkills(grid: StaffGrid, counts: HeadCount, byRole: StaffGrid, pooled: HeadCount): Asked[] {
  const { steps, roles } = grid;
  const poolOf = (cell: number): { all: number; pool: number } => {
    const role = roles[Math.floor(cell / steps)]!;
    const all = roles.reduce((sum, one, row) => sum + (one === role ? counts[row * steps + (cell % steps)]! : 0), 0);
    return { all, pool: Math.min(all, pooled[byRole.roles.indexOf(role) * steps + (cell % steps)]!) };
  };
  const need = Int32Array.from(counts, (count, cell) => {
    const { all, pool } = poolOf(cell);
    return count === 0 ? 0 : Math.max(1, Math.round((count * pool) / all));
  });
  return flexible.map((part) => ({
    need,
    cuts: Array.from(counts, (count, cell) => {
      const { pool } = poolOf(cell);
      const own = Math.min(count, pool);
      return { name: `able ${cell}`, terms: [{ cell, factor: 1 }], least: Math.round(own + part * (pool - own)) };
    }).filter(({ least }) => least > 0),
  }));
}
