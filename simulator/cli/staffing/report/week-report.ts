import type { Chart } from '../../../report/chart.ts';
import { heatStrip } from '../../../report/charts/heat-strip.ts';
import { plain } from '../../../report/format/quantity.ts';
import { type Block, reportHtml, type Section } from '../../../report/html/report.ts';
import { roleNames } from '../../../report/roster/role-names.ts';
import { type Label, type Language, labelIn, wordsIn } from '../../../report/words/words.ts';
import { parseTargets } from '../../../staffing/target.ts';
import type { HalfHourWaits } from '../../../staffing/waits-by-half-hour.ts';
import type { WeekRecommendation } from '../../../staffing/week/week-recommendation.ts';
import { minuteMs, msOfClock } from '../../../workload/clock.ts';
import type { Model } from '../../../workload/model.ts';
import { warningIn } from '../../warning.ts';
import { inLines, type ReportContext, type WaitsOfPlans } from './day-report.ts';
import { frontierChart } from './frontier-chart.ts';
import { ganttCharts } from './roster-charts.ts';
import { p90LimitOf, targetInWords } from './target-words.ts';
import { daysTable, namesTable, timesTable, weekChangesTable, weekRisksTable } from './week-tables.ts';
import { weekWords } from './week-words.ts';
import { planNames, reportWords } from './words.ts';

/** Waits of a day of the week by half hour. */
export interface DayWaits extends WaitsOfPlans {
  readonly weekday: number;
}

const stepMs = 30 * minuteMs;

/** A week by names as one HTML file to be printed. */
export function weekReport(
  model: Model,
  answer: WeekRecommendation,
  waits: readonly DayWaits[],
  language: Language,
  context: ReportContext,
): string {
  const words = weekWords[language];
  const usual = reportWords[language];
  const money = (cost: number): string => usual.money(plain(cost, 0), answer.costUnit);
  const targets = parseTargets(answer.target, model.branch);
  const aWeek = { zh: `${answer.costUnit}/周`, en: `${answer.costUnit} a week` };
  const said = targets.map((target) => targetInWords(target, model.branch, language));
  const charts = (of: readonly Chart[]): Block[] => of.map((chart) => ({ is: 'chart', chart }));
  const section = (title: string, ...blocks: Block[]): Section => ({ title, blocks });
  const byDay = answer.days.map(({ weekday }) => ({
    name: nameOf(weekday),
    roster: answer.roster.filter((shift) => shift.weekday === weekday).map((shift) => ({ ...shift, count: 1 })),
  }));
  const changed = answer.days.some(({ changes }) => changes.length > 0);
  return reportHtml({
    language,
    title: words.title(labelIn(language, model.branch.names)),
    about: usual.about(said.join(language === 'zh-CN' ? '；' : '; ')),
    made: new Date().toISOString().slice(0, 10),
    ...verdictOf(answer, money, language),
    facts: [
      { label: words.cost, value: money(answer.cost), note: answer.gap === null ? undefined : usual.gap(plain(100 * answer.gap)) },
      { label: words.people, value: plain(answer.people.filter(({ days }) => days > 0).length) },
      { label: words.hours, value: plain(answer.people.reduce((sum, { hours }) => sum + hours, 0)) },
    ],
    sections: [
      section(words.daysTable, daysTable(answer.days, language), { is: 'text', text: usual.limitsNote }),
      section(words.rosters, namesTable(answer, language), { is: 'text', text: words.inBrackets }),
      ...(answer.onCall
        ? [
            section(
              words.onCall,
              { is: 'text', text: labelIn(language, answer.onCall.reason) },
              ...(answer.onCall.standingBy.length > 0 ? [timesTable(words.standingBy, answer.onCall.standingBy, language)] : []),
            ),
          ]
        : []),
      ...(answer.elastic ? [section(words.elastic, { is: 'text', text: labelIn(language, answer.elastic.reason) })] : []),
      ...(answer.backOffice ? [section(words.backOffice, timesTable(words.backOffice, answer.backOffice, language))] : []),
      section(words.byDay, ...charts(ganttCharts(byDay, language))),
      section(words.waits, { is: 'text', text: words.waitsNote }, ...charts(waitStrips(waits, language))),
      section(words.demand, ...charts([demandStrip(model, answer, language)])),
      ...(answer.frontier && answer.frontier.length > 1
        ? [
            section(words.frontier, ...charts([frontierChart(answer.frontier, aWeek, p90LimitOf(targets), language)]), {
              is: 'text',
              text: frontierText(answer.frontier, language),
            }),
          ]
        : []),
      section(usual.risks, weekRisksTable(answer.days, language), { is: 'text', text: usual.limitsNote }),
      ...(changed ? [section(usual.changes, weekChangesTable(answer.days, language))] : []),
    ],
    assumptions: [
      ...context.warnings.map((text) => warningIn(language, text)),
      ...words.assumptions,
      ...(answer.bound === null ? [] : [words.bound(money(answer.bound), plain(100 * (answer.gap ?? 0)))]),
      words.solver(plain(100 * (answer.solverGap ?? 0), 2)),
    ],
    reproduce: { commands: [inLines(context.command)], notes: [usual.reproduceSolved] },
  });
}

/** What the points are, and which of the weeks do not hold. */
function frontierText(points: NonNullable<WeekRecommendation['frontier']>, language: Language): string {
  const words = weekWords[language];
  const missing = points.filter(({ holds }) => !holds).map(({ name }) => labelIn(language, planNames(name)));
  return [words.frontierNote, ...(missing.length === 0 ? [] : [words.frontierMisses(missing.join(wordsIn(language).and))])].join(
    language === 'zh-CN' ? '' : ' ',
  );
}

/** A day of the week as charts name it. */
const nameOf = (weekday: number): Label => ({ zh: weekWords['zh-CN'].dayNames[weekday]!, en: weekWords.en.dayNames[weekday]! });

function verdictOf(answer: WeekRecommendation, money: (cost: number) => string, language: Language) {
  const words = weekWords[language];
  const { days, cost, gives, stopped, verified } = answer;
  const today = days.reduce((sum, one) => sum + (one.today?.cost ?? 0), 0);
  const missed = days.reduce((sum, one) => sum + (one.today?.missed.length ?? 0), 0);
  const failing = days.filter(({ holds }) => !holds).map(({ weekday }) => words.dayNames[weekday]!);
  return {
    finding:
      today > 0 && verified.holds
        ? words.againstToday(money(cost), money(today), Math.round(100 * (cost / today - 1)), missed)
        : words.alone(money(cost)),
    details: [
      ...(stopped ? [words.stopped] : []),
      failing.length === 0 ? words.holds(days.length) : words.fails(failing.join(language === 'zh-CN' ? '、' : ', ')),
      ...gives.map(({ rule, by }) => reportWords[language].gives(rule, plain(by, 2))),
    ],
  };
}

function waitStrips(waits: readonly DayWaits[], language: Language): Chart[] {
  const all = waits.flatMap(({ recommended }) => recommended);
  const roles = [...new Set(all.map(({ role }) => role))];
  const firstMs = Math.min(...all.map(({ from }) => msOfClock(from)));
  const lastMs = Math.max(...all.map(({ from }) => msOfClock(from)));
  const cellsOf = (rows: readonly HalfHourWaits[], role: HalfHourWaits['role']): (number | null)[] =>
    Array.from({ length: (lastMs - firstMs) / stepMs + 1 }, (_, step) => {
      const found = rows.find((one) => one.role === role && msOfClock(one.from) === firstMs + step * stepMs);
      return found?.waitP90Ms?.value ?? null;
    });
  return roles.map((role) =>
    heatStrip(
      {
        what: {
          zh: weekWords['zh-CN'].waitsOf(roleNames[role].all.zh),
          en: weekWords.en.waitsOf(roleNames[role].all.en),
        },
        quantity: 'duration',
        fromMs: firstMs,
        stepMs,
        days: waits.map(({ weekday, recommended }) => ({ name: nameOf(weekday), cells: cellsOf(recommended, role) })),
      },
      { language },
    ),
  );
}

function demandStrip(model: Model, { days }: WeekRecommendation, language: Language): Chart {
  const profiles = days.map(({ weekday }) => ({
    weekday,
    profile: model.arrivals.find((one) => one.days.includes(weekday as 1))!,
  }));
  const step = profiles[0]!.profile.stepMinutes * minuteMs;
  const firstMs = Math.min(...profiles.map(({ profile }) => msOfClock(profile.from)));
  return heatStrip(
    {
      what: { zh: '到达客户', en: 'Arrivals' },
      quantity: 'count',
      fromMs: firstMs,
      stepMs: step,
      days: profiles.map(({ weekday, profile }) => ({
        name: nameOf(weekday),
        cells: [...Array.from({ length: (msOfClock(profile.from) - firstMs) / step }, () => null), ...profile.expected],
      })),
    },
    { language },
  );
}
