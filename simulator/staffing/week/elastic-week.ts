import { estimateKpis, type KpiEstimate } from '../../engine/results/study.ts';
import type { Names } from '../../lobby/branch/names.ts';
import { minuteMs } from '../../workload/clock.ts';
import type { FlexStaff } from '../contracts/contracts.ts';
import { dayProblemOf } from '../contracts/roster-space.ts';
import { leastHourly } from '../contracts/wages.ts';
import { flexCostOf, type Limits, limitsOf } from '../elastic/advice.ts';
import { leastWithFlex } from '../elastic/bounds.ts';
import { rulesInForce } from '../elastic/candidates.ts';
import { searchElastic, withRules } from '../elastic/search.ts';
import { relaxed } from '../milp/program.ts';
import type { Solver } from '../milp/solver.ts';
import type { Requirement } from '../requirement.ts';
import { dayProgram } from '../roster/day-program.ts';
import { byKindOfDay } from './open-days.ts';
import type { AskedDay, SettledWeek } from './settle.ts';
import type { WeekElastic } from './week-recommendation.ts';

/** Days of the search's tapes: fewer than for a day by itself, since the week is tried as a whole afterwards. */
const elasticDays = 96;
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
  /** Cost of a roster of the week, without trying it. */
  readonly rosterCost: (days: readonly AskedDay[]) => Promise<number>;
}

/**
 * Elastic rules for a week: searched for each kind of day with the head-count, rostered and tried together; a day on which the station costs
 * more than the roster saves goes without; kept when the lower limit of what the week saves is above 0.
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
  progress('elastic rules for each kind of day');
  const found = await byKindOfDay(days, (day) => searchDay(day, required[days.indexOf(day)]!, options));
  let asked = days.map((day, d) => {
    const { rules, counts } = found[d]!;
    return rules.length === 0 ? day : { ...day, trial: withRules(day.trial, rules), need: counts };
  });
  if (asked.every((day, d) => day === days[d])) return { advice: noneFound(found), week: null };
  let week = await options.settle(asked);
  if (week === null) return { advice: noneFound(found), week: null };
  const without = await daysBetterWithout(week, days, options);
  if (without.size > 0) {
    asked = asked.map((day, d) => (without.has(d) ? days[d]! : day));
    if (asked.every((day, d) => day === days[d])) return { advice: noneFound(found), week: null };
    week = (await options.settle(asked)) ?? week;
  }
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

/** Rules of one kind of day; a roster is weighed with people who may be cut in two, which takes no time. */
function searchDay(day: AskedDay, { counts }: Requirement, { flexStaff, solver, progress }: ElasticWeekOptions) {
  const { space, trial } = day;
  return searchElastic(
    trial,
    counts,
    {
      flexStaff,
      wageOf: (role) => leastHourly(space.contracts, role),
      rosterCost: async (head) => {
        const { program } = dayProgram(dayProblemOf(space, head, []));
        return (await solver.solve(relaxed(program), { gap: 0.005, seconds: 2 })).cost ?? Number.POSITIVE_INFINITY;
      },
    },
    elasticDays,
    (text) => progress(`day ${day.weekday} of the week: ${text}`),
  );
}

/** Days whose rules cost more than the week's roster saves by them. */
async function daysBetterWithout(week: SettledWeek, plain: readonly AskedDay[], options: ElasticWeekOptions): Promise<Set<number>> {
  const without = new Set<number>();
  const elastic = week.days.flatMap(({ day, verified }, d) =>
    day.trial === plain[d]!.trial ? [] : [{ d, cost: flexCostOf(estimateKpis(verified.sections)) }],
  );
  if (elastic.length < 2) return without;
  for (const { d, cost } of elastic.toSorted((a, b) => b.cost - a.cost)) {
    options.progress(`whether elastic rules pay on day ${plain[d]!.weekday} of the week`);
    const asked = week.days.map(({ day }, at) => (at === d || without.has(at) ? plain[at]! : day));
    const before = week.days.map(({ day }, at) => (without.has(at) ? plain[at]! : day));
    const dearer = (await options.rosterCost(asked)) - (without.size === 0 ? week.rosterCost : await options.rosterCost(before));
    if (dearer < cost) without.add(d);
  }
  return without;
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

const noneFound = (found: readonly { readonly tried: readonly unknown[] }[]): WeekElastic => {
  const tried = [...new Set(found)].reduce((sum, one) => sum + one.tried.length, 0);
  return {
    days: [],
    saves: null,
    opening: null,
    reason: {
      zh: `试了 ${tried} 条弹性窗口规则，没有一条省下的班次多于开窗的成本。`,
      en: `Of ${tried} elastic rules tried none saves more of the week's roster than opening the station costs.`,
    },
  };
};

const dayNames = {
  zh: ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;

function reasonOf(days: WeekElastic['days'], saves: Limits, opening: Limits, unit: string, pays: boolean, holds: boolean): Names {
  const one = ({ value, low, high }: Limits): string =>
    `${value.toFixed(0)} ${unit} (95 %: ${low.toFixed(0)} … ${high.toFixed(0)})`;
  const minutes = (ms: number): string => (ms / minuteMs).toFixed(1);
  const said = days.flatMap(({ weekday, rules }) =>
    rules.map(({ station, openAtWaiting, closeAtWaiting, holdMs }) => ({
      zh: `${dayNames.zh[weekday]}等候 ≥ ${openAtWaiting} 人满 ${minutes(holdMs)} 分钟开 ${station}，≤ ${closeAtWaiting} 人关`,
      en: `${dayNames.en[weekday]}: open ${station} when ${openAtWaiting} have waited for ${minutes(holdMs)} min, close at ${closeAtWaiting}`,
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
