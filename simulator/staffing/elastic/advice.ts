import {
  estimateDifferences,
  estimateKpis,
  type KpiEstimate,
  type KpiEstimates,
  type SectionTallies,
} from '../../engine/results/study.ts';
import type { Names } from '../../lobby/branch/names.ts';
import type { ElasticRule } from '../../lobby/branch/rules.ts';
import { minuteMs } from '../../workload/clock.ts';
import type { TriedRules } from './search.ts';

/** A figure with its 95 % limits; of a difference on the same days, what both plans owe to the days cancels. */
export interface Limits {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What was found about elastic rules: those that pay, or that none does. */
export interface ElasticAdvice {
  /** In force in the plan, beside those there were; empty when none pays. */
  readonly rules: readonly ElasticRule[];
  /** Candidates that were weighed. */
  readonly tried: readonly TriedRules[];
  /** Of the best: the roster's cost without it less that with it, less what opening costs; a day. */
  readonly saves: Limits | null;
  /** What stations opened by rules cost a day. */
  readonly opening: Limits | null;
  /** With the rules less without them, on the same fresh days. */
  readonly difference: KpiEstimates | null;
  readonly reason: Names;
}

/** A figure without limits has itself for both. */
export const limitsOf = (estimate: KpiEstimate): Limits =>
  estimate === null
    ? { value: 0, low: 0, high: 0 }
    : typeof estimate === 'number'
      ? { value: estimate, low: estimate, high: estimate }
      : estimate;

/** What stations opened by elastic rules cost a day. */
export const flexCostOf = ({ flexCost }: KpiEstimates): number => limitsOf(flexCost).value;

/** A plan as it was run on fresh days: the cost of its roster, without elastic stations. */
interface PlanRun {
  readonly rosterCost: number;
  readonly sections: SectionTallies;
}

/** Whether the rules pay for sure, and why, from both plans on the same days. `unit`: of the costs. */
export function elasticAdvice(
  rules: readonly ElasticRule[],
  tried: readonly TriedRules[],
  without: PlanRun,
  withThem: PlanRun & { readonly holds: boolean },
  unit: string,
): ElasticAdvice {
  const difference = estimateDifferences(withThem.sections, without.sections);
  const more = limitsOf(difference.flexCost);
  const less = without.rosterCost - withThem.rosterCost;
  const saves = { value: less - more.value, low: less - more.high, high: less - more.low };
  const opening = limitsOf(estimateKpis(withThem.sections).flexCost);
  const pays = saves.low > 0 && withThem.holds;
  return {
    rules: pays ? rules : [],
    tried,
    saves,
    opening,
    difference,
    reason: reasonOf(rules, verdictOn(pays, withThem.holds), saves, opening, difference, unit),
  };
}

/** Nothing seemed to pay already on the search's tapes. */
export const nothingPays = (tried: readonly TriedRules[]): ElasticAdvice => ({
  rules: [],
  tried,
  saves: null,
  opening: null,
  difference: null,
  reason:
    tried.length === 0
      ? { zh: '没有可由后台人员临时开启的窗口。', en: 'There is no station that the back office could open.' }
      : {
          zh: `试了 ${tried.length} 条弹性窗口规则，没有一条省下的班次多于开窗的成本。`,
          en: `Of ${tried.length} elastic rules tried none saves more of the roster than opening the station costs.`,
        },
});

const verdictOn = (pays: boolean, holds: boolean): Names =>
  pays
    ? { zh: '', en: '' }
    : holds
      ? { zh: '省下的并不确定，故不采用。', en: ' That it saves is not sure, so it is left out.' }
      : { zh: '但未必达标，故不采用。', en: ' But with it the target does not surely hold, so it is left out.' };

function reasonOf(
  rules: readonly ElasticRule[],
  verdict: Names,
  saves: Limits,
  opening: Limits,
  { waitMeanMs }: KpiEstimates,
  unit: string,
): Names {
  const one = ({ value, low, high }: Limits): string =>
    `${value.toFixed(1)} ${unit} (95 %: ${low.toFixed(1)} … ${high.toFixed(1)})`;
  const wait = limitsOf(waitMeanMs);
  const minutes = (ms: number): string => (ms / minuteMs).toFixed(1);
  const longer = wait.low > 0;
  const shorter = wait.high < 0;
  const waitZh = shorter ? '顾客平均少等' : longer ? '顾客平均多等（仍达标）' : '顾客平均等候无明显差别';
  const waitEn = shorter ? 'Customers wait less by' : longer ? 'Customers wait longer, within the target, by' : 'Waits differ by';
  const by = `${minutes(shorter ? -wait.value : wait.value)} min (95 %: ${minutes(shorter ? -wait.high : wait.low)} … ${minutes(shorter ? -wait.low : wait.high)})`;
  const said = rules.map(({ station, openAtWaiting, closeAtWaiting, holdMs }) => ({
    zh: `等候 ≥ ${openAtWaiting} 人满 ${minutes(holdMs)} 分钟开 ${station}，≤ ${closeAtWaiting} 人关`,
    en: `open ${station} when ${openAtWaiting} have waited for ${minutes(holdMs)} min, close at ${closeAtWaiting}`,
  }));
  return {
    zh: `${said.map(({ zh }) => zh).join('；')}：每天净省 ${one(saves)}，其中开窗成本 ${one(opening)}；${waitZh} ${by}。${verdict.zh}`,
    en: `${said.map(({ en }) => en).join('; ')}: saves ${one(saves)} a day net of ${one(opening)} for the station. ${waitEn} ${by}.${verdict.en}`,
  };
}
