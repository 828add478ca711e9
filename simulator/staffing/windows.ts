import type { CellCut } from './contracts/roster-space.ts';
import type { HeadCount } from './head-count.ts';
import { judge, type Trial } from './trial.ts';
import { surelyFails } from './verdict.ts';

/** Half hours that together need more than each by itself: Σ staff ≥ Σ bounds + extra. */
export interface Window {
  readonly first: number;
  readonly length: number;
  readonly extra: number;
}

/** As for one half hour: impossible only when it fails by this many standard errors. */
const z = 1.96;
const lengths = [2, 3] as const;

/**
 * Stretches in which the lower bounds cannot all be met at once. Were no more there than the bounds of a stretch add up to, each half hour
 * of it would have just its bound; where that fails with all stations staffed elsewhere, no plan gets by with so few.
 */
export async function windowBounds(
  trial: Trial,
  bounds: HeadCount,
  days: number,
  progress: (done: number, of: number) => void,
): Promise<Window[]> {
  const { steps, most } = trial.grid;
  const all = Int32Array.from(bounds, (_, cell) => most[Math.floor(cell / steps)]!);
  const fails = async (first: number, staff: readonly number[]): Promise<boolean> => {
    const counts = Int32Array.from(all, (one, cell) => staff[cell - first] ?? one);
    const last = first + staff.length;
    // who waits in a stretch may be served after it, so the half hour that follows is looked at too
    const near = (cell: number): boolean => cell >= first && cell <= last && Math.floor(cell / steps) === Math.floor(first / steps);
    const verdict = await judge(trial, counts, days, near);
    return verdict.mean.some((_, cell) => near(cell) && surelyFails(verdict, cell, z));
  };
  const windows: Window[] = [];
  for (let first = 0; first < bounds.length; first++) {
    for (const length of lengths) {
      if ((first % steps) + length > steps) continue;
      const staff = Array.from(bounds.subarray(first, first + length));
      const room = staff.some((one, at) => one < all[first + at]!);
      if (!room || !(await fails(first, staff))) continue;
      const withOneMore = staff
        .map((_, at) => staff.with(at, staff[at]! + 1))
        .filter((one) => one.every((count, at) => count <= all[first + at]!));
      let extra = 2;
      for (const one of withOneMore) if (extra === 2 && !(await fails(first, one))) extra = 1;
      windows.push({ first, length, extra });
    }
    progress(first + 1, bounds.length);
  }
  return windows;
}

/** As many more as stretches ask for that share no half hour. */
export function extraStaff(windows: readonly Window[], cells: number): number {
  const best = new Int32Array(cells + 1);
  for (let end = 1; end <= cells; end++) {
    best[end] = best[end - 1]!;
    for (const { first, length, extra } of windows)
      if (first + length === end) best[end] = Math.max(best[end]!, best[first]! + extra);
  }
  return best[cells]!;
}

export const windowCuts = (windows: readonly Window[], bounds: HeadCount): CellCut[] =>
  windows.map(({ first, length, extra }) => {
    const cells = Array.from({ length }, (_, at) => first + at);
    return {
      name: `together ${first} ${length}`,
      terms: cells.map((cell) => ({ cell, factor: 1 })),
      least: cells.reduce((sum, cell) => sum + bounds[cell]!, extra),
    };
  });
