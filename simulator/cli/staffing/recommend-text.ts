import { guardWords } from '../../staffing/doubt/guard-words.ts';
import type { Recommendation } from '../../staffing/recommendation.ts';
import { rowName } from '../../staffing/skill-rows.ts';
import type { Model } from '../../workload/model.ts';
import { estimateText, kpiTable } from '../figures.ts';
import { textTable } from '../text-table.ts';
import { warningLine } from '../warning.ts';

/** Shifts shown; a roster in pieces has none worth showing. */
const mostShifts = 60;

/** A recommendation as it is read on a terminal. */
export function recommendText(
  model: Model,
  answer: Recommendation,
  warnings: readonly string[],
  written: readonly string[],
): string {
  const { verified, baselines, costUnit } = answer;
  const inHours = costUnit === 'staff-hours';
  const money = (cost: number): string => (inHours ? `${cost.toFixed(1)} h` : `${cost.toFixed(0)} ${costUnit}`);
  const failing = verified.failing.map(({ role, skills, from }) => `${rowName(role, skills)} ${from}`).join(', ');
  const names = [
    ['建议 recommended', { cost: answer.cost, kpis: answer.kpis, missed: verified.failing }],
    ['Erlang C（逐半小时）SIPP', baselines.sippCover],
    ['全天按峰值 flat peak', baselines.flatPeak],
    ...(baselines.today ? [['现行方案 today', baselines.today] as const] : []),
  ] as const;
  return [
    `${model.id}: ${answer.target}, for each half hour's arrivals`,
    ...warnings.map(warningLine),
    ...answer.unusable.map(({ contract, why }) => `Contract "${contract}" allows no shift here: ${why}.`),
    ...(answer.gives.length === 0
      ? []
      : [
          '规则互相冲突，以下是最接近的方案。 Not all rules can hold; this is the nearest plan. What gives in it:',
          ...answer.gives.map(({ rule, by }) => `  ${rule}: by ${by}`),
        ]),
    '',
    textTable(
      ['时段 half hour', ...new Set(answer.requirement.map(({ role, skills }) => rowName(role, skills)))],
      requirementRows(answer),
    ),
    '',
    ...(answer.paidHours === undefined || answer.roster.length > mostShifts ? [] : [shiftTable(answer), '']),
    verified.holds
      ? `Holds in every half hour with ${Math.round(100 * verified.confidence)} % confidence on ${verified.days} fresh days (seed ${verified.seed}).`
      : `Does not surely hold on ${verified.days} fresh days: ${failing}. 不能确保达标，以下为部分答案。 A partial answer.`,
    ...(answer.shortfall ? [answer.shortfall.reason.zh, answer.shortfall.reason.en] : []),
    `Cost ${money(answer.cost)} of staff a day; ${answer.bound > 0 ? `no plan gets by with less than ${money(answer.bound)} (gap ${(100 * answer.gap).toFixed(1)} %)` : 'no lower bound is known, since not all rules hold'}.`,
    ...(answer.guard ? Object.values(guardWords(answer.guard, answer.cost, money)) : []),
    ...(answer.backOffice
      ? [`后台工作 Back office: ${answer.backOffice.map(({ contract, from, to }) => `${contract} ${from}–${to}`).join(', ')}`]
      : []),
    ...(answer.onCall ? [`待命 On call: ${answer.onCall.reason.zh} ${answer.onCall.reason.en}`] : []),
    ...(answer.elastic ? [`弹性窗口 Elastic rules: ${answer.elastic.reason.zh} ${answer.elastic.reason.en}`] : []),
    '',
    textTable(
      ['方案 plan', '成本 staff', '平均等候 mean', 'P90', '离开 left', '未达标时段 missed'],
      names.map(([name, { cost, kpis, missed }]) => [
        name,
        money(cost),
        estimateText('waitMeanMs', kpis.waitMeanMs),
        estimateText('waitP90Ms', kpis.waitP90Ms),
        estimateText('abandonRate', kpis.abandonRate),
        String(missed.length),
      ]),
    ),
    '',
    ...(answer.changes.length === 0
      ? []
      : [
          '与现行方案相比 Against today:',
          ...answer.changes.map(
            ({ role, from, to, today, recommended, reason }) =>
              `  ${from}–${to} ${role} ${today} → ${recommended}  ${reason.zh} ${reason.en}`,
          ),
          '',
        ]),
    kpiTable(answer.kpis),
    ...(written.length === 0 ? [] : ['', ...written.map((file) => `Written: ${file}.`)]),
  ].join('\n');
}

function requirementRows({ requirement }: Recommendation): string[][] {
  const rows = [...new Set(requirement.map(({ role, skills }) => rowName(role, skills)))];
  const spans = [...new Set(requirement.map(({ from, to }) => `${from}–${to}`))];
  return spans.map((span) => [
    span,
    ...rows.map((row) =>
      String(requirement.find((one) => rowName(one.role, one.skills) === row && `${one.from}–${one.to}` === span)?.count ?? ''),
    ),
  ]);
}

const shiftTable = ({ roster }: Recommendation): string =>
  textTable(
    ['班次 shift', '角色 role', '人数 people', '休息 breaks'],
    roster.map(({ from, to, role, skills, count, breaks, person }) => [
      `${from}–${to}`,
      person ?? rowName(role, skills),
      String(count),
      breaks.map((one) => `${one.from}–${one.to}`).join(', '),
    ]),
  );
