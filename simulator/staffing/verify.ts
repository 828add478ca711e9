import type { SectionTallies } from '../engine/results/study.ts';
import type { Plan } from '../lobby/branch/plan.ts';
import { type HeadCount, hasRoom, planOf } from './head-count.ts';
import { Gathered, rulesOf, runPlan, type Trial } from './trial.ts';
import { jointZ, surelyHolds, type Verdict, verdictOf } from './verdict.ts';

export const confidence = 0.95;
/** Looks at growing numbers of fresh days before a half hour in doubt is given one more. */
const looks = 3;
/** Fresh tapes begin here: no search has seen them. */
export const freshFrom = 1_000_000;
const mostRounds = 20;

export interface Verified {
  readonly holds: boolean;
  readonly days: number;
  readonly firstDay: number;
  readonly sections: SectionTallies;
  readonly verdict: Verdict;
  /** Standard errors asked for. */
  readonly z: number;
  /** Cells that do not surely hold. */
  readonly failing: readonly number[];
  /** People added because fresh tapes asked for them. */
  readonly added: number;
}

/**
 * Tries a head-count on tapes that the search has not seen, until every half hour holds with 95 % confidence for all of them
 * together. A half hour still in doubt after the last look gets one more, and everything is tried again on new tapes.
 */
export async function verify(trial: Trial, counts: HeadCount, days: number, progress: (round: number) => void): Promise<Verified> {
  const { grid } = trial;
  let added = 0;
  let firstDay = freshFrom;
  for (let round = 1; ; round++) {
    progress(round);
    const tried = await lookAt(trial, planOf(grid, counts, 'candidate', rulesOf(trial)), firstDay, days);
    const { failing } = tried;
    const addable = failing.filter((cell) => hasRoom(grid, counts, cell));
    if (failing.length === 0 || addable.length === 0 || round === mostRounds)
      return { ...tried, holds: failing.length === 0, firstDay, added };
    for (const cell of addable) {
      if (!hasRoom(grid, counts, cell)) continue;
      counts[cell]!++;
      added++;
    }
    firstDay += tried.days;
  }
}

/** How a plan stands on fresh tapes: at the days asked for, at twice and at four times as many while it is in doubt. */
export async function lookAt(
  trial: Trial,
  plan: Plan,
  firstDay: number,
  days: number,
): Promise<Omit<Verified, 'holds' | 'firstDay' | 'added'>> {
  const gathered = new Gathered(trial);
  for (let look = 1; ; look++) {
    // 1, 2 and 4 times the days, in all
    const more = look === 1 ? days : gathered.cells.days;
    gathered.add(await runPlan(trial, plan, firstDay + gathered.cells.days, more));
    const verdict = verdictOf(trial.grid, gathered.cells);
    const visited = verdict.came.filter((came) => came > 0).length;
    const z = jointZ(confidence, visited, looks);
    const failing = Array.from(verdict.mean.keys()).filter((cell) => !surelyHolds(verdict, cell, z));
    const lost = failing.some((cell) => verdict.mean[cell]! < 0);
    if (failing.length === 0 || lost || look === looks)
      return { days: gathered.cells.days, sections: gathered.sections, verdict, z, failing };
  }
}
