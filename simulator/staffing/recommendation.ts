import { estimateKpis, type KpiEstimates } from '../engine/results/study.ts';
import type { Run } from '../engine/run.ts';
import type { Plan, Shift } from '../lobby/branch/plan.ts';
import type { Model } from '../workload/model.ts';
import { type Baseline, cellName, type NamedCell } from './baselines.ts';
import { type Change, changesFrom, planCounts } from './changes.ts';
import type { Unusable } from './contracts/catalogue.ts';
import type { Contracts, FlexStaff } from './contracts/contracts.ts';
import type { OfficeStretch } from './contracts/roster-plan.ts';
import type { ElasticAdvice } from './elastic/advice.ts';
import { type HeadCount, type RequiredStaff, requirementOf } from './head-count.ts';
import type { Concession } from './milp/give-way.ts';
import type { Program } from './milp/program.ts';
import type { Solver } from './milp/solver.ts';
import type { OnCallAdvice } from './on-call/advice.ts';
import type { Effort } from './proof/evidence.ts';
import type { Risk } from './risks.ts';
import type { Shortfall } from './shortfall/shortfall.ts';
import type { Target } from './target.ts';
import type { Trial } from './trial.ts';
import { confidence, type Guard, type Verified } from './verify.ts';

/** A plan by what it costs and how long people wait under it. */
export interface FrontierPoint {
  readonly name: string;
  readonly cost: number;
  readonly waitP90Ms: number | null;
  readonly waitMeanMs: number | null;
  readonly holds: boolean;
}

export interface Recommendation {
  readonly target: string;
  readonly targets: readonly string[];
  /** The fewest staff of each half hour. */
  readonly requirement: readonly RequiredStaff[];
  /** Shifts of the contracts; without contracts the requirement as pieces of interchangeable staff. */
  readonly roster: readonly Shift[];
  readonly plan: Plan;
  /** Of a day: the roster, and stations that elastic rules open. */
  readonly cost: number;
  /** `staff-hours`, or the currency of the contracts. */
  readonly costUnit: string;
  /** Hours paid for, where the cost is in money. */
  readonly paidHours?: number;
  /** No plan can cost less: see `bound.ts`. */
  readonly bound: number;
  /** (cost − bound) / cost. */
  readonly gap: number;
  readonly kpis: KpiEstimates;
  readonly verified: {
    readonly holds: boolean;
    readonly confidence: number;
    readonly days: number;
    readonly seed: number;
    readonly failing: readonly NamedCell[];
  };
  readonly baselines: { readonly sippCover: Baseline; readonly flatPeak: Baseline; readonly today?: Baseline };
  /** How today's plan differs, and why. */
  readonly changes: readonly Change[];
  readonly frontier: readonly FrontierPoint[];
  /** The plan on days that do not go as forecast. */
  readonly risks: readonly Risk[];
  /** What was added against what the records behind the model leave open; absent where that is not known, or not asked for. */
  readonly guard?: Guard;
  /** When people of contracts with back-office work do it; their cost is net of what it is worth. Absent: nobody does. */
  readonly backOffice?: readonly OfficeStretch[];
  /** People on call, where the contracts have them. */
  readonly onCall?: OnCallAdvice;
  /** Elastic rules searched together with the roster; absent where nobody of the back office may help. */
  readonly elastic?: ElasticAdvice;
  /** A partial answer: what the nearest plan reaches, and what it would take; absent where the targets surely hold. */
  readonly shortfall?: Shortfall;
  /** Rules that cannot all hold and by how much they give in this plan; a plan with any is the nearest there is. */
  readonly gives: readonly Concession[];
  /** Contracts that allow no shift on such a day. */
  readonly unusable: readonly Unusable[];
}

export interface RecommendOptions {
  readonly model: Model;
  readonly profile?: string | undefined;
  readonly targets: readonly Target[];
  readonly seed: number;
  /** Days of the first look at fresh tapes; up to sixteen times as many are used. */
  readonly days: number;
  readonly run: Run;
  /** Shifts are made by these; interchangeable staff in pieces of any length when absent. */
  readonly rosterBy?: { readonly contracts: Contracts; readonly solver: Solver } | undefined;
  /** People of the back office who may open a station; those of the contracts when absent. */
  readonly flexStaff?: readonly FlexStaff[] | undefined;
  /** Guards the plan against what the records behind a fitted model leave open; true when absent. */
  readonly guard?: boolean | undefined;
  /** What may be spent on the proof that no plan is cheaper, and on seeking one; the usual when absent. */
  readonly effort?: Effort | undefined;
  readonly progress?: (text: string) => void;
  /** The first plan that can be used, before it is made better and tried on fresh days. */
  readonly first?: (plan: Plan, cost: number) => void;
  /** The last program solved, for people with other solvers. */
  readonly program?: (program: Program) => void;
}

/** What is said of any recommendation. `present`: people at work in each half hour. */
export function commonTo(
  trial: Trial,
  verified: Verified,
  required: HeadCount,
  baselines: Recommendation['baselines'],
  present: HeadCount,
): Pick<Recommendation, 'target' | 'targets' | 'requirement' | 'kpis' | 'verified' | 'baselines' | 'changes' | 'guard'> {
  const { grid, targets, seed, model } = trial;
  const target = targets.map(({ text }) => text).join(', ');
  const missedToday = baselines.today?.missed ?? [];
  return {
    target,
    targets: targets.map(({ text }) => text),
    requirement: requirementOf(grid, required),
    kpis: estimateKpis(verified.sections),
    verified: {
      holds: verified.holds,
      confidence,
      days: verified.days,
      seed,
      failing: verified.failing.map((cell) => cellName(grid, cell)),
    },
    baselines,
    ...(verified.guard ? { guard: verified.guard } : {}),
    changes: model.plan ? changesFrom(grid, planCounts(grid, model.plan), present, required, missedToday) : [],
  };
}

const numberOf = (estimate: KpiEstimates[keyof KpiEstimates]): number | null =>
  typeof estimate === 'object' && estimate !== null ? estimate.value : estimate;

/** A plan that was run on fresh days, with what it missed on them. */
interface RunPlan {
  readonly name: string;
  readonly cost: number;
  readonly kpis: KpiEstimates;
  readonly missed: readonly unknown[];
}

export const pointOf = ({ name, cost, kpis, missed }: RunPlan): FrontierPoint => ({
  name,
  cost,
  waitP90Ms: numberOf(kpis.waitP90Ms),
  waitMeanMs: numberOf(kpis.waitMeanMs),
  holds: missed.length === 0,
});

/** Every plan that was run on the fresh days, the cheapest first. */
export function frontierOf(own: readonly RunPlan[], { sippCover, flatPeak, today }: Recommendation['baselines']): FrontierPoint[] {
  return [
    ...own,
    { name: 'sipp-cover', ...sippCover },
    { name: 'flat-peak', ...flatPeak },
    ...(today ? [{ name: 'today', ...today }] : []),
  ]
    .map(pointOf)
    .sort((a, b) => a.cost - b.cost);
}
