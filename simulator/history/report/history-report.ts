import type { Names } from '../../lobby/branch/names.ts';
import { observedVsSimulated } from '../../report/charts/observed-vs-simulated.ts';
import type { Report, Section } from '../../report/html/report.ts';
import type { Language } from '../../report/words/words.ts';
import type { Backtest } from '../backtest/backtest.ts';
import type { Fitted } from '../fit/fit.ts';
import { dateOf } from '../fit/fit-arrivals.ts';
import { wantingOf } from '../wanting.ts';
import { fitSections, inLanguage } from './fit-sections.ts';

/** A history become a model, as one page: what was found, how it holds, what to doubt, and what to record better. */
export function historyReport(
  fitted: Fitted,
  answer: Backtest | null,
  { language, made, commands }: { readonly language: Language; readonly made: string; readonly commands: readonly string[] },
): Report {
  const t = inLanguage(language);
  const { log, model, report } = fitted;
  const span = log.undated || log.days.length === 0 ? '' : `${dateOf(log.days[0]!)} – ${dateOf(log.days.at(-1)!)}`;
  const doubts = [
    ...model.arrivals.flatMap(({ id, evidence }) => (evidence?.doubts ?? []).map((doubt) => `${id}: ${doubt}`)),
    ...model.work.flatMap(({ service, evidence }) => (evidence?.doubts ?? []).map((doubt) => `${service ?? ''} ${doubt}`.trim())),
    ...model.patience.flatMap(({ evidence }) => evidence?.doubts ?? []),
  ];
  return {
    language,
    title: t(`${model.branch.names.zh}：从记录到模型`, `${model.branch.names.en}: from records to a model`),
    about: [
      model.id,
      span,
      t(`${report.days} 天`, `${report.days} days`),
      t(`${report.arrivals} 次到达`, `${report.arrivals} arrivals`),
    ]
      .filter((text) => text !== '')
      .join(' · '),
    made,
    finding: findingOf(answer, language),
    details: [],
    facts: [
      { label: t('读取行数', 'Rows read'), value: String(report.rows) },
      { label: t('保留', 'Kept'), value: String(report.kept), note: t(`丢弃 ${report.dropped}`, `${report.dropped} dropped`) },
      { label: t('办理时间', 'Service times'), value: String(report.serviceTimes) },
    ],
    sections: [
      ...(answer === null ? [] : [heldSection(answer, language)]),
      ...fitSections(fitted, language),
      cleaningSection(fitted, language),
      betterSection(fitted, language),
    ],
    assumptions: [...report.warnings, ...report.suspicions, ...report.assumed, ...doubts],
    reproduce: { commands, notes: [] },
  };
}

function findingOf(answer: Backtest | null, language: Language): string {
  const t = inLanguage(language);
  if (answer === null)
    return t(
      '模型已从记录得到，尚未用其他日子检验。',
      'The model is made from the records; it has not been held against other days yet.',
    );
  return answer.verdict.pass
    ? t(
        `模型与 ${answer.days} 天的记录相符，每天均未参与自己的拟合。`,
        `The model holds against ${answer.days} recorded days, none of which it was made from.`,
      )
    : t(
        `模型与 ${answer.days} 天的记录不符，查明原因之前不要据此排班。`,
        `The model does not hold against ${answer.days} recorded days: take no roster from it before the cause is known.`,
      );
}

/** What a check is called, and its unit. */
const checkNames: Readonly<Record<string, { zh: string; en: string; quantity: 'duration' | 'share' }>> = {
  'waitMeanMs, recorded services': {
    zh: '平均等候（记录的办理时间）',
    en: 'Mean wait, services as recorded',
    quantity: 'duration',
  },
  'waitP90Ms, recorded services': { zh: '等候 P90（记录的办理时间）', en: 'P90 wait, services as recorded', quantity: 'duration' },
  'waitMeanMs, fitted services': { zh: '平均等候（拟合的办理时间）', en: 'Mean wait, services fitted', quantity: 'duration' },
  'waitP90Ms, fitted services': { zh: '等候 P90（拟合的办理时间）', en: 'P90 wait, services fitted', quantity: 'duration' },
  'abandonRate, recorded services': { zh: '离开率', en: 'Abandonment', quantity: 'share' },
  'waitedRate, recorded services': { zh: '需等候比例', en: 'Share who waited', quantity: 'share' },
};

function heldSection(answer: Backtest, language: Language): Section {
  const t = inLanguage(language);
  const seconds = (ms: number | null): string => (ms === null ? '–' : (ms / 1000).toFixed(1));
  const chart = observedVsSimulated(
    {
      figures: answer.verdict.checks.flatMap(({ what, observed, simulated, tolerance }) => {
        const name = checkNames[what];
        if (name === undefined || observed === null || simulated === null) return [];
        return [{ name, quantity: name.quantity, observed, simulated: { value: simulated }, tolerance }];
      }),
    },
    { language },
  );
  const rows = (list: Backtest['byDay']) =>
    list.map(({ of, customers, observedMs, simulatedMs, fittedMs }) => [
      of,
      customers.toFixed(0),
      seconds(observedMs),
      seconds(simulatedMs),
      seconds(fittedMs),
    ]);
  const columns = (first: string) => [
    { label: first, numeric: false },
    { label: t('客户', 'Customers'), numeric: true },
    { label: t('记录（秒）', 'Observed, s'), numeric: true },
    { label: t('模拟（秒）', 'Simulated, s'), numeric: true },
    { label: t('拟合（秒）', 'Fitted, s'), numeric: true },
  ];
  const { days, halfHours } = answer.rankCorrelation;
  const mean = (estimate: Backtest['observed']['waitMeanMs']): string =>
    seconds(estimate === null || typeof estimate === 'number' ? estimate : estimate.value);
  const without = answer.contributions.map(({ without: what, kpis }) =>
    t(
      `不计${what === 'absences' ? '短暂离岗' : '办结间隔与离岗'}，平均等候只有 ${mean(kpis.waitMeanMs)} 秒。`,
      `Without ${what} the mean wait would be ${mean(kpis.waitMeanMs)} s only.`,
    ),
  );
  return {
    title: t('记录与模拟', 'Observed against simulated'),
    blocks: [
      { is: 'chart', chart },
      {
        is: 'list',
        items: [
          ...without,
          t(
            `各日平均等候的秩相关 ${days?.toFixed(2) ?? '–'}，各半小时 ${halfHours?.toFixed(2) ?? '–'}。`,
            `Rank correlation of mean waits: days ${days?.toFixed(2) ?? '–'}, half hours ${halfHours?.toFixed(2) ?? '–'}.`,
          ),
        ],
      },
      { is: 'table', title: t('按日', 'By day'), table: { columns: columns(t('日', 'Day')), rows: rows(answer.byDay) } },
      {
        is: 'table',
        title: t('按业务', 'By service'),
        table: { columns: columns(t('业务', 'Service')), rows: rows(answer.byService) },
      },
      {
        is: 'table',
        title: t('按半小时', 'By half hour'),
        table: { columns: columns(t('时段', 'From')), rows: rows(answer.byHalfHour) },
      },
    ],
  };
}

function cleaningSection({ report }: Fitted, language: Language): Section {
  const t = inLanguage(language);
  return {
    title: t('清洗', 'Cleaning'),
    blocks: [
      {
        is: 'table',
        title: t('每条规则遇到的行', 'Rows that each rule met'),
        table: {
          columns: [
            { label: t('规则', 'Rule'), numeric: false },
            { label: t('行数', 'Rows'), numeric: true },
            { label: t('含义', 'What'), numeric: false },
            { label: t('处理', 'Effect'), numeric: false },
          ],
          rows: report.rules.map(({ rule, rows, what, effect }) => [rule, String(rows), what, effect]),
        },
      },
    ],
  };
}

/** What the records do not say, what can be done all the same, and what would make the next model better. */
function betterSection(fitted: Fitted, language: Language): Section {
  const t = inLanguage(language);
  const { missing, possible } = wantingOf(fitted);
  const said = ({ en, zh }: Names): string => t(zh, en);
  return {
    title: t('怎样记录得更好', 'What to record better'),
    blocks: [
      {
        is: 'list',
        items: [
          ...missing.map(said),
          t(
            '由系统的“就绪”键记录办结，离岗就不必推测。',
            'With the product\'s own "ready" the end of each turnaround is recorded, and absences need not be inferred.',
          ),
        ],
      },
      { is: 'text', text: `${t('现在可以做的：', 'What can be done now: ')}${possible.map(said).join(t('', ' '))}` },
    ],
  };
}
