import { estimateKpis } from '../../engine/results/study.ts';
import type { Plan } from '../../lobby/branch/plan.ts';
import type { Contracts } from '../contracts/contracts.ts';
import { headCountOf } from '../contracts/roster-plan.ts';
import type { BusyNeed, CellCut } from '../contracts/roster-space.ts';
import { weekProblemOf } from '../contracts/week-space.ts';
import { flexCostOf } from '../elastic/advice.ts';
import { type HeadCount, hasRoom } from '../head-count.ts';
import type { WeekRoster } from '../roster/solve-week.ts';
import type { WeekProblem } from '../roster/week-problem.ts';
import { calledUp, type Trial } from '../trial.ts';
import { freshFrom, lookAt, type Verified } from '../verify.ts';
import type { OpenDay } from './open-days.ts';
import { dayPlan, officeOn, workedOn } from './week-days.ts';

/** A day of a week and what its roster is asked for. */
export interface AskedDay extends OpenDay {
  readonly need: HeadCount;
  /** On the busiest of such days; absent: nobody stands by. */
  readonly busy?: BusyNeed | undefined;
  readonly cuts?: readonly CellCut[];
}

/** A day of a week as it was tried. */
export interface TriedDay {
  readonly day: AskedDay;
  readonly plan: Plan;
  readonly called: Plan | null;
  readonly verified: Verified;
}

/** A roster of a week, tried on fresh days. */
export interface SettledWeek {
  readonly roster: WeekRoster;
  readonly days: readonly TriedDay[];
  /** Of the roster. */
  readonly rosterCost: number;
  readonly holds: boolean;
}

export const problemOf = (contracts: Contracts, days: readonly AskedDay[]): WeekProblem => weekProblemOf(contracts, days);

/** How rosters of a week are made and tried; the engine's days begin at `firstDay`. */
export interface Settling {
  readonly solve: (days: readonly AskedDay[], seconds: number) => Promise<WeekRoster>;
  readonly days: number;
  readonly progress: (text: string) => void;
}

/** Where a day stands that is run with people called in on its busiest days. */
export function stagedTrial({ busy, trial }: AskedDay, plan: Plan, called: Plan | null): Trial {
  return busy === undefined || called === null ? trial : { ...trial, busy: calledUp(plan, called, busy.share) };
}

/** A day of a roster on fresh days. */
export async function tryDay(day: AskedDay, roster: WeekRoster, d: number, firstDay: number, days: number): Promise<TriedDay> {
  const plan = dayPlan(day, roster, d);
  const called = day.busy === undefined ? null : dayPlan(day, roster, d, true);
  const seen = await lookAt(stagedTrial(day, plan, called), plan, firstDay, days);
  return { day, plan, called, verified: { ...seen, holds: seen.failing.length === 0, firstDay, added: 0 } };
}

/** Roster, fresh days, one more wherever a day fails, until every day holds or so many rounds are over. Null: the solver has none. */
export async function settle(
  asked: readonly AskedDay[],
  { solve, days, progress }: Settling,
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): Promise<SettledWeek | { readonly state: WeekRoster['state'] }> {
  let open = asked;
  for (let round = 1; ; round++) {
    const roster = await solve(open, seconds);
    if (roster.shifts === null) return { state: roster.state };
    progress(`trying the week on fresh days, round ${round}`);
    const firstDay = freshFrom + (round - 1) * 4 * days;
    const tried = await Promise.all(open.map((day, d) => tryDay(day, roster, d, firstDay, days)));
    const more = open.map((day, d) => raised(day, roster, d, tried[d]!.verified.failing));
    const changed = more.some((day, d) => day !== open[d]);
    const holds = tried.every(({ verified }) => verified.holds);
    if (!changed || round === rounds || roster.gives.length > 0)
      return { roster, days: tried, rosterCost: roster.cost ?? 0, holds };
    open = more;
  }
}

/** The need with one more than were there wherever the day failed; who is missing for want of people is not there for the asking. */
function raised(day: AskedDay, { shifts, missing, backOffice }: WeekRoster, d: number, failing: readonly number[]): AskedDay {
  const { busy, need, space, trial } = day;
  const { grid } = trial;
  const counts = headCountOf(space, workedOn(shifts!, d), need, officeOn(backOffice, d));
  const isShort = (cell: number): boolean => {
    const first = space.offset + (cell % grid.steps) * space.perCell;
    const skill = Math.floor(cell / grid.steps);
    return missing.some((one) => one.day === d && one.skill === skill && one.step >= first && one.step < first + space.perCell);
  };
  const lift = (head: HeadCount, there: HeadCount): HeadCount =>
    Int32Array.from(head, (one, cell) =>
      failing.includes(cell) && !isShort(cell) ? Math.max(one, there[cell]! + (hasRoom(grid, there, cell) ? 1 : 0)) : one,
    );
  const more = lift(need, counts);
  const moreBusy = busy && { ...busy, need: lift(busy.need, busy.need) };
  const same =
    more.every((one, cell) => one === need[cell]) &&
    (busy === undefined || moreBusy!.need.every((one, cell) => one === busy.need[cell]));
  return same ? day : { ...day, need: more, ...(moreBusy ? { busy: moreBusy } : {}) };
}

/** What stations that elastic rules open cost a week. */
export const openingCost = ({ days }: SettledWeek): number =>
  days.reduce((sum, { verified }) => sum + flexCostOf(estimateKpis(verified.sections)), 0);

export const costOfWeek = (week: SettledWeek): number => week.rosterCost + openingCost(week);
