import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { CellSums } from '../engine/results/goal.ts';
import type { StaffGrid } from './grid.ts';

/** How the goals stand in each cell (role × steps + step); the worst goal of a cell counts. */
export interface Verdict {
  /** Mean score of a day: 0 or more holds. */
  readonly mean: Float64Array;
  /** Its standard error over days. */
  readonly error: Float64Array;
  /** Visits a day. */
  readonly came: Float64Array;
}

/** The worst goal of a cell is the one with the fewest standard errors in hand. */
export function verdictOf(grid: StaffGrid, cells: CellSums): Verdict {
  const size = grid.roles.length * grid.steps;
  const goals = cells.sum.length / size;
  const verdict = {
    mean: new Float64Array(size),
    error: new Float64Array(size),
    came: cells.came.map((came) => came / cells.days),
  };
  for (let cell = 0; cell < size; cell++) {
    let worst = Number.POSITIVE_INFINITY;
    for (let goal = 0; goal < goals; goal++) {
      const sum = cells.sum[goal * size + cell]!;
      const mean = sum / cells.days;
      const variance = Math.max(0, cells.squares[goal * size + cell]! - sum * mean) / Math.max(1, cells.days - 1);
      const error = Math.sqrt(variance / cells.days);
      const inHand = mean / (error + 1e-12);
      if (inHand >= worst) continue;
      worst = inHand;
      verdict.mean[cell] = mean;
      verdict.error[cell] = error;
    }
  }
  return verdict;
}

/** The cell holds even if the truth is `z` standard errors below what was seen. */
export const surelyHolds = ({ mean, error }: Verdict, cell: number, z: number): boolean => mean[cell]! - z * error[cell]! >= 0;
/** The cell fails even if the truth is `z` standard errors above. */
export const surelyFails = ({ mean, error }: Verdict, cell: number, z: number): boolean => mean[cell]! + z * error[cell]! < 0;

/** Standard errors for a confidence that holds in all of `cells` at once (Šidák), when it is looked at `looks` times. */
export function jointZ(confidence: number, cells: number, looks: number): number {
  const each = 1 - (1 - confidence) / looks;
  return normalQuantile(each ** (1 / Math.max(1, cells)), 0, 1);
}
