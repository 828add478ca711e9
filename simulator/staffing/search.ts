import { type HeadCount, hasRoom } from './head-count.ts';
import { judge, type Trial } from './trial.ts';
import { surelyHolds, type Verdict } from './verdict.ts';

/** Standard errors that must be in hand on the search's own tapes, so that what it finds mostly passes on fresh ones. */
const z = 1.645;

const failing = (verdict: Verdict, counts: HeadCount): number[] =>
  Array.from(counts.keys()).filter((cell) => !surelyHolds(verdict, cell, z));

/**
 * Adds staff until every half hour holds. A half hour that fails gets one more; when it has been given many without avail, its
 * customers wait into the next one, which then gets one too. False: all stations are staffed and it still fails.
 */
export async function repair(trial: Trial, counts: HeadCount, days: number): Promise<boolean> {
  const { grid } = trial;
  const given = new Int32Array(counts.length);
  for (;;) {
    const bad = failing(await judge(trial, counts, days), counts);
    if (bad.length === 0) return true;
    let added = 0;
    for (const cell of bad) {
      const next = (cell + 1) % grid.steps === 0 ? cell : cell + 1;
      const choice = given[cell]! >= 2 && hasRoom(grid, counts, next) ? [cell, next] : [cell];
      for (const one of choice) {
        if (!hasRoom(grid, counts, one)) continue;
        counts[one]!++;
        given[one]!++;
        added++;
      }
    }
    if (added === 0 && !(await addBefore(trial, counts, bad))) return false;
  }
}

/** Where a half hour fails with all stations staffed, the backlog comes from before: staff the last half hour before it that has room. */
async function addBefore(trial: Trial, counts: HeadCount, bad: readonly number[]): Promise<boolean> {
  const { grid } = trial;
  for (const cell of bad) {
    const role = Math.floor(cell / grid.steps);
    for (let before = cell; before >= role * grid.steps; before--) {
      if (!hasRoom(grid, counts, before)) continue;
      counts[before]!++;
      return true;
    }
  }
  return false;
}

/**
 * Takes staff away, one at a time, as long as every half hour still holds on the same tapes and no lower bound is passed. A half
 * hour that could not spare anybody is not asked again: fewer staff elsewhere only make it harder.
 */
export async function trim(
  trial: Trial,
  counts: HeadCount,
  bounds: HeadCount,
  days: number,
  progress: (tried: number) => void,
  /** What one more in a half hour costs: with elastic rules nobody is taken away whom the stations they open cost more than. */
  priceOf?: (cell: number) => number,
): Promise<void> {
  let tried = 0;
  let flexCost = priceOf === undefined ? 0 : (await judge(trial, counts, days)).flexCost;
  // The fullest half hours first: one fewer is felt least there.
  let open = Array.from(counts.keys()).sort((a, b) => counts[b]! - counts[a]! || a - b);
  while (open.length > 0) {
    const spare: number[] = [];
    for (const cell of open) {
      if (counts[cell]! <= bounds[cell]!) continue;
      const fewer = counts.with(cell, counts[cell]! - 1);
      progress(++tried);
      const judged = await judge(trial, fewer, days);
      if (failing(judged, fewer).length > 0) continue;
      if (priceOf !== undefined && judged.flexCost - flexCost >= priceOf(cell)) continue;
      flexCost = judged.flexCost;
      counts[cell]!--;
      spare.push(cell);
    }
    open = spare;
  }
}
