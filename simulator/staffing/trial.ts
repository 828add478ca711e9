import { type CellSums, makeCells, mergeCells } from '../engine/goal.ts';
import type { Run, RunResult } from '../engine/run.ts';
import { makeSections, mergeSections, type SectionTallies, sectionCount } from '../engine/study.ts';
import type { Plan } from '../lobby/branch/plan.ts';
import type { Model } from '../workload/model.ts';
import type { ArrivalProfile } from '../workload/model-shape.ts';
import type { StaffGrid } from './grid.ts';
import { type HeadCount, planOf } from './head-count.ts';
import type { Target } from './target.ts';
import { surelyFails, type Verdict, verdictOf } from './verdict.ts';

/** What a search over head-counts works with. */
export interface Trial {
  readonly model: Model;
  readonly profile: ArrivalProfile;
  readonly grid: StaffGrid;
  readonly targets: readonly Target[];
  readonly seed: number;
  readonly run: Run;
}

/** Runs a plan for some days, on the same tapes whatever the plan. */
export async function runPlan(trial: Trial, plan: Plan, firstDay: number, days: number): Promise<RunResult[number]> {
  const { model, profile, grid, targets, seed, run } = trial;
  const goals = { grid: grid.cells, goals: targets.map(({ goal }) => goal) };
  const [result] = await run({ model, profile: profile.id, plans: [plan], seed, firstDay, days, sections: sectionCount, goals });
  return result!;
}

/** Days looked at before the rest, so that a hopeless candidate costs little. */
const firstLook = 32;
/** Standard errors at which a first look is enough to give a candidate up. */
const hopeless = 3;

/** How a head-count stands after `days` days; after a first look only, when some cell it must hold is hopeless by then. */
export async function judge(
  trial: Trial,
  counts: HeadCount,
  days: number,
  mustHold: (cell: number) => boolean = () => true,
): Promise<Verdict> {
  return judgePlan(trial, planOf(trial.grid, counts, 'candidate', trial.model.plan), days, mustHold);
}

/** The same of any plan. */
export async function judgePlan(
  trial: Trial,
  plan: Plan,
  days: number,
  mustHold: (cell: number) => boolean = () => true,
): Promise<Verdict> {
  const { grid, targets } = trial;
  const cells = makeCells(grid.cells, targets.length);
  mergeCells(cells, (await runPlan(trial, plan, 0, Math.min(days, firstLook))).cells!);
  const first = verdictOf(grid, cells);
  const lost = first.mean.some((_, cell) => mustHold(cell) && surelyFails(first, cell, hopeless));
  if (lost || days <= firstLook) return first;
  mergeCells(cells, (await runPlan(trial, plan, firstLook, days - firstLook)).cells!);
  return verdictOf(grid, cells);
}

/** Sums over several stretches of days. */
export class Gathered {
  readonly cells: CellSums;
  readonly sections: SectionTallies = makeSections(sectionCount);

  constructor(trial: Trial) {
    this.cells = makeCells(trial.grid.cells, trial.targets.length);
  }

  add({ cells, sections }: RunResult[number]): void {
    mergeCells(this.cells, cells!);
    mergeSections(this.sections, sections);
  }
}
