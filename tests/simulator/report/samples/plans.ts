import type { Chart, ChartOptions } from '../../../../simulator/report/chart.ts';
import { frontier } from '../../../../simulator/report/charts/frontier.ts';
import { heatStrip } from '../../../../simulator/report/charts/heat-strip.ts';
import { observedVsSimulated } from '../../../../simulator/report/charts/observed-vs-simulated.ts';
import { pairedDifferences } from '../../../../simulator/report/charts/paired-differences.ts';
import { at, busy, chance, half, minute } from './made-up-day.ts';

/** Plans and rules against each other and against what was seen. */
export const plans: Readonly<Record<string, (options: ChartOptions) => Chart>> = {
  compared: (options) =>
    observedVsSimulated(
      {
        figures: [
          {
            name: { zh: '平均等候', en: 'Mean wait' },
            quantity: 'duration',
            observed: 588_000,
            simulated: { value: 612_000, low: 590_000, high: 634_000 },
            tolerance: 88_200,
          },
          {
            name: { zh: '九成客户的等候 P90', en: 'Wait of nine in ten, P90' },
            quantity: 'duration',
            observed: 1_320_000,
            simulated: { value: 1_260_000, low: 1_200_000, high: 1_320_000 },
            tolerance: 198_000,
          },
          {
            name: { zh: '等候过的客户', en: 'Customers who waited' },
            quantity: 'share',
            observed: 0.556,
            simulated: { value: 0.432, low: 0.424, high: 0.44 },
            tolerance: 0.08,
          },
          {
            name: { zh: '目标内办理', en: 'Within target' },
            quantity: 'share',
            observed: 0.593,
            simulated: { value: 0.62, low: 0.6, high: 0.64 },
            tolerance: 0.05,
          },
          {
            name: { zh: '等候中离开', en: 'Left while waiting' },
            quantity: 'share',
            observed: 0.118,
            simulated: { value: 0.099, low: 0.094, high: 0.104 },
            tolerance: 0.025,
          },
        ],
      },
      options,
    ),
  paired: (options) =>
    pairedDifferences(
      {
        base: { zh: '现行：先来先办', en: 'today: first come' },
        what: { zh: '平均等候', en: 'Mean wait' },
        quantity: 'duration',
        better: 'less',
        rows: [
          { name: { zh: '最久优先', en: 'Longest wait' }, value: -84_000, low: -102_000, high: -66_000 },
          { name: { zh: '按目标', en: 'Target ratio' }, value: -60_000, low: -90_000, high: -30_000 },
          { name: { zh: '等候加权', en: 'Ageing' }, value: -12_000, low: -30_000, high: 6_000 },
          { name: { zh: '按比例', en: 'Ratio' }, value: 9_000, low: -12_000, high: 30_000 },
          { name: { zh: '严格优先', en: 'Strict priority' }, value: 72_000, low: 48_000, high: 96_000 },
        ],
      },
      options,
    ),
  frontier: (options) =>
    frontier(
      {
        costUnit: { zh: '人时/天', en: 'staff-hours a day' },
        wait: { zh: '九成客户的等候 P90', en: 'Wait of nine in ten, P90' },
        targetMs: 10 * minute,
        points: [
          {
            name: { zh: '方案 1', en: 'Plan 1' },
            cost: 46,
            waitMs: 19 * minute,
            waitLowMs: 17 * minute,
            waitHighMs: 21.5 * minute,
          },
          {
            name: { zh: '方案 2', en: 'Plan 2' },
            cost: 49,
            waitMs: 13.6 * minute,
            waitLowMs: 12.4 * minute,
            waitHighMs: 15 * minute,
          },
          {
            name: { zh: '建议', en: 'Recommended' },
            cost: 51.5,
            waitMs: 9.1 * minute,
            waitLowMs: 8.5 * minute,
            waitHighMs: 9.7 * minute,
            is: 'recommended',
          },
          { name: { zh: '方案 4', en: 'Plan 4' }, cost: 54, waitMs: 7 * minute, waitLowMs: 6.6 * minute, waitHighMs: 7.5 * minute },
          {
            name: { zh: '方案 5', en: 'Plan 5' },
            cost: 60,
            waitMs: 4.8 * minute,
            waitLowMs: 4.5 * minute,
            waitHighMs: 5.1 * minute,
          },
          {
            name: { zh: '现行方案', en: "Today's plan" },
            cost: 58,
            waitMs: 12.2 * minute,
            waitLowMs: 11 * minute,
            waitHighMs: 13.4 * minute,
            is: 'today',
          },
          {
            name: { zh: '逐半小时 Erlang C', en: 'Erlang C per half hour' },
            cost: 56.5,
            waitMs: 10.8 * minute,
            waitLowMs: 10 * minute,
            waitHighMs: 11.6 * minute,
          },
          {
            name: { zh: '全天按峰值', en: 'Flat peak' },
            cost: 68,
            waitMs: 4.6 * minute,
            waitLowMs: 4.3 * minute,
            waitHighMs: 5 * minute,
          },
        ],
      },
      options,
    ),
  heat: (options) =>
    heatStrip(
      {
        what: { zh: '来客', en: 'Arrivals' },
        quantity: 'count',
        fromMs: at(9),
        stepMs: half,
        days: [
          ['周一', 'Mon'],
          ['周二', 'Tue'],
          ['周三', 'Wed'],
          ['周四', 'Thu'],
          ['周五', 'Fri'],
          ['周六', 'Sat'],
          ['周日', 'Sun'],
        ].map(([zh, en], day) => ({
          name: { zh: zh!, en: en! },
          cells: busy.map((count, n) =>
            day > 4 && n > 6 ? null : Math.round(count * (1.25 - 0.1 * day) * (0.85 + 0.3 * chance(day * 20 + n))),
          ),
        })),
      },
      options,
    ),
};
