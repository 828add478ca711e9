import { estimateKpis } from '../engine/study.ts';
import type { Plan } from '../lobby/branch/plan.ts';
import { clockOfMs } from '../workload/clock.ts';
import { cellName } from './baselines.ts';
import type { Contracts } from './contracts/contracts.ts';
import { headCountOf, planShifts } from './contracts/roster-space.ts';
import { weekProblemOf } from './contracts/week-space.ts';
import { molStart } from './erlang-start.ts';
import { type HeadCount, requirementOf } from './head-count.ts';
import { relaxed } from './milp/program.ts';
import { gapOf, type Solver } from './milp/solver.ts';
import { type OpenDay, openDays, requirements } from './open-days.ts';
import type { RecommendOptions } from './recommendation.ts';
import type { Requirement } from './requirement.ts';
import { type NamedShift, solveWeek, type WeekRoster } from './roster/solve-week.ts';
import { unitsByName } from './roster/week-problem.ts';
import { paidHours, weekProgram } from './roster/week-program.ts';
import type { Trial } from './trial.ts';
import { confidence, freshFrom, lookAt, type Verified } from './verify.ts';
import type { WeekRecommendation, WeekShift } from './week-recommendation.ts';
import { windowCuts } from './windows.ts';

export interface WeekOptions extends Omit<RecommendOptions, 'profile' | 'rosterBy' | 'first'> {
  readonly contracts: Contracts;
  readonly solver: Solver;
  /** The first roster that can be used, before it is tried by simulation. */
  readonly firstWeek?: ((roster: readonly WeekShift[], cost: number) => void) | undefined;
}

const gap = 0.005;
const solveSeconds = 12;
const mostRounds = 4;

/** A week by names: each day's requirement, one roster for all of them, tried on fresh days until every day holds. */
export async function recommendWeek(options: WeekOptions): Promise<WeekRecommendation> {
  const { contracts, solver } = options;
  const progress = options.progress ?? ((): void => {});
  const open = openDays(options);
  const solve = (needs: readonly HeadCount[], seconds: number): Promise<WeekRoster> => {
    const problem = weekProblemOf(
      contracts,
      open.map(({ weekday, space }, at) => ({ weekday, space, need: needs[at]! })),
    );
    return solveWeek(problem, solver, { gap, seconds }, ({ incumbent, bound }) =>
      progress(`week: ${incumbent?.toFixed(0) ?? 'none yet'}, at least ${bound?.toFixed(0) ?? '?'}`),
    );
  };
  if (options.firstWeek) {
    progress('a first roster by queueing formulas');
    const first = await solve(
      open.map(({ trial }) => molStart(trial.model, trial.profile, trial.grid, goalsOf(trial))),
      3,
    );
    if (first.shifts) options.firstWeek(namedRoster(open, first.shifts), first.cost ?? 0);
  }
  const required = await requirements(open, progress);
  let needs = required.map(({ counts }) => counts);
  for (let round = 1; ; round++) {
    const roster = await solve(needs, solveSeconds);
    if (roster.shifts === null) throw new NoWeek(roster.state);
    const tried: Verified[] = [];
    for (const [d, day] of open.entries()) {
      progress(`trying day ${day.weekday} of the week on fresh days, round ${round}`);
      const seen = await lookAt(
        day.trial,
        dayPlan(day, roster.shifts, d),
        freshFrom + (round - 1) * 4 * options.days,
        options.days,
      );
      tried.push({ ...seen, holds: seen.failing.length === 0, firstDay: freshFrom, added: 0 });
    }
    const more = open.map((day, d) => raised(day, roster, d, needs[d]!, tried[d]!.failing));
    const changed = more.some((need, d) => need.some((one, cell) => one !== needs[d]![cell]));
    if (!changed || round === mostRounds || roster.gives.length > 0) {
      const bound = await boundOf(options, open, required);
      return told(
        options,
        open,
        required.map(({ counts }) => counts),
        roster,
        tried,
        bound,
      );
    }
    needs = more;
  }
}

const goalsOf = ({ targets }: Trial) => targets.map(({ goal }) => goal);

const workedOn = (shifts: readonly NamedShift[], d: number) =>
  shifts.filter(({ day }) => day === d).map(({ shift, breaks }) => ({ shift, count: 1, breaks }));

function dayPlan({ trial, space }: OpenDay, shifts: readonly NamedShift[], d: number): Plan {
  const { calling, greeting, elastic } = trial.model.plan ?? {};
  const declared = new Set(trial.model.branch.staff.map(({ id }) => id));
  const roster = shifts
    .filter(({ day }) => day === d)
    .flatMap(({ person, shift, breaks }) =>
      planShifts(space, [{ shift, count: 1, breaks }]).map((piece) => (declared.has(person) ? { ...piece, person } : piece)),
    );
  return {
    v: 1,
    id: `day-${d + 1}`,
    roster,
    ...(calling ? { calling } : {}),
    ...(greeting ? { greeting } : {}),
    ...(elastic ? { elastic } : {}),
  };
}

/** The need with one more than were there wherever the day failed; who is missing for want of people is not there for the asking. */
function raised(day: OpenDay, { shifts, missing }: WeekRoster, d: number, need: HeadCount, failing: readonly number[]): HeadCount {
  const { trial, space } = day;
  const { grid } = trial;
  const counts = headCountOf(space, workedOn(shifts!, d));
  const isShort = (cell: number): boolean => {
    const first = space.offset + (cell % grid.steps) * space.perCell;
    const skill = Math.floor(cell / grid.steps);
    return missing.some((one) => one.day === d && one.skill === skill && one.step >= first && one.step < first + space.perCell);
  };
  return Int32Array.from(need, (one, cell) =>
    failing.includes(cell) && !isShort(cell)
      ? Math.max(one, Math.min(counts[cell]! + 1, grid.most[Math.floor(cell / grid.steps)]!))
      : one,
  );
}

/** What the week costs at least: its lower bounds of half hours, with fractional people. */
async function boundOf(options: WeekOptions, open: readonly OpenDay[], required: readonly Requirement[]): Promise<number | null> {
  const problem = weekProblemOf(
    options.contracts,
    open.map(({ weekday, space }, at) => {
      const { bounds, windows } = required[at]!;
      return { weekday, space, need: bounds, cuts: windowCuts(windows, bounds) };
    }),
  );
  const { program } = weekProgram(problem, unitsByName(problem));
  return (await options.solver.solve(relaxed(program), { gap, seconds: 10 })).cost;
}

const namedRoster = (open: readonly OpenDay[], shifts: readonly NamedShift[]): WeekShift[] =>
  open.flatMap(({ weekday, space }, d) =>
    shifts
      .filter(({ day }) => day === d)
      .flatMap(({ person, shift, breaks }) =>
        planShifts(space, [{ shift, count: 1, breaks }]).map(({ count: _, person: __, ...piece }) => ({
          weekday,
          person,
          ...piece,
        })),
      ),
  );

function told(
  options: WeekOptions,
  open: readonly OpenDay[],
  required: readonly HeadCount[],
  roster: WeekRoster,
  tried: readonly Verified[],
  bound: number | null,
): WeekRecommendation {
  const { contracts, targets } = options;
  const shifts = roster.shifts!;
  const cost = roster.cost ?? 0;
  const hoursOfShift = ({ day, shift }: NamedShift): number => {
    const { space, weekday } = open[day]!;
    const { span, shifts: catalogue, rules } = space;
    return paidHours({ weekday, ...span, need: [], shifts: catalogue, rules, cuts: [] }, shift);
  };
  return {
    target: targets.map(({ text }) => text).join(', '),
    roster: namedRoster(open, shifts),
    days: open.map((day, d) => ({
      weekday: day.weekday,
      requirement: requirementOf(day.trial.grid, required[d]!),
      plan: dayPlan(day, shifts, d),
      kpis: estimateKpis(tried[d]!.sections),
      holds: tried[d]!.holds,
      days: tried[d]!.days,
      failing: tried[d]!.failing.map((cell) => cellName(day.trial.grid, cell)),
    })),
    cost,
    costUnit: contracts.currency,
    bound,
    gap: gapOf(cost, bound),
    solverGap: roster.gap,
    verified: { holds: tried.every(({ holds }) => holds), confidence },
    people: contracts.people.map(({ id }) => {
      const own = shifts.filter(({ person }) => person === id);
      return { id, hours: own.reduce((sum, one) => sum + hoursOfShift(one), 0), days: own.length };
    }),
    gives: [
      ...roster.gives,
      ...roster.missing.map(({ day, skill, step, people }) => ({
        rule: missingAt(open[day]!, skill, step),
        by: Math.round(people * 100) / 100,
      })),
    ],
  };
}

/** Skills of a week are positions among its roles; those of its days begin alike. */
const missingAt = ({ weekday, space }: OpenDay, skill: number, step: number): string =>
  `need of ${space.roles[skill] ?? 'staff'} on day ${weekday} of the week at ${clockOfMs(space.span.fromMs + step * space.span.stepMs)}`;

/** The solver found nothing at all for a week. */
export class NoWeek extends Error {
  override readonly name = 'NoWeek';

  constructor(state: WeekRoster['state']) {
    super(`no roster of the week was found (${state})`);
  }
}
