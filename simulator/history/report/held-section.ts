import type { Chart } from '../../report/chart.ts';
import { observedVsSimulated } from '../../report/charts/observed-vs-simulated.ts';
import { waitByHalfHour } from '../../report/charts/wait-by-half-hour.ts';
import type { Section } from '../../report/html/report.ts';
import type { Language } from '../../report/words/words.ts';
import { msOfClock } from '../../workload/clock.ts';
import type { Backtest } from '../backtest/backtest.ts';
import { stepMs } from '../clean/first-look.ts';
import { inLanguage } from './in-language.ts';

/** What a check is called, and its unit. */
export const checkNames: Readonly<Record<string, { zh: string; en: string; quantity: 'duration' | 'share' }>> = {
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

/** Recorded days beside the same days simulated. */
export function heldSection(answer: Backtest, language: Language): Section {
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
  const { days, halfHours, withoutIncidents } = answer.rankCorrelation;
  const usual =
    withoutIncidents === null
      ? ['', '']
      : [`（除去上述时段 ${withoutIncidents.toFixed(2)}）`, ` (${withoutIncidents.toFixed(2)} without those)`];
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
          ...answer.incidents.map(({ customers, of, usual, why }) =>
            why === 'rush'
              ? t(
                  `${of} 来了 ${customers} 人，平常 ${usual.toFixed(0)} 人。`,
                  `${of}: ${customers} came, usually ${usual.toFixed(0)}.`,
                )
              : t(
                  `${of} 有一段时间无人在岗，来了 ${customers} 人。`,
                  `${of}: for part of it nobody was at work; ${customers} came.`,
                ),
          ),
          t(
            `各日平均等候的秩相关 ${days?.toFixed(2) ?? '–'}，各半小时 ${halfHours?.toFixed(2) ?? '–'}${usual[0]}。`,
            `Rank correlation of mean waits: days ${days?.toFixed(2) ?? '–'}, half hours ${halfHours?.toFixed(2) ?? '–'}${usual[1]}.`,
          ),
        ],
      },
      { is: 'chart', chart: throughTheDay(answer, language) },
      { is: 'table', title: t('按日', 'By day'), table: { columns: columns(t('日', 'Day')), rows: rows(answer.byDay) } },
      {
        is: 'table',
        title: t('按业务', 'By service'),
        table: { columns: columns(t('业务', 'Service')), rows: rows(answer.byService) },
      },
    ],
  };
}

/** Waits by half hour as they were, the model's beside them. */
function throughTheDay({ quantilesAt }: Backtest, language: Language): Chart {
  const fromMs = msOfClock(quantilesAt[0]?.of ?? '09:00');
  const toMs = msOfClock(quantilesAt.at(-1)?.of ?? '17:00') + stepMs;
  return waitByHalfHour(
    {
      fromMs,
      toMs,
      stepMs,
      rows: quantilesAt.map(({ customers, observed, of }) => ({ fromMs: msOfClock(of), customers, ...observed })),
      ghost: {
        label: { zh: '模型', en: 'model' },
        rows: quantilesAt.map(({ of, simulated }) => ({ fromMs: msOfClock(of), p90Ms: simulated.p90Ms })),
      },
    },
    { language },
  );
}
