import { profileOf } from '../engine/run.ts';
import type { KpiEstimate } from '../engine/study.ts';
import { arrivalProfile } from '../report/charts/arrival-profile.ts';
import { frontier } from '../report/charts/frontier.ts';
import { rosterGantt } from '../report/charts/roster-gantt.ts';
import { staffingSteps } from '../report/charts/staffing-steps.ts';
import { plain, say } from '../report/format/quantity.ts';
import { type Block, reportHtml } from '../report/html/report.ts';
import { headCounts, requiredSpans } from '../report/roster/head-counts.ts';
import { roleNames } from '../report/roster/role-names.ts';
import { rosterRows } from '../report/roster/roster-rows.ts';
import { tableOf } from '../report/table.ts';
import { type Language, labelIn } from '../report/words/words.ts';
import type { Recommendation } from '../staffing/recommendation.ts';
import { minuteMs, msOfClock } from '../workload/clock.ts';
import type { Model } from '../workload/model.ts';
import { planNames, reportWords } from './recommend-report-words.ts';

/** What a report says beside the recommendation. */
export interface ReportContext {
  readonly warnings: readonly string[];
  /** The command that gives the same again. */
  readonly command: string;
}

/** The recommendation as one HTML file to be printed. */
export function recommendReport(model: Model, answer: Recommendation, language: Language, context: ReportContext): string {
  const words = reportWords[language];
  const money = (cost: number): string => words.money(plain(cost, answer.costUnit === 'staff-hours' ? 1 : 0), answer.costUnit);
  const { baselines, verified } = answer;
  const sipp = baselines.sippCover.cost;
  const saving = sipp > 0 ? Math.round(100 * (1 - answer.cost / sipp)) : 0;
  const roles = [...new Set(answer.requirement.map(({ role }) => role))];
  const steps = (roster: Recommendation['roster']): Block[] =>
    roles.map((role) => ({
      is: 'chart',
      chart: staffingSteps(
        { role: roleNames[role].all, required: requiredSpans(answer.requirement, role), planned: headCounts(roster, role) },
        { language },
      ),
    }));
  const unit =
    answer.costUnit === 'staff-hours'
      ? { zh: '人时/天', en: 'staff-hours a day' }
      : { zh: `${answer.costUnit}/天`, en: `${answer.costUnit} a day` };
  return reportHtml({
    language,
    title: words.title(labelIn(language, model.branch.names)),
    about: `${model.branch.id} · ${answer.target}`,
    made: new Date().toISOString().slice(0, 10),
    finding: words.finding(money(answer.cost), money(sipp), saving),
    details: [
      verified.holds
        ? words.holds(verified.days)
        : words.fails(verified.failing.map(({ role, from }) => `${labelIn(language, roleNames[role].one)} ${from}`).join(', ')),
      ...answer.gives.map(({ rule, by }) => words.gives(rule, plain(by, 2))),
    ],
    facts: [
      { label: words.cost, value: money(answer.cost) },
      { label: words.bound, value: money(answer.bound), note: words.gap(plain(100 * answer.gap)) },
      { label: words.p90, value: waitText(answer.kpis.waitP90Ms, language) },
    ],
    sections: [
      { title: words.demand, blocks: [{ is: 'chart', chart: demandChart(model, language) }] },
      ...(model.plan ? [{ title: words.today, blocks: steps(model.plan.roster) }] : []),
      {
        title: words.roster,
        blocks: [{ is: 'chart', chart: rosterGantt({ rows: rosterRows(answer.roster) }, { language }) }, ...steps(answer.roster)],
      },
      { title: words.waits, blocks: [{ is: 'table', title: words.waits, table: waitsTable(answer, language, money) }] },
      ...(answer.changes.length === 0
        ? []
        : [
            {
              title: words.changes,
              blocks: [
                {
                  is: 'list' as const,
                  items: answer.changes.map(
                    ({ role, from, to, today, recommended, reason }) =>
                      `${from}–${to} ${labelIn(language, roleNames[role].all)} ${today} → ${recommended}: ${labelIn(language, reason)}`,
                  ),
                },
              ],
            },
          ]),
      {
        title: words.frontier,
        blocks: [
          {
            is: 'chart',
            chart: frontier(
              {
                costUnit: unit,
                wait: 'P90',
                points: answer.frontier.flatMap(({ name, cost, waitP90Ms }) =>
                  waitP90Ms === null
                    ? []
                    : [
                        {
                          name: planNames(name),
                          cost,
                          waitMs: waitP90Ms,
                          ...(name === 'today' || name === 'recommended' ? { is: name } : {}),
                        },
                      ],
                ),
              },
              { language },
            ),
          },
        ],
      },
      { title: words.risks, blocks: [{ is: 'table', title: words.risks, table: risksTable(answer, language) }] },
    ],
    assumptions: [...context.warnings, ...words.assumptions(answer.costUnit === 'staff-hours')],
    reproduce: { commands: [context.command], notes: [words.reproduce] },
  });
}

function demandChart(model: Model, language: Language) {
  const profile = profileOf(model, undefined);
  const fromMs = msOfClock(profile.from);
  const stepMs = profile.stepMinutes * minuteMs;
  const rows = profile.expected.map((expected, at) => {
    const sd = Math.sqrt(expected + (profile.dayFactorCv * expected) ** 2);
    const limit = (z: number): number => Math.max(0, expected + z * sd);
    return {
      fromMs: fromMs + at * stepMs,
      expected,
      low80: limit(-1.28),
      high80: limit(1.28),
      low95: limit(-1.96),
      high95: limit(1.96),
    };
  });
  return arrivalProfile({ stepMs, rows, observed: [] }, { language });
}

function waitText(estimate: KpiEstimate, language: Language): string {
  if (estimate === null) return '—';
  if (typeof estimate === 'number') return say(estimate, 'duration', language);
  return `${say(estimate.value, 'duration', language)} (${say(estimate.low, 'duration', language)} – ${say(estimate.high, 'duration', language)})`;
}

function shareText(estimate: KpiEstimate): string {
  const percent = (value: number): string => `${plain(100 * value)} %`;
  if (estimate === null) return '—';
  return typeof estimate === 'number'
    ? percent(estimate)
    : `${percent(estimate.value)} (${percent(estimate.low)} – ${percent(estimate.high)})`;
}

function waitsTable(answer: Recommendation, language: Language, money: (cost: number) => string) {
  const words = reportWords[language];
  const { sippCover, flatPeak, today } = answer.baselines;
  const rows = [
    { name: 'recommended', cost: answer.cost, kpis: answer.kpis, missed: answer.verified.failing },
    ...(today ? [{ name: 'today', ...today }] : []),
    { name: 'sipp-cover', ...sippCover },
    { name: 'flat-peak', ...flatPeak },
  ];
  return tableOf(rows, [
    { label: words.plan, words: true, cell: ({ name }) => labelIn(language, planNames(name)) },
    { label: words.cost, cell: ({ cost }) => money(cost) },
    { label: words.mean, cell: ({ kpis }) => waitText(kpis.waitMeanMs, language) },
    { label: words.p90, cell: ({ kpis }) => waitText(kpis.waitP90Ms, language) },
    { label: words.left, cell: ({ kpis }) => shareText(kpis.abandonRate) },
    { label: words.missed, cell: ({ missed }) => String(missed.length) },
  ]);
}

function risksTable({ risks }: Recommendation, language: Language) {
  const words = reportWords[language];
  return tableOf(risks, [
    { label: words.risk, words: true, cell: ({ name }) => labelIn(language, name) },
    { label: words.p90, cell: ({ kpis }) => waitText(kpis.waitP90Ms, language) },
    { label: words.left, cell: ({ kpis }) => shareText(kpis.abandonRate) },
    { label: words.missed, cell: ({ missed }) => String(missed.length) },
  ]);
}
