import { profileOf, type Run } from '../engine/run.ts';
import { estimateKpis, type KpiEstimates } from '../engine/study.ts';
import type { Plan, Shift } from '../lobby/branch/plan.ts';
import type { Role } from '../lobby/branch/service.ts';
import { clockOfMs } from '../workload/clock.ts';
import type { Model } from '../workload/model.ts';
import { lowerBounds } from './bound.ts';
import { molStart, sippStart } from './erlang-start.ts';
import { staffGrid } from './grid.ts';
import { type HeadCount, hoursOf, planOf, requirementOf, rosterHours } from './head-count.ts';
import { repair, trim } from './search.ts';
import type { Target } from './target.ts';
import { Gathered, runPlan, type Trial } from './trial.ts';
import { surelyFails, verdictOf } from './verdict.ts';
import { confidence, type Verified, verify } from './verify.ts';

export interface Baseline {
  readonly cost: number;
  readonly kpis: KpiEstimates;
  /** Half hours whose arrivals surely miss the target on the same fresh days. */
  readonly missed: readonly { readonly role: Role; readonly from: string }[];
}

export interface Recommendation {
  readonly target: string;
  readonly targets: readonly string[];
  /** The fewest staff of each half hour. */
  readonly requirement: readonly { role: Role; from: string; to: string; count: number }[];
  /** First version: the requirement as pieces of interchangeable staff, without breaks or contracts. */
  readonly roster: readonly Shift[];
  readonly plan: Plan;
  /** Staff-hours a day. */
  readonly cost: number;
  readonly costUnit: 'staff-hours';
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
    readonly failing: readonly { readonly role: Role; readonly from: string }[];
  };
  readonly baselines: { readonly sippCover: Baseline; readonly flatPeak: Baseline; readonly today?: Baseline };
}

export interface RecommendOptions {
  readonly model: Model;
  readonly profile?: string | undefined;
  readonly targets: readonly Target[];
  readonly seed: number;
  /** Days of the first look at fresh tapes; up to four times as many are used. */
  readonly days: number;
  readonly run: Run;
  readonly progress?: (text: string) => void;
}

/** Days of the search's own tapes. */
const searchDays = 160;
/** The bound needs fewer: with fewer days less is sure to fail, so it is lower, not wrong. */
const boundDays = 64;

/** The fewest servers of each half hour that hold the targets, found by search, tried on fresh days, beside what people do today. */
export async function recommend(options: RecommendOptions): Promise<Recommendation> {
  const { model, targets, seed, run } = options;
  const progress = options.progress ?? ((): void => {});
  const profile = profileOf(model, options.profile);
  const grid = staffGrid(model, profile);
  const trial: Trial = { model, profile, grid, targets, seed, run };
  const goals = targets.map(({ goal }) => goal);

  const counts = molStart(model, profile, grid, goals);
  progress('adding staff where a half hour fails');
  await repair(trial, counts, searchDays);
  const bounds = await lowerBounds(trial, counts, boundDays, (done, of) => progress(`lower bound of half hour ${done} of ${of}`));
  await trim(trial, counts, bounds, searchDays, (tried) => progress(`taking staff away: ${tried} plans tried`));
  const verified = await verify(trial, counts, options.days, (round) => progress(`trying on fresh days, round ${round}`));

  const name = (cell: number): { role: Role; from: string } => ({
    role: grid.roles[Math.floor(cell / grid.steps)]!,
    from: clockOfMs(grid.fromMs + (cell % grid.steps) * grid.stepMs),
  });
  const baseline = async (plan: Plan, cost: number): Promise<Baseline> => {
    const gathered = new Gathered(trial);
    gathered.add(await runPlan(trial, plan, verified.firstDay, verified.days));
    const verdict = verdictOf(grid, gathered.cells);
    const missed = Array.from(counts.keys()).filter((cell) => surelyFails(verdict, cell, verified.z));
    return { cost, kpis: estimateKpis(gathered.sections), missed: missed.map(name) };
  };
  const ofCounts = (head: HeadCount, id: string): Promise<Baseline> =>
    baseline(planOf(grid, head, id, model.plan), hoursOf(grid, head));

  progress('running what people do today');
  const sipp = sippStart(model, profile, grid, goals);
  const plan = planOf(grid, counts, 'recommended', model.plan);
  const cost = hoursOf(grid, counts);
  const bound = hoursOf(grid, bounds);
  return {
    target: targets.map(({ text }) => text).join(', '),
    targets: targets.map(({ text }) => text),
    requirement: requirementOf(grid, counts),
    roster: plan.roster,
    plan,
    cost,
    costUnit: 'staff-hours',
    bound,
    gap: cost === 0 ? 0 : (cost - bound) / cost,
    kpis: estimateKpis(verified.sections),
    verified: describe(verified, seed, name),
    baselines: {
      sippCover: await ofCounts(sipp, 'sipp-cover'),
      flatPeak: await ofCounts(peakOf(sipp, grid.steps), 'flat-peak'),
      ...(model.plan ? { today: await baseline(model.plan, rosterHours(model.plan.roster)) } : {}),
    },
  };
}

/** The busiest half hour's staff all day, by role. */
const peakOf = (counts: HeadCount, steps: number): HeadCount =>
  Int32Array.from(counts, (_, cell) => {
    const from = Math.floor(cell / steps) * steps;
    return Math.max(...counts.subarray(from, from + steps));
  });

function describe(
  verified: Verified,
  seed: number,
  name: (cell: number) => { role: Role; from: string },
): Recommendation['verified'] {
  return { holds: verified.holds, confidence, days: verified.days, seed, failing: verified.failing.map(name) };
}
