import type { Contracts } from '../contracts/contracts.ts';
import { headCountOf } from '../contracts/roster-plan.ts';
import { weekProblemOf } from '../contracts/week-space.ts';
import { molStart } from '../erlang-start.ts';
import { type HeadCount, hasRoom } from '../head-count.ts';
import { relaxed } from '../milp/program.ts';
import type { Solver } from '../milp/solver.ts';
import type { RecommendOptions } from '../recommendation.ts';
import type { Requirement } from '../requirement.ts';
import { solveWeek, type WeekRoster } from '../roster/solve-week.ts';
import { unitsByName } from '../roster/week-problem.ts';
import { weekProgram } from '../roster/week-program.ts';
import { StoppedByHand, stoppable } from '../stoppable.ts';
import type { Trial } from '../trial.ts';
import { freshFrom, lookAt, type Verified } from '../verify.ts';
import { type OpenDay, openDays, requirements } from './open-days.ts';
import { tellWeek } from './tell-week.ts';
import { dayPlan, namedRoster, workedOn } from './week-days.ts';
import type { WeekRecommendation, WeekShift } from './week-recommendation.ts';

export interface WeekOptions extends Omit<RecommendOptions, 'profile' | 'rosterBy' | 'first'> {
  readonly contracts: Contracts;
  readonly solver: Solver;
  /** The first roster that can be used, before it is tried by simulation. */
  readonly firstWeek?: ((roster: readonly WeekShift[], cost: number) => void) | undefined;
  /** Stop and keep: what there is by then is the answer. */
  readonly signal?: AbortSignal | undefined;
}

const gap = 0.005;
const solveSeconds = 12;
const firstSeconds = 3;
const mostRounds = 4;

/** Fresh days on which a roster is tried that was kept before its time. */
const stoppedDays = 200;

/**
 * A week by names: each day's requirement, one roster for all of them, tried on fresh days until every day holds. Stopped by hand it is the
 * last roster there is, tried on a few days only.
 */
export async function recommendWeek(options: WeekOptions): Promise<WeekRecommendation> {
  const open = openDays(options);
  const search = new WeekSearch(options, openDays({ ...options, run: stoppable(options.run, options.signal) }));
  try {
    return await search.find();
  } catch (error) {
    const { latest, required } = search;
    if (!(error instanceof StoppedByHand) || latest === null) throw error;
    const tried: Verified[] = [];
    for (const [d, day] of open.entries()) {
      const seen = await lookAt(day.trial, dayPlan(day, latest.shifts!, d), freshFrom, Math.min(stoppedDays, options.days));
      tried.push({ ...seen, holds: seen.failing.length === 0, firstDay: freshFrom, added: 0 });
    }
    const needs = required?.map(({ counts }) => counts) ?? open.map(startOf);
    return tellWeek(options, open, { required: needs, roster: latest, tried, bound: null, stopped: true });
  }
}

/** The search of a week, with the last roster found whenever it is asked. */
class WeekSearch {
  private readonly options: WeekOptions;
  private readonly open: readonly OpenDay[];
  private readonly progress: (text: string) => void;
  latest: WeekRoster | null = null;
  required: readonly Requirement[] | null = null;

  constructor(options: WeekOptions, open: readonly OpenDay[]) {
    this.options = options;
    this.open = open;
    this.progress = options.progress ?? ((): void => {});
  }

  async find(): Promise<WeekRecommendation> {
    const { options, open, progress } = this;
    if (options.firstWeek) {
      progress('a first roster by queueing formulas');
      const first = await this.solve(open.map(startOf), firstSeconds);
      if (first.shifts) options.firstWeek(namedRoster(open, first.shifts), first.cost ?? 0);
    }
    const required = await requirements(open, progress);
    this.required = required;
    const counts = required.map((one) => one.counts);
    let needs: readonly HeadCount[] = counts;
    for (let round = 1; ; round++) {
      const roster = await this.solve(needs, solveSeconds);
      if (roster.shifts === null) throw new NoWeek(roster.state);
      const tried = await this.tryOut(roster, round);
      const more = open.map((day, d) => raised(day, roster, d, needs[d]!, tried[d]!.failing));
      const changed = more.some((need, d) => need.some((one, cell) => one !== needs[d]![cell]));
      if (!changed || round === mostRounds || roster.gives.length > 0) {
        const bound = await boundOf(options, open, required);
        return tellWeek(options, open, { required: counts, roster, tried, bound, stopped: false });
      }
      needs = more;
    }
  }

  private async solve(needs: readonly HeadCount[], seconds: number): Promise<WeekRoster> {
    const { contracts, program, signal, solver } = this.options;
    if (signal?.aborted) throw new StoppedByHand();
    const problem = weekProblemOf(
      contracts,
      this.open.map(({ weekday, space }, at) => ({ weekday, space, need: needs[at]! })),
    );
    program?.(weekProgram(problem, unitsByName(problem)).program);
    const roster = await solveWeek(problem, solver, { gap, seconds }, ({ incumbent, bound }) =>
      this.progress(`week: ${incumbent?.toFixed(0) ?? 'none yet'}, at least ${bound?.toFixed(0) ?? '?'}`),
    );
    if (roster.shifts !== null) this.latest = roster;
    return roster;
  }

  private async tryOut({ shifts }: WeekRoster, round: number): Promise<Verified[]> {
    const { days } = this.options;
    const firstDay = freshFrom + (round - 1) * 4 * days;
    const tried: Verified[] = [];
    for (const [d, day] of this.open.entries()) {
      this.progress(`trying day ${day.weekday} of the week on fresh days, round ${round}`);
      const seen = await lookAt(day.trial, dayPlan(day, shifts!, d), firstDay, days);
      tried.push({ ...seen, holds: seen.failing.length === 0, firstDay, added: 0 });
    }
    return tried;
  }
}

/** Where the search of a day begins, by formulas. */
const startOf = ({ trial }: OpenDay): HeadCount => molStart(trial.model, trial.profile, trial.grid, goalsOf(trial));

const goalsOf = ({ targets }: Trial) => targets.map(({ goal }) => goal);

/** The need with one more than were there wherever the day failed; who is missing for want of people is not there for the asking. */
function raised(day: OpenDay, { shifts, missing }: WeekRoster, d: number, need: HeadCount, failing: readonly number[]): HeadCount {
  const { trial, space } = day;
  const { grid } = trial;
  const counts = headCountOf(space, workedOn(shifts!, d), need);
  const isShort = (cell: number): boolean => {
    const first = space.offset + (cell % grid.steps) * space.perCell;
    const skill = Math.floor(cell / grid.steps);
    return missing.some((one) => one.day === d && one.skill === skill && one.step >= first && one.step < first + space.perCell);
  };
  return Int32Array.from(need, (one, cell) =>
    failing.includes(cell) && !isShort(cell) ? Math.max(one, counts[cell]! + (hasRoom(grid, counts, cell) ? 1 : 0)) : one,
  );
}

/** What the week costs at least: its lower bounds of half hours, with fractional people. */
async function boundOf(options: WeekOptions, open: readonly OpenDay[], required: readonly Requirement[]): Promise<number | null> {
  const problem = weekProblemOf(
    options.contracts,
    open.map(({ weekday, space }, at) => {
      return { weekday, space, ...required[at]!.least };
    }),
  );
  const { program } = weekProgram(problem, unitsByName(problem));
  return (await options.solver.solve(relaxed(program), { gap, seconds: 10 })).cost;
}

/** The solver found nothing at all for a week. */
export class NoWeek extends Error {
  override readonly name = 'NoWeek';

  constructor(state: WeekRoster['state']) {
    super(`no roster of the week was found (${state})`);
  }
}
