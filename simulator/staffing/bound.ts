import type { HeadCount } from './head-count.ts';
import { judge, type Trial } from './trial.ts';
import { surelyFails } from './verdict.ts';

/** A number is impossible only when it fails by this many standard errors (one-sided 97.5 %). */
const z = 1.96;

/**
 * The fewest staff of each half hour if every other half hour had all stations staffed. Staff elsewhere only help (first come, first
 * served, nobody leaving: proved on the same tape, tested), so no plan gets by with fewer and their sum is a lower bound.
 */
export async function lowerBounds(
  trial: Trial,
  start: HeadCount,
  days: number,
  progress: (done: number, of: number) => void,
): Promise<HeadCount> {
  const { grid } = trial;
  const bounds = new Int32Array(start.length);
  const all = Int32Array.from(start, (_, cell) => grid.most[Math.floor(cell / grid.steps)]!);
  for (let cell = 0; cell < start.length; cell++) {
    const fails = async (count: number): Promise<boolean> => {
      const verdict = await judge(trial, all.with(cell, count), days, (other) => other === cell);
      return surelyFails(verdict, cell, z);
    };
    let count = start[cell]!;
    if (count > 1 && (await fails(count - 1))) {
      while (count < all[cell]! && (await fails(count))) count++;
    } else {
      while (count > 1 && !(await fails(count - 1))) count--;
    }
    bounds[cell] = count;
    progress(cell + 1, start.length);
  }
  return bounds;
}
