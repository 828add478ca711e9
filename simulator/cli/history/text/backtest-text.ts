import type { Backtest } from '../../../history/backtest/backtest.ts';
import { checkNames } from '../../../history/report/held-section.ts';
import { kpiIds } from '../../../lobby/kpi/kpi.ts';
import { kpis } from '../../../lobby/kpi/need/table.ts';
import { estimateText } from '../../figures.ts';
import { textTable } from '../../text-table.ts';
import { both, labelled } from './both.ts';

const seconds = (ms: number | null): string => (ms === null ? '–' : (ms / 1000).toFixed(1));
const withoutNames: Readonly<Record<string, string>> = {
  'turnaround and absences': '不计办结间隔与离岗',
  absences: '不计离岗',
};

/** Recorded days beside the same days simulated, for the terminal. */
export function backtestText(answer: Backtest, warnings: readonly string[]): string {
  const sides = [
    ['记录 observed', answer.observed],
    ['模拟 simulated', answer.simulated],
    ['拟合 fitted', answer.simulatedFitted],
    ...answer.contributions.map(
      ({ without, kpis: values }) => [`${withoutNames[without] ?? ''} without ${without}`.trim(), values] as const,
    ),
  ] as const;
  const figures = kpiIds.filter((id) => answer.observed[id] !== null && id !== 'waitMaxMs');
  return [
    both(
      `${answer.days} 天，各与自己的模拟相比；达标：等候不超过 ${answer.withinMs / 1000} 秒。`,
      `${answer.days} days, each against its own simulations; within target: ${answer.withinMs / 1000} s.`,
    ),
    ...warnings.map((text) => labelled('注意', 'Warning', text)),
    '',
    textTable(
      ['指标 KPI', ...sides.map(([name]) => name)],
      figures.map((id) => [
        `${kpis[id].names.zh} ${kpis[id].names.en}`,
        ...sides.map(([, values]) => estimateText(id, values[id])),
      ]),
    ),
    '',
    waitsTable('日 day', answer.byDay),
    '',
    waitsTable('业务 service', answer.byService),
    '',
    waitsTable('时段 half hour', answer.byHalfHour),
    '',
    aboutRanks(answer.rankCorrelation),
    ...answer.incidents.map(aboutIncident),
    '',
    checksTable(answer.verdict.checks),
    '',
    answer.verdict.pass
      ? both('模型站得住。', 'The model holds.')
      : both(
          '模型站不住：原因未明之前，不要据此排班。',
          'The model does not hold: do not take a roster from it before the cause is known.',
        ),
  ].join('\n');
}

const waitsTable = (title: string, rows: Backtest['byDay']): string =>
  textTable(
    [title, '客户 customers', '记录 observed s', '模拟 simulated s', '拟合 fitted s'],
    rows.map(({ of, customers, observedMs, simulatedMs, fittedMs }) => [
      of,
      customers.toFixed(0),
      seconds(observedMs),
      seconds(simulatedMs),
      seconds(fittedMs),
    ]),
  );

function aboutRanks({ days, halfHours, withoutIncidents }: Backtest['rankCorrelation']): string {
  const [ofDays, ofHalfHours] = [days, halfHours].map((value) => value?.toFixed(2) ?? '–') as [string, string];
  const usual = withoutIncidents?.toFixed(2);
  return both(
    `平均等候的秩相关：各日 ${ofDays}，各半小时 ${ofHalfHours}${usual === undefined ? '' : `，除去异常时段 ${usual}`}。`,
    `Rank correlation of mean waits: days ${ofDays}, half hours ${ofHalfHours}${usual === undefined ? '' : `, without incidents ${usual}`}.`,
  );
}

const aboutIncident = ({ customers, of, usual, why }: Backtest['incidents'][number]): string =>
  why === 'rush'
    ? both(
        `异常 Incident: ${of}，来了 ${customers} 人，平常 ${usual.toFixed(0)} 人。`,
        `${customers} customers, usually ${usual.toFixed(0)}.`,
      )
    : both(
        `异常 Incident: ${of}，有一段时间无人在岗，来了 ${customers} 人。`,
        `Nobody at work for part of it while ${customers} came.`,
      );

const limitsInChinese = (limit: string): string =>
  limit
    .replace(/^within (\S+) %, or (\S+) s$/, '相差 $1 % 或 $2 秒以内')
    .replace(/^within (\S+) points$/, '相差 $1 个百分点以内')
    .replace(/^at least (\S+)$/, '至少 $1');

function checksTable(checks: Backtest['verdict']['checks']): string {
  const figure = (value: number | null, quantity: 'duration' | 'share' | undefined): string => {
    if (value === null) return '–';
    if (quantity === undefined) return value.toFixed(2);
    return quantity === 'share' ? `${(100 * value).toFixed(1)} %` : `${seconds(value)} s`;
  };
  return textTable(
    ['检验 check', '记录 observed', '模拟 simulated', '限度 limit', ''],
    checks.map(({ what, observed, simulated, limit, pass }) => {
      const name = checkNames[what];
      return [
        name === undefined ? `各日平均等候的秩相关 ${what}` : `${name.zh} ${name.en}`,
        name === undefined ? '' : figure(observed, name.quantity),
        figure(simulated, name?.quantity),
        `${limitsInChinese(limit)} ${limit}`,
        pass ? '通过 holds' : '未过 fails',
      ];
    }),
  );
}
