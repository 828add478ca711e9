import { mostAtWork } from '../contracts/roster-plan.ts';
import { dayProblemOf, type RosterSpace } from '../contracts/roster-space.ts';
import type { HeadCount } from '../head-count.ts';
import type { Asked } from '../lean-skills.ts';
import type { Solver } from '../milp/solver.ts';
import { type DayRoster, solveDay } from '../roster/solve-day.ts';
import type { Trial } from '../trial.ts';
import { eitherOf, placeOf } from './either.ts';
import { type Effort, Evidence } from './evidence.ts';
import { grainOf, upToGrain } from './grain.ts';
import { type LeastOne, largestBad, moreThan } from './least-one.ts';

export interface Proof {
  /** No plan that holds costs less. */
  readonly bound: number;
  /** What all plans that hold have in common, as far as it was needed. */
  readonly proved: readonly LeastOne[];
  /** The cheapest roster whose head-count surely holds, and what it was asked for; null where none is cheaper than the one known. */
  readonly found: { readonly roster: DayRoster; readonly asked: Asked; readonly counts: HeadCount } | null;
  /** Nothing cheaper than the found one, or than the one known, surely holds: the search came to its end. */
  readonly closed: boolean;
}

export interface ProofOptions {
  readonly effort: Effort;
  readonly solver: Solver;
  readonly progress: (text: string) => void;
  /** A lower bound that is known by other means. */
  readonly atLeast?: number | undefined;
}

const mostRounds = 200;
/** Looks at a head-count while few are known to fail: most of them fail clearly. */
const firstLooks = 2;
const solveSeconds = 8;
/** Without a grain of costs. */
const usualGap = 0.002;
/** Half hours cut off at once, the worst first, and head-counts cut off between two rosters. */
const cellsAtOnce = 6;
const pathLength = 30;
/** What of the effort may go to the bound; the rest is for the roster. */
const shareOfBound = 0.5;

/**
 * Combinatorial Benders cuts (Hooker & Ottosson 2003; Codato & Fischetti 2006): the cheapest roster that nothing proved yet forbids is tried;
 * where its people surely fail, the largest head-count that still fails says what any plan needs more of, and the next roster is sought with
 * that. Its cost is a lower bound all the while. When no roster surely fails any more, the same goes on with those that do not surely hold,
 * which ends with the cheapest one that does. `trial` is by role: of people who can all do everything.
 */
export async function prove(
  trial: Trial,
  space: RosterSpace,
  guess: HeadCount,
  known: number,
  { effort, solver, progress, atLeast = 0 }: ProofOptions,
): Promise<Proof> {
  const { grid } = trial;
  const all = Int32Array.from(guess, (_, cell) => grid.most[Math.floor(cell / grid.steps)]!);
  const evidence = new Evidence(trial, effort);
  const grain = grainOf(space);
  const cuts: LeastOne[] = [];
  const needed = needOf(space, guess);
  let bound = atLeast;
  let seconds = 0;

  const solve = async (asked: Asked): Promise<DayRoster | null> => {
    const problem = { ...dayProblemOf(space, asked.need, []), either: asked.either };
    const gap = grain === null ? usualGap : (0.95 * grain) / Math.max(grain, known);
    const roster = await solveDay(problem, solver, { gap, seconds: solveSeconds });
    seconds += roster.seconds;
    return roster.worked === null || roster.gives.length > 0 ? null : roster;
  };
  const askedBy = (proved: readonly LeastOne[]): Asked => ({ need: needed, cuts: [], either: eitherOf(space, grid, proved) });
  const countsOf = (roster: DayRoster): HeadCount =>
    Int32Array.from(
      grid.roles.flatMap((_, row) => mostAtWork(space, roster, placeOf(space, grid, row))),
      (people, cell) => Math.min(people, all[cell]!),
    );
  const add = (cut: LeastOne): boolean => {
    const fresh = !cuts.some((one) => JSON.stringify(one) === JSON.stringify(cut));
    if (fresh) cuts.push(cut);
    return fresh;
  };
  /** Cuts a bad head-count off, raises it where that mends it, and goes on as long as it is bad; `good`: where that ended. */
  const cutOff = async (from: HeadCount, badOf: BadOf, customers: number): Promise<CutOff> => {
    const isBad = async (counts: HeadCount): Promise<boolean> => evidence.customers < customers && (await badOf(counts)).length > 0;
    let learnt = false;
    let counts = from;
    for (let length = 0; length < pathLength && evidence.customers < customers; length++) {
      const bad = (await badOf(counts)).slice(0, cellsAtOnce);
      if (bad.length === 0) return { learnt, good: counts };
      let raised = counts;
      const dealt = new Set<number>();
      for (const cell of bad) {
        if (dealt.has(cell)) continue;
        const cut = moreThan(await largestBad(counts, cell, all, grid.steps, isBad), all);
        if (add(cut)) learnt = true;
        for (const one of cut) dealt.add(one.cell);
        if (cut.length === 0 || cut.some((one) => raised[one.cell]! >= one.least)) continue;
        const nearest = cut.reduce((best, one) => (Math.abs(one.cell - cell) < Math.abs(best.cell - cell) ? one : best));
        raised = raised.with(nearest.cell, nearest.least);
      }
      if (raised === counts) break;
      counts = raised;
    }
    return { learnt, good: null };
  };

  for (const cut of await confirmed(guess, all, evidence)) add(cut);
  let looks = Math.min(firstLooks, evidence.looks.length);
  const forBound = effort.customers * shareOfBound;
  for (let round = 0; round < mostRounds; round++) {
    const roster = await solve(askedBy(cuts));
    if (roster === null) break;
    bound = Math.max(bound, upToGrain(roster.bound ?? 0, grain));
    progress(`no plan under ${bound.toFixed(1)}, one at ${known.toFixed(1)} (${cuts.length} rules proved)`);
    if (bound >= known - 1e-6) return { bound: known, proved: cuts, found: null, closed: true };
    const counts = countsOf(roster);
    const badOf: BadOf = (some) => evidence.failing(some, looks);
    while ((await badOf(counts)).length === 0 && looks < evidence.looks.length) looks++;
    if ((await badOf(counts)).length === 0) break;
    if (!(await cutOff(counts, badOf, forBound)).learnt || evidence.customers >= forBound || seconds > effort.solverSeconds) break;
    looks = Math.min(firstLooks, evidence.looks.length);
  }
  const proved = [...cuts];
  seconds = 0;
  let found: Proof['found'] = null;
  let cheapest = known;
  for (let round = 0; round < mostRounds; round++) {
    const asked = askedBy(cuts);
    const roster = await solve(asked);
    if (roster === null) break;
    const least = upToGrain(roster.bound ?? 0, grain);
    progress(`no plan under ${bound.toFixed(1)}, none that surely holds under ${least.toFixed(1)}, one at ${cheapest.toFixed(1)}`);
    if (least >= cheapest - 1e-6) return { bound, proved, found, closed: true };
    const counts = countsOf(roster);
    const badOf: BadOf = (some) => evidence.doubtful(some);
    const { learnt, good } = await cutOff(counts, badOf, effort.customers);
    if (good === counts) return { bound, proved, found: { roster, asked, counts }, closed: roster.state === 'optimal' };
    // where the cuts have led to a head-count that holds, shifts for it may be cheaper than the best so far
    if (good !== null) {
      const toCover = askedBy(Array.from(good, (least, cell) => [{ cell, least }]));
      const covering = await solve(toCover);
      if (covering !== null && covering.cost! < cheapest - 1e-6) {
        cheapest = covering.cost!;
        found = { roster: covering, asked: toCover, counts: good };
      }
    }
    if (!learnt || evidence.customers >= effort.customers || seconds > effort.solverSeconds) break;
  }
  return { bound, proved, found, closed: false };
}

interface CutOff {
  /** Something was proved that was not known. */
  readonly learnt: boolean;
  readonly good: HeadCount | null;
}

type BadOf = (counts: HeadCount) => Promise<readonly number[]>;

/** Somebody is always there; with several skills, whoever it is. */
const needOf = ({ grid }: RosterSpace, guess: HeadCount): HeadCount => {
  const bySkill = grid.skills.some((skills) => skills !== null);
  return bySkill ? new Int32Array(grid.roles.length * grid.steps) : guess.map((least) => Math.min(1, least));
};

/** Half hours by themselves, from a guess of what each needs. */
async function confirmed(guess: HeadCount, all: HeadCount, evidence: Evidence): Promise<LeastOne[]> {
  const cuts: LeastOne[] = [];
  for (const cell of guess.keys()) {
    let fewer = guess[cell]! - 1;
    while (fewer > 0 && (await evidence.failing(all.with(cell, fewer), 2)).length === 0) fewer--;
    if (fewer > 0) cuts.push(moreThan(all.with(cell, fewer), all));
  }
  return cuts;
}
