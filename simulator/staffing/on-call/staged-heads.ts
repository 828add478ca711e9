import { lowerBounds } from '../bound.ts';
import { type HeadCount, hasRoom, planOf } from '../head-count.ts';
import { judgePlan, rulesOf, type Trial } from '../trial.ts';
import { surelyHolds, type Verdict } from '../verdict.ts';

/** Share of days, the busiest, on which people on call are called in: known when the day begins, as bookings or the calendar tell. */
export const busiest = 0.2;
/** As in the search over head-counts. */
const z = 1.645;
/** More people in a half hour of the busiest days than every day would need. */
const mostMore = 2;
/** As for lower bounds of other plans. */
const boundDays = 64;

/** People of ordinary days, and of the busiest with those on call. */
export interface StagedHeads {
  readonly ordinary: HeadCount;
  readonly busy: HeadCount;
}

const holds = (verdict: Verdict): boolean => verdict.mean.every((_, cell) => surelyHolds(verdict, cell, z));

/** As few on ordinary days as hold the targets when there are more on the busiest, then as few as may be on those. `mayCall`: rows that have people on call. */
export async function stagedHeads(
  trial: Trial,
  counts: HeadCount,
  mayCall: (row: number) => boolean,
  days: number,
): Promise<StagedHeads> {
  const { grid } = trial;
  const called = new WeakMap();
  const staged: Trial = { ...trial, busy: { above: 1 - busiest, called } };
  const judgeBoth = async (ordinary: HeadCount, busy: HeadCount): Promise<Verdict> => {
    const plan = planOf(grid, ordinary, 'ordinary', rulesOf(trial));
    called.set(plan, planOf(grid, busy, 'called', rulesOf(trial)));
    return judgePlan(staged, plan, days);
  };
  const cells = Array.from(counts.keys()).filter((cell) => mayCall(Math.floor(cell / grid.steps)));
  const ordinary = Int32Array.from(counts);
  const busy = Int32Array.from(counts);
  for (let more = 0; more < mostMore; more++) for (const cell of cells) if (hasRoom(grid, busy, cell)) busy[cell]!++;
  for (const head of [ordinary, busy])
    for (const cell of [...cells, ...cells]) {
      const least = head === ordinary ? 1 : ordinary[cell]!;
      if (head[cell]! <= least) continue;
      head[cell]!--;
      if (!holds(await judgeBoth(ordinary, busy))) head[cell]!++;
    }
  return { ordinary, busy };
}

/**
 * The fewest of ordinary days in each half hour if every other half hour, and each of the busiest days, had all stations staffed: no plan that
 * calls people in on those days gets by with fewer. On the busiest days it has at least `bounds`, those of plans that are the same on all
 * days, since with as many on ordinary days as then it would still hold.
 */
export function ordinaryBounds(trial: Trial, bounds: HeadCount): Promise<HeadCount> {
  const { grid } = trial;
  const all = Int32Array.from(bounds, (_, cell) => grid.most[Math.floor(cell / grid.steps)]!);
  const full = planOf(grid, all, 'called', rulesOf(trial));
  return lowerBounds({ ...trial, busy: { above: 1 - busiest, called: { get: () => full } } }, bounds, boundDays, () => {});
}
