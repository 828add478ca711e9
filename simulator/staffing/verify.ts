import type { CellSums } from '../engine/results/goal.ts';
import type { SectionTallies } from '../engine/results/study.ts';
import type { Plan } from '../lobby/branch/plan.ts';
import { firstOfEach, openCells } from './doubt/open-cells.ts';
import { type HeadCount, hasRoom, hoursOf, planOf } from './head-count.ts';
import { Gathered, rulesOf, runPlan, type Trial } from './trial.ts';
import { jointZ, surelyHolds, type Verdict, verdictOf } from './verdict.ts';

export const confidence = 0.95;
/** Looks at growing numbers of fresh days before a half hour in doubt is given one more; each has four times the days of the one before. */
export const looks = 3;
/** Fresh tapes begin here: no search has seen them. */
export const freshFrom = 1_000_000;
const mostRounds = 20;

export interface Verified {
  readonly holds: boolean;
  readonly days: number;
  readonly firstDay: number;
  readonly sections: SectionTallies;
  readonly cells: CellSums;
  readonly verdict: Verdict;
  /** Standard errors asked for. */
  readonly z: number;
  /** Cells that do not surely hold. */
  readonly failing: readonly number[];
  /** People added because fresh tapes asked for them. */
  readonly added: number;
  /** What was added for what the records leave open; absent where nothing is open. */
  readonly guard?: Guard | undefined;
}

/** Against what the records behind a model leave open. */
export interface Guard {
  /** People added, by half hour. */
  readonly added: number;
  /** No half hour is open any more. */
  readonly enough: boolean;
  /** What the plan cost before anybody was added. */
  readonly costBefore: number;
}

/**
 * Tries a head-count on tapes that the search has not seen, until every half hour holds with 95 % confidence for all of them
 * together. A half hour still in doubt after the last look gets one more, and everything is tried again on new tapes.
 */
export async function verify(trial: Trial, counts: HeadCount, days: number, progress: (round: number) => void): Promise<Verified> {
  const { grid } = trial;
  let added = 0;
  let guarded = 0;
  let costBefore = 0;
  let firstDay = freshFrom;
  for (let round = 1; ; round++) {
    progress(round);
    const plan = planOf(grid, counts, 'candidate', rulesOf(trial));
    const { tried, holds, open } = await lookGuarded(trial, plan, firstDay, days);
    if (guarded === 0) costBefore = hoursOf(grid, counts);
    const addable = [...tried.failing, ...open].filter((cell) => hasRoom(grid, counts, cell));
    if (addable.length === 0 || round === mostRounds)
      return { ...tried, holds, firstDay, added, ...guardOf(trial, guarded, holds && open.length === 0, costBefore) };
    for (const cell of addable) {
      if (!hasRoom(grid, counts, cell)) continue;
      counts[cell]!++;
      if (holds) guarded++;
      else added++;
    }
    firstDay += tried.days;
  }
}

/** A look at fresh days, and the half hours that hold there, but not against what the records leave open. */
export async function lookGuarded(trial: Trial, plan: Plan, firstDay: number, days: number) {
  const { doubt, grid } = trial;
  const tried = await lookAt(trial, plan, firstDay, days);
  const holds = tried.failing.length === 0;
  const open = holds && doubt ? firstOfEach(await openCells(trial, plan, doubt, tried.cells), grid.steps) : [];
  return { tried, holds, open };
}

/** What the guard came to, where there is one. */
export const guardOf = ({ doubt }: Trial, added: number, enough: boolean, costBefore: number): Pick<Verified, 'guard'> =>
  doubt ? { guard: { added, enough, costBefore } } : {};

/** How a plan stands on fresh tapes: at the days asked for, at four and at sixteen times as many while it is in doubt. */
export async function lookAt(
  trial: Trial,
  plan: Plan,
  firstDay: number,
  days: number,
): Promise<Omit<Verified, 'holds' | 'firstDay' | 'added' | 'guard'>> {
  const gathered = new Gathered(trial);
  for (let look = 1; ; look++) {
    // 1, 4 and 16 times the days, in all
    const more = look === 1 ? days : 3 * gathered.cells.days;
    gathered.add(await runPlan(trial, plan, firstDay + gathered.cells.days, more));
    const verdict = verdictOf(trial.grid, gathered.cells);
    const visited = verdict.came.filter((came) => came > 0).length;
    const z = jointZ(confidence, visited, looks);
    const failing = Array.from(verdict.mean.keys()).filter((cell) => !surelyHolds(verdict, cell, z));
    const lost = failing.some((cell) => verdict.mean[cell]! < 0);
    if (failing.length === 0 || lost || look === looks)
      return { days: gathered.cells.days, sections: gathered.sections, cells: gathered.cells, verdict, z, failing };
  }
}
