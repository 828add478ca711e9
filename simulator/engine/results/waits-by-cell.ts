import type { Tape } from '../../workload/tape.ts';
import { type CellGrid, cellOf } from './goal.ts';
import { fates, type Outcome } from './outcome.ts';

/** Every wait of the served by cell of the grid [role × steps + step], with the day it was on: what a quantile and its limits are taken from. */
export interface CellWaits {
  readonly waitMs: number[][];
  readonly day: number[][];
}

export const makeCellWaits = ({ roles, steps }: CellGrid): CellWaits => ({
  waitMs: Array.from({ length: roles * steps }, () => []),
  day: Array.from({ length: roles * steps }, () => []),
});

/** Adds a day's waits. */
export function addWaits(grid: CellGrid, tape: Tape, outcome: Outcome, day: number, into: CellWaits): void {
  for (let record = 0; record < outcome.records; record++) {
    const cell = cellOf(grid, tape, outcome, record);
    if (cell < 0 || outcome.fate[record] !== fates.served) continue;
    into.waitMs[cell]!.push(outcome.waitMs[record]!);
    into.day[cell]!.push(day);
  }
}

export function mergeCellWaits(into: CellWaits, from: CellWaits): void {
  from.waitMs.forEach((waits, cell) => {
    for (const [at, waitMs] of waits.entries()) {
      into.waitMs[cell]!.push(waitMs);
      into.day[cell]!.push(from.day[cell]![at]!);
    }
  });
}
