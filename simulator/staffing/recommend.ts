import { estimateKpis } from '../engine/results/study.ts';
import { profileOf } from '../engine/run.ts';
import { hourMs } from '../workload/clock.ts';
import { type Baseline, baselineOf, peakOf } from './baselines.ts';
import { checkContracts } from './contracts/check-contracts.ts';
import { doubtOf } from './doubt/doubt.ts';
import { adviseElastic, costOf, type Finished } from './elastic/advise.ts';
import { boundsWithFlex } from './elastic/bounds.ts';
import { sippStart } from './erlang-start.ts';
import { staffGrid } from './grid.ts';
import { type HeadCount, hoursOf, planOf, rosterHours } from './head-count.ts';
import { recommendRoster } from './recommend-roster.ts';
import { commonTo, frontierOf, type Recommendation, type RecommendOptions } from './recommendation.ts';
import { type Requirement, requirementFor } from './requirement.ts';
import { risksOf } from './risks.ts';
import { shortfallOf } from './shortfall/shortfall.ts';
import { rulesOf, type Trial } from './trial.ts';
import { verify } from './verify.ts';
import { extraStaff } from './windows.ts';

/** The cheapest plan found that holds the targets, tried on fresh days, beside what people do today. */
export async function recommend(options: RecommendOptions): Promise<Recommendation> {
  const { model, targets, seed, run } = options;
  const progress = options.progress ?? ((): void => {});
  const profile = profileOf(model, options.profile);
  if (options.rosterBy) checkContracts(model.branch, options.rosterBy.contracts);
  const trial: Trial = {
    model,
    profile,
    grid: staffGrid(model, profile, options.rosterBy?.contracts),
    targets,
    seed,
    run,
    doubt: options.guard === false ? null : doubtOf(model, profile),
  };
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
  const finish = async (under: Trial, head: HeadCount): Promise<Finished & { readonly counts: HeadCount }> => {
    const verified = await verify(under, head, options.days, (round) => progress(`trying on fresh days, round ${round}`));
    const plan = planOf(grid, head, 'recommended', rulesOf(under));
    return { verified, counts: head, plan, rosterCost: hoursOf(grid, head) };
  };
  const plain = await finish(trial, counts);
  const { flexStaff = [] } = options;
  const elastic =
    flexStaff.length === 0 || !plain.verified.holds
      ? null
      : await adviseElastic(
          trial,
          plain.counts,
          // an hour is an hour: wages are never made up
          {
            flexStaff: flexStaff.map((one) => ({ ...one, costPerHour: 1 })),
            wageOf: () => 1,
            rosterCost: async (head) => hoursOf(grid, head),
          },
          'h',
          plain,
          (search) => finish(search.trial, search.counts),
          progress,
        );
  const finished = elastic?.finished ?? plain;
  const { verified, plan } = finished;
  progress('running what people do today');
  const sipp = sippStart(
    model,
    profile,
    grid,
    targets.map(({ goal }) => goal),
  );
  const ofCounts = (head: HeadCount, id: string): Promise<Baseline> =>
    baselineOf(trial, planOf(grid, head, id, model.plan), hoursOf(grid, head), verified);
  const baselines = {
    sippCover: await ofCounts(sipp, 'sipp-cover'),
    flatPeak: await ofCounts(peakOf(sipp, grid.steps), 'flat-peak'),
    ...(model.plan ? { today: await baselineOf(trial, model.plan, rosterHours(model.plan.roster), verified) } : {}),
  };
  const cost = elastic?.finished ? costOf(finished) : finished.rosterCost;
  const bound = elastic?.finished
    ? hoursOf(grid, boundsWithFlex(grid, bounds, flexStaff))
    : hoursOf(grid, bounds) + extraStaff(windows, bounds.length) * (grid.stepMs / hourMs);
  return {
    ...commonTo(trial, verified, finished.counts, baselines, finished.counts),
    roster: plan.roster,
    plan,
    cost,
    costUnit: 'staff-hours',
    bound,
    gap: cost === 0 ? 0 : (cost - bound) / cost,
    risks: await risksOf(trial, plan, verified),
    ...(elastic ? { elastic: elastic.advice } : {}),
    ...(verified.holds ? {} : { shortfall: await shortfallOf(trial, plan, new Int32Array(bounds.length), verified) }),
    gives: [],
    unusable: [],
    frontier: frontierOf(
      [{ name: 'recommended', cost, kpis: estimateKpis(verified.sections), missed: verified.failing }],
      baselines,
    ),
  };
}
