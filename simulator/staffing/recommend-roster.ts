import { estimateKpis } from '../engine/results/study.ts';
import { type Baseline, baselineOf, peakOf, priceOf } from './baselines.ts';
import type { Contracts } from './contracts/contracts.ts';
import { headCountOf, officeStretches, paidHoursOf, rosterPlan } from './contracts/roster-plan.ts';
import { dayProblemOf, type RosterSpace, rosterSpace, withoutOnCall } from './contracts/roster-space.ts';
import { leastHourly } from './contracts/wages.ts';
import { adviseElastic, costOf, type Finished } from './elastic/advise.ts';
import { leastWithFlex } from './elastic/bounds.ts';
import { sippStart } from './erlang-start.ts';
import type { HeadCount } from './head-count.ts';
import type { Solver } from './milp/solver.ts';
import { onCallAdvice } from './on-call/advice.ts';
import { stagedBound } from './on-call/staged-bound.ts';
import { twoStage } from './on-call/two-stage.ts';
import { usualEffort } from './proof/evidence.ts';
import { commonTo, frontierOf, type Recommendation, type RecommendOptions } from './recommendation.ts';
import { type Requirement, searchDays } from './requirement.ts';
import { risksOf } from './risks.ts';
import { solveDay } from './roster/solve-day.ts';
import { type LoopOptions, type LoopResult, rosterLoop } from './roster-loop.ts';
import { shortfallOf } from './shortfall/shortfall.ts';
import { rulesOf, type Trial } from './trial.ts';
import type { Tried } from './tried.ts';

/** Other plans, dearer and cheaper, that show what a shorter wait costs: the requirement with so many more everywhere. */
const frontierSteps = [-1, 1] as const;

/** A roster with people on call, where it is cheaper than the one without. */
async function withOnCall(
  trial: Trial,
  counts: HeadCount,
  contracts: Contracts,
  alone: Finished & { readonly loop: LoopResult },
  options: LoopOptions & { readonly costUnit: string },
) {
  const { dayFactorCv } = trial.profile;
  const may = contracts.contracts.some(({ kind, role }) => kind === 'on-call' && trial.grid.roles.includes(role));
  if (!may || dayFactorCv === 0 || alone.loop.gives.length > 0 || !alone.verified.holds) return null;
  const space = rosterSpace(contracts, trial.grid);
  const found = await twoStage(trial, space, counts, options);
  const advice = onCallAdvice(space, found, costOf(alone), options.costUnit);
  if (found === null || advice.called === null) return { advice, finished: null };
  const { plan, roster, rosterCost, trial: staged, verified } = found;
  const { backOffice, worked } = roster;
  return { advice, finished: { plan, worked: worked!, backOffice, cost: rosterCost, trial: staged, verified, space } };
}

/** The requirement as shifts of contracts: see `roster-loop.ts`. */
export async function recommendRoster(
  trial: Trial,
  required: Requirement,
  { contracts, solver }: { readonly contracts: Contracts; readonly solver: Solver },
  options: RecommendOptions,
  progress: (text: string) => void,
): Promise<Recommendation> {
  const { model, profile, grid, targets } = trial;
  const { counts, byRole, bounds, least, leaner } = required;
  // who is on call is there on some days only: first the best roster without
  const space = rosterSpace(withoutOnCall(contracts), grid);
  // stations that elastic rules open are no head-count
  const provable = (rulesOf(trial)?.elastic ?? []).length === 0;
  const proof = provable ? { byRole, guess: bounds, effort: options.effort ?? usualEffort } : undefined;
  const loopOptions = { solver, days: options.days, searchDays, progress, first: options.first, program: options.program, leaner };
  const finishedBy = (loop: LoopResult) => ({
    loop,
    plan: loop.best.plan,
    rosterCost: loop.best.rosterCost,
    verified: loop.verified,
  });
  const plain = finishedBy(await rosterLoop(trial, space, counts, least, { ...loopOptions, proof }));
  const costUnit = contracts.currency === 'XXX' ? 'staff-hours' : contracts.currency;
  const flexStaff = options.flexStaff ?? contracts.flexStaff;
  const elastic =
    flexStaff.length === 0 || plain.loop.gives.length > 0 || !plain.verified.holds
      ? null
      : await adviseElastic(
          trial,
          counts,
          {
            flexStaff,
            wageOf: (role) => leastHourly(contracts, role),
            rosterCost: async (head) =>
              (await solveDay(dayProblemOf(space, head, []), solver, { gap: 0.005, seconds: 3 })).cost ?? Number.POSITIVE_INFINITY,
          },
          costUnit,
          plain,
          async (search) =>
            finishedBy(
              await rosterLoop(search.trial, space, search.counts, leastWithFlex(grid, bounds, flexStaff), {
                ...loopOptions,
                first: undefined,
                leaner: [],
              }),
            ),
          progress,
        );
  const alone = elastic?.finished ?? plain;
  const onCall = await withOnCall(trial, counts, contracts, alone, { ...loopOptions, costUnit });
  const staged = onCall?.finished;
  const { loop } = alone;
  const { verified } = staged ?? alone;
  const best: Tried & { readonly space?: RosterSpace } = staged ? { ...loop.best, ...staged } : loop.best;
  const shown = staged?.trial ?? trial;
  const cost = staged?.cost ?? costOf(alone);

  progress('running what people do today');
  const covered = async (need: HeadCount, id: string): Promise<Baseline> => {
    const roster = await solveDay(dayProblemOf(space, need, []), solver, { gap: 0.01, seconds: 5 });
    return baselineOf(trial, rosterPlan(space, roster, id, model.plan), roster.cost ?? 0, verified);
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
  const bound = (staged ? await stagedBound(trial, staged.space, required, solver) : loop.bound) ?? 0;
  const present = headCountOf(best.space ?? space, best.worked, counts, best.backOffice);
  // where the roster holds with fewer than the search asked for, fewer are required
  const needed = counts.map((one, cell) => Math.min(one, present[cell]!));
  return {
    ...commonTo(trial, verified, needed, baselines, present),
    roster: best.plan.roster,
    plan: best.plan,
    cost,
    costUnit,
    paidHours: paidHoursOf(best.space ?? space, best.worked),
    bound,
    gap: cost === 0 ? 0 : (cost - bound) / cost,
    risks: await risksOf(shown, best.plan, verified),
    ...(best.backOffice.length > 0 ? { backOffice: officeStretches(best.space ?? space, best.backOffice) } : {}),
    ...(onCall ? { onCall: onCall.advice } : {}),
    ...(elastic ? { elastic: elastic.advice } : {}),
    ...(verified.holds ? {} : { shortfall: await shortfallOf(trial, best.plan, loop.missing, verified) }),
    gives: loop.gives,
    unusable: space.unusable,
    frontier: frontierOf(
      [{ name: 'recommended', cost, kpis: estimateKpis(verified.sections), missed: verified.failing }, ...others],
      baselines,
    ),
  };
}
