import { profileOf } from '../../../engine/run.ts';
import type { Role } from '../../../lobby/branch/service.ts';
import type { Chart } from '../../../report/chart.ts';
import { plain } from '../../../report/format/quantity.ts';
import { type Block, reportHtml, type Section } from '../../../report/html/report.ts';
import { type Language, labelIn, wordsIn } from '../../../report/words/words.ts';
import { guardWords } from '../../../staffing/doubt/guard-words.ts';
import { staffGrid } from '../../../staffing/grid.ts';
import type { Recommendation } from '../../../staffing/recommendation.ts';
import { parseTargets } from '../../../staffing/target.ts';
import type { HalfHourWaits } from '../../../staffing/waits-by-half-hour.ts';
import type { Model } from '../../../workload/model.ts';
import type { ArrivalProfile } from '../../../workload/model-shape.ts';
import { warningIn } from '../../warning.ts';
import { demandChart } from './demand-chart.ts';
import { waitWords } from './estimate-words.ts';
import { frontierChart } from './frontier-chart.ts';
import { ganttCharts, staffingCharts } from './roster-charts.ts';
import { changesTable, plansTable, risksTable, whenMissed } from './tables.ts';
import { p90LimitOf, targetInWords } from './target-words.ts';
import { waitsCharts } from './waits-charts.ts';
import { recommendedName, reportWords, todayName } from './words.ts';

/** What a report says beside the recommendation. */
export interface ReportContext {
  readonly warnings: readonly string[];
  /** The command that gives the same again. */
  readonly command: string;
  /** The kind of day it is for; the model's first when absent. */
  readonly profile?: string | undefined;
  /** How the contracts were named; those beside the model when absent. */
  readonly contracts?: string | undefined;
}

/** Waits by half hour under both plans; today's is null where the model has none. */
export interface WaitsOfPlans {
  readonly recommended: readonly HalfHourWaits[];
  readonly today: readonly HalfHourWaits[] | null;
}

const charts = (of: readonly Chart[]): Block[] => of.map((chart) => ({ is: 'chart', chart }));

/** The recommendation as one HTML file to be printed. */
export function dayReport(
  model: Model,
  answer: Recommendation,
  waits: WaitsOfPlans,
  language: Language,
  context: ReportContext,
): string {
  const words = reportWords[language];
  const money = (cost: number): string => words.money(plain(cost, answer.costUnit === 'staff-hours' ? 1 : 0), answer.costUnit);
  const targets = parseTargets(answer.targets.join(', '), model.branch);
  const said = targets.map((target) => targetInWords(target, model.branch, language)).join(language === 'zh-CN' ? '；' : '; ');
  const plans = [
    ...(model.plan ? [{ name: todayName, roster: model.plan.roster }] : []),
    { name: recommendedName, roster: answer.roster },
  ];
  const profile = profileOf(model, context.profile);
  const section = (title: string, ...blocks: Block[]): Section => ({ title, blocks });
  const costUnit =
    answer.costUnit === 'staff-hours'
      ? { zh: '人时/天', en: 'staff-hours a day' }
      : { zh: `${answer.costUnit}/天`, en: `${answer.costUnit} a day` };
  return reportHtml({
    language,
    title: words.title(labelIn(language, model.branch.names)),
    about: words.about(said),
    made: new Date().toISOString().slice(0, 10),
    ...verdictOf(answer, money, language),
    facts: factsOf(answer, money, language),
    sections: [
      section(words.costs, plansTable(answer, money, language), { is: 'text', text: words.limitsNote }),
      section(words.rosters, ...charts(ganttCharts(plans, language)), ...backOfficeText(answer, language)),
      ...(answer.onCall ? [section(words.onCall, { is: 'text', text: labelIn(language, answer.onCall.reason) })] : []),
      ...(answer.elastic ? [section(words.elastic, { is: 'text', text: labelIn(language, answer.elastic.reason) })] : []),
      ...(answer.changes.length === 0 ? [] : [section(words.changes, changesTable(answer.changes, language))]),
      section(
        words.waits,
        { is: 'text', text: words.waitsNote },
        ...waitsCharts(
          [...(waits.today ? [{ name: todayName, waits: waits.today }] : []), { name: recommendedName, waits: waits.recommended }],
          (role) => p90LimitOf(targets, servicesOf(model, profile, role)),
          language,
        ),
      ),
      section(words.demand, ...charts([demandChart(profile, language)])),
      section(words.staffing, ...staffingCharts(plans, answer.requirement, language)),
      section(words.frontier, ...charts([frontierChart(answer.frontier, costUnit, p90LimitOf(targets), language)])),
      section(words.risks, risksTable(answer.risks, language), { is: 'text', text: words.limitsNote }),
    ],
    assumptions: [
      ...context.warnings.map((text) => warningIn(language, text)),
      ...words.assumptions(answer.costUnit === 'staff-hours' && context.contracts !== 'usual' ? 'none' : context.contracts),
      ...(answer.guard ? [labelIn(language, guardWords(answer.guard, answer.cost, money))] : []),
      ...(answer.bound > 0 ? [words.bound(money(answer.bound), plain(100 * answer.gap, 0))] : []),
    ],
    reproduce: {
      commands: [inLines(context.command)],
      notes: [answer.costUnit === 'staff-hours' ? words.reproduce : words.reproduceSolved],
    },
  });
}

/** When people of the back office do its work instead. */
function backOfficeText({ backOffice = [] }: Recommendation, language: Language): Block[] {
  if (backOffice.length === 0) return [];
  const said = backOffice.map(({ contract, from, to }) => `${contract} ${from}–${to}`);
  return [{ is: 'text', text: reportWords[language].backOffice(said.join(wordsIn(language).and)) }];
}

/** Services, by position, that people of a role give. */
function servicesOf(model: Model, profile: ArrivalProfile, role: Role): number[] {
  const { cells, roles } = staffGrid(model, profile);
  return cells.roleOfService.flatMap((row, service) => (row >= 0 && roles[row] === role ? [service] : []));
}

/** Letters of a line of a command on paper. */
const commandWidth = 72;

/** A command in lines that end between options: no dash is parted from its word. */
export function inLines(command: string): string {
  const lines: string[] = [];
  for (const option of command.split(/ (?=--)/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + option.length < commandWidth) lines[lines.length - 1] = `${last} ${option}`;
    else lines.push(option);
  }
  return lines.join(' \\\n  ');
}

/** The first sentences: against today's plan, against Erlang C, and whether it holds. */
function verdictOf(
  { baselines, cost, gives, shortfall, verified }: Recommendation,
  money: (cost: number) => string,
  language: Language,
) {
  const words = reportWords[language];
  const { today, sippCover } = baselines;
  const percent = (of: number, base: number): number => (base > 0 ? Math.round(100 * (of / base - 1)) : 0);
  const erlang = words.againstErlang(money(sippCover.cost), -percent(cost, sippCover.cost));
  return {
    finding:
      today && verified.holds
        ? words.againstToday(money(cost), money(today.cost), percent(cost, today.cost), today.missed.length)
        : words.alone(money(cost)),
    details: [
      verified.holds ? words.holds(plain(verified.days)) : words.fails(whenMissed(verified.failing, language)),
      ...gives.map(({ rule, by }) => words.gives(rule, plain(by, 2))),
      ...(shortfall ? [labelIn(language, shortfall.reason)] : []),
      erlang,
    ],
  };
}

function factsOf(
  { baselines, bound, cost, gap, kpis, verified }: Recommendation,
  money: (cost: number) => string,
  language: Language,
) {
  const words = reportWords[language];
  const { today } = baselines;
  const p90 = waitWords(kpis.waitP90Ms, language);
  return [
    { label: words.cost, value: money(cost), note: today ? words.todayIs(money(today.cost)) : words.gap(plain(100 * gap)) },
    {
      label: words.missed,
      value: plain(verified.failing.length),
      note: today ? words.todayIs(plain(today.missed.length)) : undefined,
    },
    {
      label: words.p90,
      value: p90.value,
      note: today
        ? words.todayIs(waitWords(today.kpis.waitP90Ms, language).value)
        : p90.limits === null
          ? undefined
          : words.limits(p90.limits),
    },
    // where rules clash or stations are too few, no bound is known
    ...(bound > 0 ? [{ label: words.boundLabel, value: money(bound), note: words.gap(plain(100 * gap, 0)) }] : []),
  ];
}
