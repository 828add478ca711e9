import { type CellSums, makeCells, mergeCells } from '../../engine/results/goal.ts';
import { type HeadCount, planOf } from '../head-count.ts';
import { rulesOf, runPlan, type Trial } from '../trial.ts';
import { jointZ, surelyFails, surelyHolds, type Verdict, verdictOf } from '../verdict.ts';
import { confidence, looks as looksOfVerification } from '../verify.ts';

/** How much a proof may cost. */
export interface Effort {
  /** Days on which a head-count in doubt is tried at most. */
  readonly days: number;
  /** Customers simulated in all. */
  readonly customers: number;
  /** CPU of the solver, for the bound and again for the roster. */
  readonly solverSeconds: number;
}

export const usualEffort: Effort = { days: 4096, customers: 16_000_000, solverSeconds: 4 };
/** Where minutes do not matter. */
export const thoroughEffort: Effort = { days: 8192, customers: 80_000_000, solverSeconds: 20 };

/** Few days tell what is far from the edge; each look has four times the days of the one before. */
const firstDays = 64;

interface Seen {
  readonly cells: CellSums;
  look: number;
  verdict: Verdict | null;
}

/**
 * What is known of head-counts, by simulation on the same tapes for all of them. One that surely fails does so by the standard errors that
 * make all half hours and looks together wrong in 5 % at most: were the cheapest plan cut off by a head-count with as many everywhere, it would
 * itself be seen to fail on these tapes, so the number of head-counts tried does not matter.
 */
export class Evidence {
  /** Days in all at each look. */
  readonly looks: readonly number[];
  customers = 0;
  private readonly seen = new Map<string, Seen>();
  private readonly trial: Trial;
  private readonly zFails: number;
  private readonly zHolds: number;

  constructor(trial: Trial, effort: Effort) {
    this.trial = trial;
    const looks = [firstDays];
    while (looks.at(-1)! < effort.days) looks.push(Math.min(effort.days, 4 * looks.at(-1)!));
    this.looks = looks;
    const cells = trial.grid.roles.length * trial.grid.steps;
    this.zFails = jointZ(confidence, cells, looks.length);
    this.zHolds = jointZ(confidence, cells, looksOfVerification);
  }

  /** Half hours that surely fail, the worst first, when looked at no more than so often. */
  async failing(counts: HeadCount, mostLooks: number): Promise<readonly number[]> {
    const seen = this.of(counts);
    for (;;) {
      const failing = cellsOf(seen, (verdict, cell) => surelyFails(verdict, cell, this.zFails));
      // where it rather holds, more days prove nothing
      const hopeful = seen.verdict !== null && cellsOf(seen, (verdict, cell) => !surelyHolds(verdict, cell, 0.5)).length === 0;
      if (failing.length > 0 || hopeful || seen.look >= mostLooks) return failing;
      await this.look(counts, seen);
    }
  }

  /** Half hours that do not surely hold, the worst first; all that fail by two standard errors where few days showed that. */
  async doubtful(counts: HeadCount): Promise<readonly number[]> {
    const seen = this.of(counts);
    for (;;) {
      const failing = cellsOf(seen, (verdict, cell) => surelyFails(verdict, cell, 2));
      if (failing.length > 0) return failing;
      const inDoubt = cellsOf(seen, (verdict, cell) => !surelyHolds(verdict, cell, this.zHolds));
      if (seen.verdict !== null && (inDoubt.length === 0 || seen.look >= this.looks.length)) return inDoubt;
      await this.look(counts, seen);
    }
  }

  private of(counts: HeadCount): Seen {
    const key = counts.join(' ');
    const { grid, targets } = this.trial;
    const seen = this.seen.get(key) ?? { cells: makeCells(grid.cells, targets.length), look: 0, verdict: null };
    this.seen.set(key, seen);
    return seen;
  }

  private async look(counts: HeadCount, seen: Seen): Promise<void> {
    const { grid } = this.trial;
    const from = seen.cells.days;
    const plan = planOf(grid, counts, 'candidate', rulesOf(this.trial));
    const { cells } = await runPlan(this.trial, plan, from, this.looks[seen.look]! - from);
    seen.look++;
    mergeCells(seen.cells, cells!);
    this.customers += cells!.came.reduce((sum, came) => sum + came, 0);
    seen.verdict = verdictOf(grid, seen.cells);
  }
}

/** Cells of which it is so, those with the fewest standard errors in hand first; none where nothing was seen. */
function cellsOf({ verdict }: Seen, is: (verdict: Verdict, cell: number) => boolean): number[] {
  if (verdict === null) return [];
  const inHand = (cell: number): number => verdict.mean[cell]! / (verdict.error[cell]! + 1e-12);
  return Array.from(verdict.mean.keys())
    .filter((cell) => is(verdict, cell))
    .sort((a, b) => inHand(a) - inHand(b));
}
