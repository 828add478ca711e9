import { profileOf } from '../engine/run.ts';
import { estimateKpis } from '../engine/study.ts';
import { hourMs } from '../workload/clock.ts';
import { type Baseline, baselineOf, peakOf } from './baselines.ts';
import { sippStart } from './erlang-start.ts';
import { staffGrid } from './grid.ts';
import { type HeadCount, hoursOf, planOf, rosterHours } from './head-count.ts';
import { recommendRoster } from './recommend-roster.ts';
import { commonTo, frontierOf, type Recommendation, type RecommendOptions } from './recommendation.ts';
import { type Requirement, requirementFor } from './requirement.ts';
import { risksOf } from './risks.ts';
import type { Trial } from './trial.ts';
import { verify } from './verify.ts';
import { extraStaff } from './windows.ts';

/** The cheapest plan found that holds the targets, tried on fresh days, beside what people do today. */
export async function recommend(options: RecommendOptions): Promise<Recommendation> {
  const { model, targets, seed, run } = options;
  const progress = options.progress ?? ((): void => {});
  const profile = profileOf(model, options.profile);
  const trial: Trial = { model, profile, grid: staffGrid(model, profile), targets, seed, run };
  const required = await requirementFor(trial, progress);
  const { rosterBy } = options;
  if (rosterBy) return recommendRoster(trial, required, rosterBy, options, progress);
  return recommendPieces(trial, required, options, progress);
}

async function recommendPieces(
  trial: Trial,
  { counts, bounds, windows }: Requirement,
  options: RecommendOptions,
  progress: (text: string) => void,
): Promise<Recommendation> {
  const { model, profile, grid, targets } = trial;
  options.first?.(planOf(grid, counts, 'recommended', model.plan), hoursOf(grid, counts));
  const verified = await verify(trial, counts, options.days, (round) => progress(`trying on fresh days, round ${round}`));
  progress('running what people do today');
  const sipp = sippStart(
    model,
    profile,
    grid,
    targets.map(({ goal }) => goal),
  );
  const plan = planOf(grid, counts, 'recommended', model.plan);
  const ofCounts = (head: HeadCount, id: string): Promise<Baseline> =>
    baselineOf(trial, planOf(grid, head, id, model.plan), hoursOf(grid, head), verified);
  const baselines = {
    sippCover: await ofCounts(sipp, 'sipp-cover'),
    flatPeak: await ofCounts(peakOf(sipp, grid.steps), 'flat-peak'),
    ...(model.plan ? { today: await baselineOf(trial, model.plan, rosterHours(model.plan.roster), verified) } : {}),
  };
  const cost = hoursOf(grid, counts);
  const bound = hoursOf(grid, bounds) + extraStaff(windows, bounds.length) * (grid.stepMs / hourMs);
  return {
    ...commonTo(trial, verified, counts, baselines, counts),
    roster: plan.roster,
    plan,
    cost,
    costUnit: 'staff-hours',
    bound,
    gap: cost === 0 ? 0 : (cost - bound) / cost,
    risks: await risksOf(trial, plan, verified),
    gives: [],
    unusable: [],
    frontier: frontierOf(
      [{ name: 'recommended', cost, kpis: estimateKpis(verified.sections), missed: verified.failing }],
      baselines,
    ),
  };
}
