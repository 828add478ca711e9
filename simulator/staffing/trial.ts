import { type CellSums, makeCells, mergeCells } from '../engine/results/goal.ts';
import { makeSections, mergeSections, type SectionTallies, sectionCount } from '../engine/results/study.ts';
import type { Run, RunJob, RunResult } from '../engine/run.ts';
import type { Plan } from '../lobby/branch/plan.ts';
import type { Model } from '../workload/model.ts';
import type { ArrivalProfile } from '../workload/model-shape.ts';
import type { Doubt } from './doubt/doubt.ts';
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
  /** What the records behind the model leave open, and a plan is guarded against; nothing when absent. */
  readonly doubt?: Doubt | null | undefined;
  /** Rules of the plans that are tried; those of today's plan when absent. */
  readonly rules?: PlanRules | undefined;
  /** On days busier than this share of all, a plan gives way to the one it is called up to. */
  readonly busy?: { readonly above: number; readonly called: Pick<WeakMap<Plan, Plan>, 'get'> } | undefined;
}

/** Days of which those busier than a share of all give way from one plan to another. */
export const calledUp = (plan: Plan, called: Plan, share: number): NonNullable<Trial['busy']> => ({
  above: 1 - share,
  called: { get: (one) => (one === plan ? called : undefined) },
});

/** What a plan has beside its roster. */
export type PlanRules = Pick<Plan, 'calling' | 'greeting' | 'elastic'>;
export const rulesOf = ({ rules, model }: Trial): PlanRules | undefined => rules ?? model.plan;

/** How a plan stands, and what it pays for stations opened by elastic rules, a day. */
export interface Judged extends Verdict {
  readonly flexCost: number;
}

/** Days of a plan, on the same tapes whatever the plan. */
export function daysOf(
  { busy, model, profile, seed }: Pick<Trial, 'busy' | 'model' | 'profile' | 'seed'>,
  plan: Plan,
  firstDay: number,
  days: number,
): Omit<RunJob, 'sections'> {
  const called = busy?.called.get(plan);
  return {
    model,
    profile: profile.id,
    plans: [plan],
    seed,
    firstDay,
    days,
    ...(called === undefined ? {} : { onBusyDays: { above: busy!.above, plans: [called] } }),
  };
}

/** Runs a plan for some days. */
export async function runPlan(
  trial: Trial,
  plan: Plan,
  firstDay: number,
  days: number,
  sections = sectionCount,
): Promise<RunResult[number]> {
  const { grid, run, targets } = trial;
  const goals = { grid: grid.cells, goals: targets.map(({ goal }) => goal) };
  const [result] = await run({ ...daysOf(trial, plan, firstDay, days), sections, goals });
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
): Promise<Judged> {
  return judgePlan(trial, planOf(trial.grid, counts, 'candidate', rulesOf(trial)), days, mustHold);
}

/** The same of any plan. */
export async function judgePlan(
  trial: Trial,
  plan: Plan,
  days: number,
  mustHold: (cell: number) => boolean = () => true,
): Promise<Judged> {
  const { grid, targets } = trial;
  const cells = makeCells(grid.cells, targets.length);
  let flexCost = 0;
  const look = async (firstDay: number, more: number): Promise<Judged> => {
    // no KPI is looked at, so no spread of one
    const result = await runPlan(trial, plan, firstDay, more, 1);
    mergeCells(cells, result.cells!);
    flexCost += (result.sections.figures ?? []).reduce((sum, one) => sum + one.flexCost, 0);
    return { ...verdictOf(grid, cells), flexCost: flexCost / cells.days };
  };
  const first = await look(0, Math.min(days, firstLook));
  const lost = first.mean.some((_, cell) => mustHold(cell) && surelyFails(first, cell, hopeless));
  if (lost || days <= firstLook) return first;
  return look(firstLook, days - firstLook);
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
