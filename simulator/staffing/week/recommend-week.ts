import type { Contracts } from '../contracts/contracts.ts';
import { molStart } from '../erlang-start.ts';
import type { HeadCount } from '../head-count.ts';
import { relaxed } from '../milp/program.ts';
import type { Solver } from '../milp/solver.ts';
import type { RecommendOptions } from '../recommendation.ts';
import type { Requirement } from '../requirement.ts';
import { solveWeek, type WeekRoster } from '../roster/solve-week.ts';
import { unitsByName } from '../roster/week-problem.ts';
import { weekProgram } from '../roster/week-program.ts';
import { StoppedByHand, stoppable } from '../stoppable.ts';
import { freshFrom } from '../verify.ts';
import { leastOf } from './bound-week.ts';
import { elasticWeek } from './elastic-week.ts';
import { frontierWeek } from './frontier-week.ts';
import { mayStandBy, onCallWeek } from './on-call-week.ts';
import { type OpenDay, openDays, requirements } from './open-days.ts';
import { type AskedDay, costOfWeek, problemOf, type SettledWeek, settle, tryDay } from './settle.ts';
import { type FoundWeek, tellWeek } from './tell-week.ts';
import { namedRoster } from './week-days.ts';
import type { WeekElastic, WeekOnCall, WeekRecommendation, WeekShift } from './week-recommendation.ts';

export interface WeekOptions extends Omit<RecommendOptions, 'profile' | 'rosterBy' | 'first'> {
  readonly contracts: Contracts;
  readonly solver: Solver;
  /** The first roster that can be used, before it is tried by simulation. */
  readonly firstWeek?: ((roster: readonly WeekShift[], cost: number) => void) | undefined;
  /** Stop and keep: what there is by then is the answer. */
  readonly signal?: AbortSignal | undefined;
}

const gap = 0.005;
/** Of the first roster: what is better comes later. */
const firstGap = 0.05;
const solveSeconds = 10;
const firstSeconds = 7;
/** Of a roster that is an attempt to do better than the one there is. */
const otherSeconds = 6;
const otherRounds = 3;
/** Of a roster that is there to be compared with. */
const comparisonSeconds = 2.5;
const comparisonGap = 0.02;
const mostRounds = 4;

/** Fresh days on which a roster is tried that was kept before its time. */
const stoppedDays = 200;

/**
 * A week by names: each day's requirement, one roster for all of them, tried on fresh days until every day holds; then elastic rules and people
 * on call, each kept where the week surely saves by it. Stopped by hand it is the best there is: the last week that was tried, else the last
 * roster, tried on a few days only.
 */
export async function recommendWeek(options: WeekOptions): Promise<WeekRecommendation> {
  const open = openDays(options);
  const search = new WeekSearch(options, openDays({ ...options, run: stoppable(options.run, options.signal) }));
  try {
    return await tellWeek(options, open, await search.find());
  } catch (error) {
    const { best, latest, required } = search;
    if (!(error instanceof StoppedByHand) || latest === null) throw error;
    const needs = required?.map(({ counts }) => counts) ?? open.map(startOf);
    return tellWeek(options, open, {
      required: needs,
      week: best ?? (await triedQuickly(open, needs, latest, options.days)),
      stopped: true,
    });
  }
}

/** A roster that was kept before its time, on a few fresh days. */
async function triedQuickly(
  open: readonly OpenDay[],
  needs: readonly HeadCount[],
  { asked, roster }: Latest,
  most: number,
): Promise<SettledWeek> {
  const days = await Promise.all(
    open.map(({ trial: { run } }, d) => {
      const day = asked[d]!;
      return tryDay({ ...day, trial: { ...day.trial, run }, need: needs[d]! }, roster, d, freshFrom, Math.min(stoppedDays, most));
    }),
  );
  return { roster, days, rosterCost: roster.cost ?? 0, holds: days.every(({ verified }) => verified.holds) };
}

/** A roster, and what it was asked for. */
interface Latest {
  readonly asked: readonly AskedDay[];
  readonly roster: WeekRoster;
}

/** The search of a week, with the best there is whenever it is asked. */
class WeekSearch {
  private readonly options: WeekOptions;
  private readonly open: readonly OpenDay[];
  private readonly progress: (text: string) => void;
  latest: Latest | null = null;
  best: SettledWeek | null = null;
  required: readonly Requirement[] | null = null;

  constructor(options: WeekOptions, open: readonly OpenDay[]) {
    this.options = options;
    this.open = open;
    this.progress = options.progress ?? ((): void => {});
  }

  async find(): Promise<FoundWeek> {
    const { options, open, progress } = this;
    const needs = (of: (day: OpenDay, d: number) => HeadCount): AskedDay[] => open.map((day, d) => ({ ...day, need: of(day, d) }));
    // alone, since somebody waits for it
    if (options.firstWeek) await this.first(needs(startOf));
    const required = await requirements(open, progress);
    this.required = required;
    const plain = await settle(
      needs((_, d) => required[d]!.counts),
      this.settling(),
      { rounds: mostRounds, seconds: solveSeconds },
    );
    if ('state' in plain) throw new NoWeek(plain.state);
    this.best = plain;
    const { elastic, onCall } = await this.better(plain, required);
    const week = this.best;
    const { contracts, days } = options;
    const solve = this.rostered;
    progress('the lower bound, and other weeks for comparison');
    const bound = leastOf(open, week, required, contracts).then((least) => this.floorOf(least));
    const frontier = frontierWeek(open, required, week, { contracts, days, solve });
    return {
      required: required.map(({ counts }) => counts),
      week,
      stopped: false,
      besides: Promise.all([bound, frontier]),
      ...(elastic ? { elastic } : {}),
      ...(onCall ? { onCall } : {}),
    };
  }

  /** Elastic rules, then people on call: each in place of what there is where it surely is cheaper. */
  private async better(
    plain: SettledWeek,
    required: readonly Requirement[],
  ): Promise<{ elastic?: WeekElastic; onCall?: WeekOnCall }> {
    const { options, progress } = this;
    const { contracts, solver } = options;
    if (!plain.holds || plain.roster.gives.length > 0 || plain.roster.missing.length > 0) return {};
    const flexStaff = options.flexStaff ?? contracts.flexStaff;
    const unit = contracts.currency;
    const other = async (days: readonly AskedDay[]): Promise<SettledWeek | null> => {
      const tried = await settle(days, this.settling(), { rounds: otherRounds, seconds: otherSeconds });
      return 'state' in tried || tried.roster.gives.length > 0 || tried.roster.missing.length > 0 ? null : tried;
    };
    const elastic =
      flexStaff.length === 0
        ? null
        : await elasticWeek(plain, required, {
            flexStaff,
            solver,
            unit,
            progress,
            settle: other,
            floorOf: async (days) => (await this.floorOf(days)) ?? 0,
          });
    if (elastic?.week) this.best = elastic.week;
    const alone = this.best ?? plain;
    const onCall = mayStandBy(contracts, this.open)
      ? await onCallWeek(
          plain.days.map(({ day }) => day),
          required,
          costOfWeek(alone),
          { contracts, unit, progress, settle: other },
        )
      : null;
    if (onCall?.week) this.best = onCall.week;
    return { ...(elastic ? { elastic: elastic.advice } : {}), ...(onCall ? { onCall: onCall.advice } : {}) };
  }

  private async first(asked: readonly AskedDay[]): Promise<void> {
    this.progress('a first roster by queueing formulas');
    const { shifts, cost } = await this.solve(asked, firstSeconds, firstGap);
    if (shifts) this.options.firstWeek!(namedRoster(this.open, shifts), cost ?? 0);
  }

  private settling() {
    return { solve: this.solve, days: this.options.days, progress: this.progress };
  }

  private readonly solve = async (asked: readonly AskedDay[], seconds: number, enough = gap): Promise<WeekRoster> => {
    const { contracts, program, signal, solver } = this.options;
    if (signal?.aborted) throw new StoppedByHand();
    const problem = problemOf(contracts, asked);
    const roster = await solveWeek(problem, solver, { gap: enough, seconds }, ({ incumbent, bound }) =>
      this.progress(`week: ${incumbent?.toFixed(0) ?? 'none yet'}, at least ${bound?.toFixed(0) ?? '?'}`),
    );
    if (roster.shifts !== null && this.best === null) {
      this.latest = { asked, roster };
      program?.(weekProgram(problem, unitsByName(problem)).program);
    }
    return roster;
  };

  /** A roster for comparison; null where none was found in time that has the people. */
  private readonly rostered = async (asked: readonly AskedDay[]): Promise<WeekRoster | null> => {
    const roster = await this.solve(asked, comparisonSeconds, comparisonGap);
    return roster.shifts === null || roster.gives.length > 0 || roster.missing.length > 0 ? null : roster;
  };

  /** What a week for these needs costs at least, with people who may be cut in two. */
  private async floorOf(asked: readonly AskedDay[]): Promise<number | null> {
    const problem = problemOf(this.options.contracts, asked);
    const { program } = weekProgram(problem, unitsByName(problem));
    return (await this.options.solver.solve(relaxed(program), { gap, seconds: 10 })).cost;
  }
}

/** Where the search of a day begins, by formulas. */
const startOf = ({ trial }: OpenDay): HeadCount =>
  molStart(
    trial.model,
    trial.profile,
    trial.grid,
    trial.targets.map(({ goal }) => goal),
  );

/** The solver found nothing at all for a week. */
export class NoWeek extends Error {
  override readonly name = 'NoWeek';

  constructor(state: WeekRoster['state']) {
    super(`no roster of the week was found (${state})`);
  }
}
