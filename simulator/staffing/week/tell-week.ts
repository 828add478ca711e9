import { estimateKpis } from '../../engine/results/study.ts';
import { clockOfMs } from '../../workload/clock.ts';
import { cellName } from '../baselines.ts';
import type { Contracts } from '../contracts/contracts.ts';
import { headCountOf } from '../contracts/roster-plan.ts';
import { type HeadCount, requirementOf } from '../head-count.ts';
import { gapOf } from '../milp/solver.ts';
import type { FrontierPoint } from '../recommendation.ts';
import { risksOf } from '../risks.ts';
import type { MissingPeople, NamedShift } from '../roster/solve-week.ts';
import { paidHours } from '../roster/week-terms.ts';
import type { Target } from '../target.ts';
import { confidence } from '../verify.ts';
import { againstToday } from './against-today.ts';
import { daysFor } from './days-for.ts';
import type { OpenDay } from './open-days.ts';
import { costOfWeek, type SettledWeek, stagedTrial } from './settle.ts';
import { inBackOffice, namedRoster, officeOn, workedOn } from './week-days.ts';
import type { DayOfWeek, WeekRecommendation } from './week-recommendation.ts';

/** Customers by whom a day that does not go as forecast is told. */
const riskCustomers = 60_000;

/** What a search of a week ended with. */
export interface FoundWeek extends Pick<WeekRecommendation, 'stopped' | 'elastic' | 'onCall'> {
  readonly required: readonly HeadCount[];
  readonly week: SettledWeek;
  /** Bound and frontier, which the solver works at while the engine runs what is told of the days; absent when stopped. */
  readonly besides?: Promise<readonly [bound: number | null, frontier: readonly FrontierPoint[] | null]>;
}

interface Told {
  readonly contracts: Contracts;
  readonly targets: readonly Target[];
  readonly seed: number;
  readonly progress?: ((text: string) => void) | undefined;
}

/** What is told of a week, beside today's plan and days that go otherwise. */
export async function tellWeek(
  { contracts, targets, seed, progress }: Told,
  open: readonly OpenDay[],
  { required, week, stopped, elastic, onCall, besides = Promise.resolve([null, null] as const) }: FoundWeek,
): Promise<WeekRecommendation> {
  const { roster } = week;
  const shifts = roster.shifts!;
  const cost = costOfWeek(week);
  const isOnCall = ({ day, shift }: NamedShift): boolean => open[day]!.space.shifts[shift]!.kind === 'on-call';
  const hoursOfShift = ({ day, shift }: NamedShift): number => {
    const { space, weekday } = open[day]!;
    const { span, shifts: catalogue, rules } = space;
    return paidHours({ weekday, ...span, need: [], shifts: catalogue, rules, cuts: [] }, shift);
  };
  progress?.('running what people do today, and days that do not go as forecast');
  const daysTold = Promise.all(
    open.map(async (day, d): Promise<DayOfWeek> => {
      const { called, day: chosen, plan, verified } = week.days[d]!;
      const { grid } = day.trial;
      // the rules and calls of the chosen plan, and a run that is not stopped
      const trial = { ...stagedTrial(chosen, plan, called), run: day.trial.run };
      const present = headCountOf(day.space, workedOn(shifts, d), required[d]!, officeOn(roster.backOffice, d));
      const needed = required[d]!.map((one, cell) => Math.min(one, present[cell]!));
      return {
        weekday: day.weekday,
        requirement: requirementOf(grid, chosen.trial.rules === undefined && called === null ? required[d]! : needed),
        plan,
        ...(called === null ? {} : { called }),
        kpis: estimateKpis(verified.sections),
        holds: verified.holds,
        days: verified.days,
        failing: verified.failing.map((cell) => cellName(grid, cell)),
        ...(await againstToday(day.trial, contracts, present, required[d]!, verified)),
        risks: await risksOf(trial, plan, verified, daysFor(trial, riskCustomers, verified.days)),
      };
    }),
  );
  const [days, [bound, frontier]] = await Promise.all([daysTold, besides]);
  const office = inBackOffice(open, roster);
  return {
    target: targets.map(({ text }) => text).join(', '),
    roster: namedRoster(open, shifts),
    days,
    cost,
    costUnit: contracts.currency,
    bound,
    gap: gapOf(cost, bound),
    solverGap: roster.gap,
    stopped,
    verified: { holds: week.holds, confidence, seed },
    people: contracts.people.map(({ id }) => {
      const own = shifts.filter(({ person }) => person === id);
      const sure = own.filter((one) => !isOnCall(one));
      return { id, hours: sure.reduce((sum, one) => sum + hoursOfShift(one), 0), days: own.length };
    }),
    gives: [
      ...roster.gives,
      ...roster.missing.map((one) => ({ rule: missingAt(open[one.day]!, one), by: Math.round(one.people * 100) / 100 })),
    ],
    ...(office.length > 0 ? { backOffice: office } : {}),
    ...(elastic ? { elastic } : {}),
    ...(onCall ? { onCall } : {}),
    ...(frontier ? { frontier } : {}),
  };
}

/** Skills of a week are positions among its roles; those of its days begin alike. */
const missingAt = ({ weekday, space }: OpenDay, { busy, skill, step }: MissingPeople): string =>
  `need of ${space.skills.names[skill] ?? 'staff'} on ${busy ? 'the busiest of ' : ''}day ${weekday} of the week at ${clockOfMs(space.span.fromMs + step * space.span.stepMs)}`;
