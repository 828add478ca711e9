import { estimateKpis } from '../../engine/results/study.ts';
import { clockOfMs } from '../../workload/clock.ts';
import { cellName } from '../baselines.ts';
import type { Contracts } from '../contracts/contracts.ts';
import { headCountOf } from '../contracts/roster-plan.ts';
import { type HeadCount, requirementOf } from '../head-count.ts';
import { gapOf } from '../milp/solver.ts';
import { risksOf } from '../risks.ts';
import type { NamedShift, WeekRoster } from '../roster/solve-week.ts';
import { paidHours } from '../roster/week-program.ts';
import type { Target } from '../target.ts';
import { confidence, type Verified } from '../verify.ts';
import { againstToday } from './against-today.ts';
import type { OpenDay } from './open-days.ts';
import { dayPlan, namedRoster, workedOn } from './week-days.ts';
import type { DayOfWeek, WeekRecommendation } from './week-recommendation.ts';

/** What a search of a week ended with. */
interface FoundWeek {
  readonly required: readonly HeadCount[];
  readonly roster: WeekRoster;
  readonly tried: readonly Verified[];
  readonly bound: number | null;
  readonly stopped: boolean;
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
  { required, roster, tried, bound, stopped }: FoundWeek,
): Promise<WeekRecommendation> {
  const shifts = roster.shifts!;
  const cost = roster.cost ?? 0;
  const hoursOfShift = ({ day, shift }: NamedShift): number => {
    const { space, weekday } = open[day]!;
    const { span, shifts: catalogue, rules } = space;
    return paidHours({ weekday, ...span, need: [], shifts: catalogue, rules, cuts: [] }, shift);
  };
  const days: DayOfWeek[] = [];
  for (const [d, day] of open.entries()) {
    const seen = tried[d]!;
    const plan = dayPlan(day, shifts, d);
    progress?.(`running what people do today, day ${day.weekday} of the week`);
    days.push({
      weekday: day.weekday,
      requirement: requirementOf(day.trial.grid, required[d]!),
      plan,
      kpis: estimateKpis(seen.sections),
      holds: seen.holds,
      days: seen.days,
      failing: seen.failing.map((cell) => cellName(day.trial.grid, cell)),
      ...(await againstToday(day.trial, contracts, headCountOf(day.space, workedOn(shifts, d)), required[d]!, seen)),
      risks: await risksOf(day.trial, plan, seen),
    });
  }
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
    verified: { holds: tried.every(({ holds }) => holds), confidence, seed },
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
  `need of ${space.skills.names[skill] ?? 'staff'} on day ${weekday} of the week at ${clockOfMs(space.span.fromMs + step * space.span.stepMs)}`;
