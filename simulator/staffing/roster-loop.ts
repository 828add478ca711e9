import type { Plan } from '../lobby/branch/plan.ts';
import { headCountOf, rosterPlan } from './contracts/roster-plan.ts';
import { type CellCut, dayProblemOf, type RosterSpace } from './contracts/roster-space.ts';
import { cutsFor } from './cuts.ts';
import { bestOf, finalistsOf } from './finalists.ts';
import { type HeadCount, hasRoom } from './head-count.ts';
import type { Asked } from './lean-skills.ts';
import type { Concession } from './milp/give-way.ts';
import type { Program } from './milp/program.ts';
import type { SolveProgress, Solver } from './milp/solver.ts';
import { dayProgram } from './roster/day-program.ts';
import { type DayRoster, solveDay } from './roster/solve-day.ts';
import { missingOf, nearest, shortGives } from './shortfall/nearest.ts';
import { judgePlan, rulesOf, type Trial } from './trial.ts';
import type { Tried } from './tried.ts';
import { surelyHolds } from './verdict.ts';
import { freshFrom, lookAt, type Verified } from './verify.ts';

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
}

const gap = 0.005;
const solveSeconds = 8;
const mostRounds = 8;
/** CPU for taking away what a roster can spare. */
const spareSeconds = 10;
const mostRepairs = 8;
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
  const solve: Solve = (need, cuts, what) => {
    const problem = dayProblemOf(space, need, cuts);
    options.program?.(dayProgram(problem).program);
    return solveDay(problem, solver, { gap, seconds: solveSeconds }, (at) => progress(`${what}: ${progressText(at)}`));
  };
  const planned = async (roster: DayRoster): Promise<Tried> => {
    const worked = roster.worked!;
    const plan = rosterPlan(space, roster, 'recommended', rulesOf(trial));
    const verdict = await judgePlan(trial, plan, options.searchDays);
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

  const covering = await solve(requirement, [], 'roster that covers the requirement');
  const cover = covering.gives.length > 0 ? await nearest(trial, space, requirement, options) : covering;
  const missing = cover === covering ? new Int32Array(requirement.length) : missingOf(space, cover);
  if (cover.worked === null) throw new NoRoster(cover.state);
  let best = await planned(cover);
  options.first?.(best.plan, best.cost);
  let need = requirement;
  let cuts: readonly CellCut[] = [];
  let bound: number | null = null;
  if (cover === covering) {
    ({ best, need, cuts } = await lean(options.leaner ?? [], { best, need, cuts }, solve, planned));
    const improved = await improve(trial, space, bounds, best, options, solve, planned);
    bound = improved.bound;
    if (improved.found) ({ best, need, cuts } = improved.found);
    ({ best, need, cuts } = await spare({ best, need, cuts }, options, solve, planned));
    const finalists = finalistsOf(tried, best);
    if (finalists.length > 1) progress(`choosing among ${finalists.length} rosters by their waits`);
    if (finalists.length > 1) best = await bestOf(trial, finalists);
  }
  const verified = await freshen(trial, space, best, need, cuts, options, solve, planned);
  return {
    best: verified.best,
    verified: verified.verified,
    bound,
    missing,
    gives: [...cover.gives, ...shortGives(space, missing)],
    tried,
  };
}

/** A roster, and what it was asked for. */
interface Found extends Asked {
  readonly best: Tried;
}

/** The cheapest that holds of some ways to ask for people of several skills. */
async function lean(ways: readonly Asked[], first: Found, solve: Solve, planned: Planned): Promise<Found> {
  let found = first;
  for (const { need, cuts } of ways) {
    const roster = await solve(need, cuts, 'people of several skills');
    if (roster.worked === null || roster.gives.length > 0 || roster.cost! >= found.best.cost - 1e-6) continue;
    const one = await planned(roster);
    if (one.holds && one.cost < found.best.cost - 1e-6) found = { best: one, need, cuts };
  }
  return found;
}

type Solve = (need: HeadCount, cuts: readonly CellCut[], what: string) => Promise<DayRoster>;
type Planned = (roster: DayRoster) => Promise<Tried>;

/** From the lower bounds up: cuts where a roster fails, until one holds or costs as much as the one there is. */
async function improve(
  trial: Trial,
  space: RosterSpace,
  bounds: Asked,
  known: Tried,
  options: LoopOptions,
  solve: Solve,
  planned: Planned,
): Promise<{ bound: number | null; found: { best: Tried; need: HeadCount; cuts: readonly CellCut[] } | null }> {
  let need = bounds.need;
  let cuts: readonly CellCut[] = bounds.cuts;
  let bound: number | null = null;
  for (let round = 0; round < mostRounds; round++) {
    const roster = await solve(need, cuts, round === 0 ? 'lower bound' : `roster with cuts of round ${round}`);
    if (round === 0) bound = roster.bound;
    if (roster.worked === null || roster.gives.length > 0 || roster.cost! >= known.cost - 1e-9) return { bound, found: null };
    const one = await planned(roster);
    if (one.holds) return { bound, found: { best: one, need, cuts } };
    // a cut speaks of people of one skill each
    if (trial.grid.skills.some((skills) => skills !== null)) return { bound, found: null };
    const counts = headCountOf(space, roster.worked, need, roster.backOffice);
    const verdict = await judgePlan(trial, one.plan, options.searchDays);
    const failing = Array.from(counts.keys()).filter((cell) => !surelyHolds(verdict, cell, z));
    const more = await cutsFor(trial, counts, verdict, failing, z, options.searchDays);
    // where nobody more would help at once, the half hour itself gets one more
    const helped = new Set(more.flatMap(({ terms }) => terms.map(({ cell }) => cell)));
    need = Int32Array.from(need, (one, cell) =>
      failing.includes(cell) && !helped.has(cell)
        ? Math.min(counts[cell]! + 1, trial.grid.most[Math.floor(cell / trial.grid.steps)]!)
        : one,
    );
    cuts = [...cuts, ...more];
  }
  return { bound, found: null };
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
    const roster = await solve(asked.need, asked.cuts, 'one fewer in a half hour');
    seconds += roster.seconds;
    options.progress(`taking staff away from shifts: cost ${found.best.cost.toFixed(1)}`);
    if (roster.worked === null || roster.gives.length > 0 || roster.cost! >= found.best.cost - 1e-6) continue;
    const one = await planned(roster);
    if (one.holds && one.cost < found.best.cost - 1e-6) found = { ...asked, best: one };
  }
  return found;
}

/** Fresh tapes; a half hour that does not surely hold there gets one more. */
async function freshen(
  trial: Trial,
  space: RosterSpace,
  first: Tried,
  firstNeed: HeadCount,
  cuts: readonly CellCut[],
  options: LoopOptions,
  solve: Solve,
  planned: Planned,
): Promise<{ best: Tried; verified: Verified }> {
  const { grid } = trial;
  let best = first;
  let need = firstNeed;
  let firstDay = freshFrom;
  let added = 0;
  for (let round = 1; ; round++) {
    options.progress(`trying the roster on fresh days, round ${round}`);
    const tried = await lookAt(trial, best.plan, firstDay, options.days);
    const counts = headCountOf(space, best.worked, need, best.backOffice);
    const addable = tried.failing.filter((cell) => hasRoom(grid, counts, cell));
    const verified = { ...tried, holds: tried.failing.length === 0, firstDay, added };
    if (verified.holds || addable.length === 0 || round === mostRepairs) return { best, verified };
    need = Int32Array.from(need, (one, cell) => (addable.includes(cell) ? Math.max(one, counts[cell]! + 1) : one));
    added += addable.length;
    const roster = await solve(need, cuts, `roster with ${added} more`);
    if (roster.worked === null || roster.gives.length > 0) return { best, verified };
    best = await planned(roster);
    firstDay += tried.days;
  }
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
