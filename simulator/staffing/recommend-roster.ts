import { estimateKpis } from '../engine/study.ts';
import { type Baseline, baselineOf, peakOf, priceOf } from './baselines.ts';
import type { Contracts } from './contracts/contracts.ts';
import { dayProblemOf, headCountOf, paidHoursOf, rosterPlan, rosterSpace } from './contracts/roster-space.ts';
import { sippStart } from './erlang-start.ts';
import type { HeadCount } from './head-count.ts';
import type { Solver } from './milp/solver.ts';
import { commonTo, frontierOf, type Recommendation, type RecommendOptions } from './recommendation.ts';
import { type Requirement, searchDays } from './requirement.ts';
import { risksOf } from './risks.ts';
import { solveDay } from './roster/solve-day.ts';
import { rosterLoop } from './roster-loop.ts';
import type { Trial } from './trial.ts';
import { windowCuts } from './windows.ts';

/** Other plans, dearer and cheaper, that show what a shorter wait costs: the requirement with so many more everywhere. */
const frontierSteps = [-1, 1] as const;

/** The requirement as shifts of contracts: see `roster-loop.ts`. */
export async function recommendRoster(
  trial: Trial,
  { counts, bounds, windows }: Requirement,
  { contracts, solver }: { readonly contracts: Contracts; readonly solver: Solver },
  options: RecommendOptions,
  progress: (text: string) => void,
): Promise<Recommendation> {
  const { model, profile, grid, targets } = trial;
  const space = rosterSpace(contracts, grid);
  const loop = await rosterLoop(
    trial,
    space,
    counts,
    { need: bounds, cuts: windowCuts(windows, bounds) },
    {
      solver,
      days: options.days,
      searchDays,
      progress,
      first: options.first,
      program: options.program,
    },
  );
  const { best, verified } = loop;

  progress('running what people do today');
  const covered = async (need: HeadCount, id: string): Promise<Baseline> => {
    const roster = await solveDay(dayProblemOf(space, need, []), solver, { gap: 0.01, seconds: 5 });
    return baselineOf(trial, rosterPlan(space, roster.worked ?? [], id, model.plan), roster.cost ?? 0, verified);
  };
  const sipp = sippStart(
    model,
    profile,
    grid,
    targets.map(({ goal }) => goal),
  );
  const baselines = {
    sippCover: await covered(sipp, 'sipp-cover'),
    flatPeak: await covered(peakOf(sipp, grid.steps), 'flat-peak'),
    ...(model.plan ? { today: await baselineOf(trial, model.plan, priceOf(model.plan, contracts), verified) } : {}),
  };
  const others = [];
  for (const more of frontierSteps) {
    const need = counts.map((one, cell) => Math.max(1, Math.min(one + more, grid.most[Math.floor(cell / grid.steps)]!)));
    others.push({ name: more > 0 ? 'one-more' : 'one-fewer', ...(await covered(need, 'other')) });
  }
  const bound = loop.bound ?? 0;
  const present = headCountOf(space, best.worked);
  // where the roster holds with fewer than the search asked for, fewer are required
  const required = counts.map((one, cell) => Math.min(one, present[cell]!));
  return {
    ...commonTo(trial, verified, required, baselines, present),
    roster: best.plan.roster,
    plan: best.plan,
    cost: best.cost,
    costUnit: contracts.currency === 'XXX' ? 'staff-hours' : contracts.currency,
    paidHours: paidHoursOf(space, best.worked),
    bound,
    gap: best.cost === 0 ? 0 : (best.cost - bound) / best.cost,
    risks: await risksOf(trial, best.plan, verified),
    gives: loop.gives,
    unusable: space.unusable,
    frontier: frontierOf(
      [{ name: 'recommended', cost: best.cost, kpis: estimateKpis(verified.sections), missed: verified.failing }, ...others],
      baselines,
    ),
  };
}
