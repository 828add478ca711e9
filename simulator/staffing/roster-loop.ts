import type { Plan } from '../lobby/branch/plan.ts';
import { rosterPlan } from './contracts/roster-plan.ts';
import { dayProblemOf, type RosterSpace } from './contracts/roster-space.ts';
import { bestOf, finalistsOf } from './finalists.ts';
import { freshen } from './freshen.ts';
import type { HeadCount } from './head-count.ts';
import { improve } from './improve.ts';
import { type Asked, leanSkills } from './lean-skills.ts';
import type { Concession } from './milp/give-way.ts';
import type { Program } from './milp/program.ts';
import type { SolveProgress, Solver } from './milp/solver.ts';
import type { Effort } from './proof/evidence.ts';
import { prove } from './proof/prove.ts';
import { dayProgram } from './roster/day-program.ts';
import { type DayRoster, solveDay } from './roster/solve-day.ts';
import { missingOf, nearest, shortGives } from './shortfall/nearest.ts';
import { judgePlan, rulesOf, type Trial } from './trial.ts';
import type { Found, Planned, Solve, Tried } from './tried.ts';
import { surelyHolds } from './verdict.ts';
import type { Verified } from './verify.ts';

export interface LoopResult {
  readonly best: Tried;
  readonly verified: Verified;
  /** No roster that holds the targets costs less; null when rules clash. */
  readonly bound: number | null;
  /** People that the contracts cannot bring, by half hour. */
  readonly missing: HeadCount;
  /** Rules that had to give. */
  readonly gives: readonly Concession[];
  readonly tried: readonly Tried[];
}

export interface LoopOptions {
  readonly solver: Solver;
  /** What may do where people have several skills. */
  readonly leaner?: readonly Asked[] | undefined;
  /** Fresh days of the first look. */
  readonly days: number;
  readonly searchDays: number;
  readonly progress: (text: string) => void;
  /** A first roster is there: it covers the requirement, and is not yet tried on fresh days. */
  readonly first?: ((plan: Plan, cost: number) => void) | undefined;
  readonly program?: ((program: Program) => void) | undefined;
  /** Proves a bound, and seeks the cheapest roster from it: on head-counts by role, from a guess of what each half hour needs by itself. */
  readonly proof?: { readonly byRole: Trial; readonly guess: HeadCount; readonly effort: Effort } | undefined;
}

const gap = 0.005;
const solveSeconds = 8;
/** CPU for taking away what a roster can spare. */
const spareSeconds = 10;
/** As in the search over head-counts. */
const z = 1.645;

/**
 * Requirement → roster → engine → cuts, until every target holds. `requirement` holds on the search's tapes; `bounds` are head-counts
 * that no plan gets by without, so a roster that covers only them costs no more than any that holds.
 */
export async function rosterLoop(
  trial: Trial,
  space: RosterSpace,
  requirement: HeadCount,
  bounds: Asked,
  options: LoopOptions,
): Promise<LoopResult> {
  const { solver, progress } = options;
  const tried: Tried[] = [];
  const solve: Solve = ({ need, cuts, either }, what) => {
    const problem = { ...dayProblemOf(space, need, cuts), either };
    options.program?.(dayProgram(problem).program);
    return solveDay(problem, solver, { gap, seconds: solveSeconds }, (at) => progress(`${what}: ${progressText(at)}`));
  };
  const planned: Planned = async (roster, days = options.searchDays) => {
    const worked = roster.worked!;
    const plan = rosterPlan(space, roster, 'recommended', rulesOf(trial));
    const verdict = await judgePlan(trial, plan, days);
    const one = {
      plan,
      worked,
      backOffice: roster.backOffice,
      cost: roster.cost! + verdict.flexCost,
      rosterCost: roster.cost!,
      holds: verdict.mean.every((_, cell) => surelyHolds(verdict, cell, z)),
    };
    tried.push(one);
    return one;
  };

  const covering = await solve({ need: requirement, cuts: [] }, 'roster that covers the requirement');
  const cover = covering.gives.length > 0 ? await nearest(trial, space, requirement, options) : covering;
  const missing = cover === covering ? new Int32Array(requirement.length) : missingOf(space, cover);
  if (cover.worked === null) throw new NoRoster(cover.state);
  let found: Found = { best: await planned(cover), need: requirement, cuts: [] };
  options.first?.(found.best.plan, found.best.cost);
  let bound: number | null = null;
  if (cover === covering) {
    found = await lean(options.leaner ?? [], found, solve, planned);
    const better = await cheaper(trial, space, requirement, bounds, found, options, solve, planned);
    ({ bound, found } = better);
    if (!better.closed) found = await spare(found, options, solve, planned);
    const finalists = finalistsOf(tried, found.best);
    if (finalists.length > 1) progress(`choosing among ${finalists.length} rosters by their waits`);
    if (finalists.length > 1) found = { ...found, best: await bestOf(trial, finalists) };
  }
  const verified = await freshen(trial, space, found, options, solve, planned);
  return {
    best: verified.best,
    verified: verified.verified,
    bound,
    missing,
    gives: [...cover.gives, ...shortGives(space, missing)],
    tried,
  };
}

/** A bound, and a cheaper roster than the known one where there is any: by proof, from the lower bounds up where nothing can be proved. */
async function cheaper(
  trial: Trial,
  space: RosterSpace,
  requirement: HeadCount,
  bounds: Asked,
  known: Found,
  options: LoopOptions,
  solve: Solve,
  planned: Planned,
): Promise<{ readonly bound: number | null; readonly found: Found; readonly closed: boolean }> {
  const { proof } = options;
  const bySkill = trial.grid.skills.some((skills) => skills !== null);
  const provable = proof !== undefined && !(bySkill && space.groups.some(({ idleCredit }) => idleCredit !== undefined));
  const atLeast = provable ? ((await solve(bounds, 'lower bound')).bound ?? 0) : 0;
  const proved = provable
    ? await prove(proof.byRole, space, proof.guess, known.best.cost, { ...options, effort: proof.effort, atLeast })
    : null;
  if (proved?.found && bySkill) {
    const ways = leanSkills(trial.grid, requirement, proof!.byRole.grid, proved.found.counts);
    return { bound: proved.bound, found: await lean(ways, known, solve, planned), closed: false };
  }
  if (proved?.found) {
    const { roster, asked } = proved.found;
    const best = await planned(roster, proof!.effort.days);
    if (best.holds) return { bound: proved.bound, found: { ...asked, best }, closed: true };
  }
  if (proved && !bySkill) return { bound: proved.bound, found: known, closed: proved.closed };
  const improved = await improve(trial, space, bounds, known.best, { ...options, z }, solve, planned);
  return { bound: proved?.bound ?? improved.bound, found: improved.found ?? known, closed: false };
}

/** The cheapest that holds of some ways to ask for people of several skills. */
async function lean(ways: readonly Asked[], first: Found, solve: Solve, planned: Planned): Promise<Found> {
  let found = first;
  for (const { need, cuts } of ways) {
    const roster = await solve({ need, cuts }, 'people of several skills');
    if (roster.worked === null || roster.gives.length > 0 || roster.cost! >= found.best.cost - 1e-6) continue;
    const one = await planned(roster);
    if (one.holds && one.cost < found.best.cost - 1e-6) found = { best: one, need, cuts };
  }
  return found;
}

/**
 * Shifts cover more than they must here and there, which helps the half hours after: where one fewer may be asked for and that makes
 * a cheaper roster which still holds, it is taken.
 */
async function spare(first: Found, options: LoopOptions, solve: Solve, planned: Planned): Promise<Found> {
  let found = first;
  let seconds = 0;
  const cells = Array.from(first.need.keys()).sort((a, b) => first.need[b]! - first.need[a]! || a - b);
  const fewer = [
    ...cells.map(
      (cell) =>
        ({ need, cuts }: Found): Asked | null =>
          need[cell]! <= 1 ? null : { need: need.with(cell, need[cell]! - 1), cuts },
    ),
    ...first.cuts.flatMap(({ name }, at) =>
      name.startsWith('able')
        ? [({ need, cuts }: Found): Asked => ({ need, cuts: cuts.with(at, { ...cuts[at]!, least: cuts[at]!.least - 1 }) })]
        : [],
    ),
  ];
  for (const ask of fewer) {
    const asked = ask(found);
    if (asked === null || seconds > spareSeconds) continue;
    const roster = await solve(asked, 'one fewer in a half hour');
    seconds += roster.seconds;
    options.progress(`taking staff away from shifts: cost ${found.best.cost.toFixed(1)}`);
    if (roster.worked === null || roster.gives.length > 0 || roster.cost! >= found.best.cost - 1e-6) continue;
    const one = await planned(roster);
    if (one.holds && one.cost < found.best.cost - 1e-6) found = { ...asked, best: one };
  }
  return found;
}

/** The solver found nothing at all. */
export class NoRoster extends Error {
  override readonly name = 'NoRoster';
  readonly state: DayRoster['state'];

  constructor(state: DayRoster['state']) {
    super(`no roster was found (${state})`);
    this.state = state;
  }
}

const progressText = ({ incumbent, bound, seconds }: SolveProgress): string =>
  `${incumbent === null ? 'none yet' : incumbent.toFixed(1)}, at least ${bound === null ? '?' : bound.toFixed(1)} (${seconds.toFixed(0)} s)`;
