import { estimateKpis, type KpiEstimate } from '../../engine/results/study.ts';
import type { Names } from '../../lobby/branch/names.ts';
import type { Role } from '../../lobby/branch/service.ts';
import { visitsADay } from '../../workload/arrivals.ts';
import { minuteMs } from '../../workload/clock.ts';
import type { FlexStaff } from '../contracts/contracts.ts';
import { dayProblemOf } from '../contracts/roster-space.ts';
import { leastHourly } from '../contracts/wages.ts';
import { type Limits, limitsOf } from '../elastic/advice.ts';
import { leastWithFlex } from '../elastic/bounds.ts';
import { rulesInForce } from '../elastic/candidates.ts';
import { fewestUnder, searchElastic, withRules } from '../elastic/search.ts';
import type { Solver } from '../milp/solver.ts';
import { type Requirement, searchDays } from '../requirement.ts';
import { solveDay } from '../roster/solve-day.ts';
import { judge } from '../trial.ts';
import { byKindOfDay } from './open-days.ts';
import type { AskedDay, SettledWeek } from './settle.ts';
import type { WeekElastic } from './week-recommendation.ts';
import { weekdayNames } from './weekday-names.ts';

/** Not worth a search: what could be saved at most, as a share of the cost. */
const worthwhile = 0.003;

/** What a week's elastic rules are searched with. */
export interface ElasticWeekOptions {
  readonly flexStaff: readonly FlexStaff[];
  readonly solver: Solver;
  readonly unit: string;
  readonly progress: (text: string) => void;
  /** Cost of the cheapest week for these needs, people cut in two: no such week costs less. */
  readonly floorOf: (days: readonly AskedDay[]) => Promise<number>;
  readonly settle: (days: readonly AskedDay[]) => Promise<SettledWeek | null>;
}

/**
 * Elastic rules for a week: searched on its busiest day with the head-count, as few as then hold on each kind of day, rostered and tried together; a day on which the station costs more than the
 * roster could save goes without; kept when the lower limit of what the week saves is above 0.
 */
export async function elasticWeek(
  plain: SettledWeek,
  required: readonly Requirement[],
  options: ElasticWeekOptions,
): Promise<{ readonly advice: WeekElastic; readonly week: SettledWeek | null }> {
  const { flexStaff, floorOf, progress, unit } = options;
  const days = plain.days.map(({ day }) => day);
  // as if they stood at their stations all day for nothing
  const floor = await floorOf(
    days.map((day, d) => ({ ...day, ...leastWithFlex(day.trial.grid, required[d]!.bounds, flexStaff), busy: undefined })),
  );
  const most = plain.rosterCost - floor;
  if (most < worthwhile * plain.rosterCost) return { advice: nothingToSave(most, unit), week: null };
  progress('elastic rules');
  const lead = busiestOf(days);
  const { greed, rules: best, tried } = await searchDay(days[lead]!, required[lead]!, options);
  if (best.length === 0) return { advice: noneFound(tried.length), week: null };
  const found = await byKindOfDay(days, ({ space, trial }, d) => {
    const wageOf = (role: Role): number => leastHourly(space.contracts, role);
    return fewestUnder(withRules(trial, best), required[d]!.counts, { flexStaff, wageOf }, greed, searchDays);
  });
  const elastic = days.map((day, d): AskedDay => ({ ...day, trial: withRules(day.trial, best), need: found[d]! }));
  const costs = await byKindOfDay(elastic, async ({ need, trial }) => (await judge(trial, need, searchDays)).flexCost);
  const asked = await withoutDearDays(elastic, days, costs, options);
  const left = costs.reduce((sum, cost, d) => sum + (asked[d] === days[d] ? 0 : cost), 0);
  // no roster for these needs costs less than its floor
  if (plain.rosterCost - (await floorOf(asked)) <= left) return { advice: noneFound(tried.length), week: null };
  const week = await options.settle(asked);
  if (week === null) return { advice: noneFound(tried.length), week: null };
  const opening = openingLimits(week);
  const less = plain.rosterCost - week.rosterCost;
  const saves = { value: less - opening.value, low: less - opening.high, high: less - opening.low };
  const pays = saves.low > 0 && week.holds;
  const rules = week.days.flatMap(({ day }, d) => {
    const known = new Set(rulesInForce(days[d]!.trial).map(({ id }) => id));
    const own = rulesInForce(day.trial).filter(({ id }) => !known.has(id));
    return own.length === 0 ? [] : [{ weekday: day.weekday, rules: own }];
  });
  return {
    advice: { days: pays ? rules : [], saves, opening, reason: reasonOf(rules, saves, opening, unit, pays, week.holds) },
    week: pays ? week : null,
  };
}

/** The day with most customers. */
function busiestOf(days: readonly AskedDay[]): number {
  const visits = days.map(({ trial }) => visitsADay(trial.profile));
  return visits.indexOf(Math.max(...visits));
}

/** Rules of one kind of day. */
function searchDay(day: AskedDay, { counts }: Requirement, { flexStaff, solver, progress }: ElasticWeekOptions) {
  const { space, trial } = day;
  return searchElastic(
    trial,
    counts,
    {
      flexStaff,
      wageOf: (role) => leastHourly(space.contracts, role),
      rosterCost: async (head) => {
        const { cost } = await solveDay(dayProblemOf(space, head, []), solver, { gap: 0.01, seconds: 1 });
        return cost ?? Number.POSITIVE_INFINITY;
      },
    },
    searchDays,
    (text) => progress(`day ${day.weekday} of the week: ${text}`),
  );
}

/** Without rules on days on which the station costs more than the week's roster could save by it, the dearest first. */
async function withoutDearDays(
  elastic: readonly AskedDay[],
  plain: readonly AskedDay[],
  costs: readonly number[],
  { floorOf, progress }: ElasticWeekOptions,
): Promise<readonly AskedDay[]> {
  let asked = elastic;
  let floor = await floorOf(asked);
  for (const [d, cost] of [...costs.entries()].sort(([, a], [, b]) => b - a)) {
    progress(`whether elastic rules pay on day ${plain[d]!.weekday} of the week`);
    const without = asked.with(d, plain[d]!);
    const dearer = await floorOf(without);
    if (dearer - floor >= cost) continue;
    asked = without;
    floor = dearer;
  }
  return asked;
}

/** Of the week: limits of the days are added up, since the days of a study have their luck in common. */
function openingLimits(week: SettledWeek): Limits {
  const all = week.days.map(({ verified }) => limitsOf(estimateKpis(verified.sections).flexCost as KpiEstimate));
  const sum = (of: (one: Limits) => number): number => all.reduce((total, one) => total + of(one), 0);
  return { value: sum(({ value }) => value), low: sum(({ low }) => low), high: sum(({ high }) => high) };
}

const nothingToSave = (most: number, unit: string): WeekElastic => ({
  days: [],
  saves: null,
  opening: null,
  reason: {
    zh: `即使后台人员全天无偿开窗，一周最多也只能省 ${Math.max(0, most).toFixed(0)} ${unit}，故不设弹性窗口。`,
    en: `Even if the back office stood at its stations all day for nothing, a week could save ${Math.max(0, most).toFixed(0)} ${unit} at most: no elastic rules.`,
  },
});

const noneFound = (tried: number): WeekElastic => ({
  days: [],
  saves: null,
  opening: null,
  reason: {
    zh: `试了 ${tried} 条弹性窗口规则，没有一条省下的班次多于开窗的成本。`,
    en: `Of ${tried} elastic rules tried none saves more of the roster than opening the station costs.`,
  },
});

function reasonOf(days: WeekElastic['days'], saves: Limits, opening: Limits, unit: string, pays: boolean, holds: boolean): Names {
  const one = ({ value, low, high }: Limits): string =>
    `${value.toFixed(0)} ${unit} (95 %: ${low.toFixed(0)} … ${high.toFixed(0)})`;
  const minutes = (ms: number): string => (ms / minuteMs).toFixed(1);
  // days with the same rules are named together
  const weekdays = new Map<string, number[]>();
  for (const { rules, weekday } of days) {
    const key = JSON.stringify(rules);
    weekdays.set(key, [...(weekdays.get(key) ?? []), weekday]);
  }
  const said = [...weekdays].flatMap(([key, on]) =>
    days
      .find(({ rules }) => JSON.stringify(rules) === key)!
      .rules.map(({ station, openAtWaiting, closeAtWaiting, holdMs }) => ({
        zh: `${on.map((day) => weekdayNames.zh[day]!).join('、')}等候 ≥ ${openAtWaiting} 人满 ${minutes(holdMs)} 分钟开 ${station}，≤ ${closeAtWaiting} 人关`,
        en: `${on.map((day) => weekdayNames.en[day]!).join(', ')}: open ${station} when ${openAtWaiting} have waited for ${minutes(holdMs)} min, close at ${closeAtWaiting}`,
      })),
  );
  const verdict = pays
    ? { zh: '', en: '' }
    : holds
      ? { zh: '省下的并不确定，故不采用。', en: ' That it saves is not sure, so it is left out.' }
      : { zh: '但未必达标，故不采用。', en: ' But with it the target does not surely hold, so it is left out.' };
  return {
    zh: `${said.map(({ zh }) => zh).join('；')}：一周净省 ${one(saves)}，其中开窗成本 ${one(opening)}。${verdict.zh}`,
    en: `${said.map(({ en }) => en).join('; ')}: saves ${one(saves)} a week net of ${one(opening)} for the stations.${verdict.en}`,
  };
}
