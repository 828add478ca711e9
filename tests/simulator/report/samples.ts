import type { Chart, ChartOptions } from '../../../simulator/report/chart.ts';
import { arrivalProfile } from '../../../simulator/report/charts/arrival-profile.ts';
import { distributionFit } from '../../../simulator/report/charts/distribution-fit.ts';
import { frontier } from '../../../simulator/report/charts/frontier.ts';
import { heatStrip } from '../../../simulator/report/charts/heat-strip.ts';
import { linesOverTime } from '../../../simulator/report/charts/lines-over-time.ts';
import { observedVsSimulated } from '../../../simulator/report/charts/observed-vs-simulated.ts';
import { pairedDifferences } from '../../../simulator/report/charts/paired-differences.ts';
import { rosterGantt } from '../../../simulator/report/charts/roster-gantt.ts';
import { simulatedDay } from '../../../simulator/report/charts/simulated-day.ts';
import { staffingSteps } from '../../../simulator/report/charts/staffing-steps.ts';
import { survival } from '../../../simulator/report/charts/survival.ts';
import { waitByHalfHour } from '../../../simulator/report/charts/wait-by-half-hour.ts';

const minute = 60_000;
const half = 30 * minute;
const at = (hour: number, minutes = 0): number => (hour * 60 + minutes) * minute;
/** A wave between 0 and 1 that never repeats within a day: stands in for chance, the same on every machine. */
const wave = (n: number): number => (Math.sin(n * 12.9898) * 43_758.5453) % 1;
const chance = (n: number): number => Math.abs(wave(n));

const busy = [12, 22, 31, 38, 41, 36, 28, 19, 16, 22, 29, 34, 33, 27, 20, 13, 8];
const halfHours = busy.map((_, n) => at(9) + n * half);

const waits = halfHours.map((fromMs, n) => ({
  fromMs,
  customers: busy[n]!,
  p50Ms: Math.round((1.5 + 0.16 * busy[n]! * (0.7 + 0.5 * chance(n))) * minute),
  p90Ms: Math.round((3 + 0.33 * busy[n]! * (0.8 + 0.5 * chance(n + 40))) * minute),
}));

const names = {
  personal: { zh: '个人业务', en: 'Personal' },
  corporate: { zh: '对公业务', en: 'Corporate' },
  vip: { zh: '贵宾', en: 'VIP' },
  device: { zh: '智能设备', en: 'Devices' },
  advice: { zh: '理财咨询', en: 'Advice' },
  loans: { zh: '个人贷款与按揭受理专窗', en: 'Personal loans and mortgages' },
  remote: { zh: '远程柜台', en: 'Remote desk' },
} as const;

/** Steps of a line that grows and shrinks with the day. */
const lengths = (seed: number, scale: number, untilMs: number) => {
  const steps: { atMs: number; waiting: number }[] = [];
  for (let atMs = at(9, 2); atMs <= untilMs; atMs += Math.round((2 + 3 * chance(atMs / minute + seed)) * minute)) {
    const hour = (atMs - at(9)) / half;
    const here = busy[Math.min(16, Math.floor(hour))]!;
    const next = busy[Math.min(16, Math.floor(hour) + 1)]!;
    const level =
      scale * (here + (next - here) * (hour % 1)) * 0.3 + 2.2 * Math.sqrt(scale) * (chance(atMs / minute + 7 * seed) - 0.6);
    steps.push({ atMs, waiting: atMs > at(17, 15) ? 0 : Math.max(0, Math.round(level)) });
  }
  return steps;
};
const line = (name: keyof typeof names, seed: number, scale: number, untilMs: number) => ({
  name: names[name],
  steps: lengths(seed, scale, untilMs),
});

const lognormal = (value: number): number => {
  const z = (Math.log(value / minute) - Math.log(5.2)) / 0.62;
  return 1 / (1 + Math.exp(-1.702 * z));
};
const exponential = (value: number): number => 1 - Math.exp(-value / (6.4 * minute));
const curve = (cdf: (value: number) => number, to = 40) =>
  Array.from({ length: 160 }, (_, n) => ((n + 1) / 160) * to * minute).map((value) => ({ value, p: cdf(value) }));
const empirical = Array.from({ length: 420 }, (_, n) => (n + 1) / 421).map((p, n) => {
  const z = Math.log(p / (1 - p)) / 1.702;
  return { value: Math.exp(Math.log(5.2) + 0.62 * z + 0.03 * Math.sin(n / 17)) * minute, p };
});

const patient = (scale: number, width: number) =>
  Array.from({ length: 60 }, (_, n) => {
    const waitMs = (n + 1) * 0.75 * minute;
    const share = Math.exp(-((waitMs / (scale * minute)) ** 1.1));
    return {
      waitMs,
      share,
      low: Math.max(0, share - width * Math.sqrt(n + 1)),
      high: Math.min(1, share + width * Math.sqrt(n + 1)),
    };
  });

const shift = (
  name: string,
  role: 'teller' | 'greeter' | 'advisor',
  spans: readonly string[],
  breaks: readonly string[] = [],
  count = 1,
) => ({
  name,
  role: {
    teller: { zh: '柜员', en: 'Tellers' },
    greeter: { zh: '大堂经理', en: 'Greeters' },
    advisor: { zh: '理财经理', en: 'Advisors' },
  }[role],
  count,
  pieces: spans.map(pieceOf),
  breaks: breaks.map(pieceOf),
});
const pieceOf = (text: string) => {
  const [from, to] = text.split('-').map((clock) => at(Number(clock.slice(0, 2)), Number(clock.slice(3, 5))));
  return { fromMs: from!, toMs: to! };
};

const spans = (counts: readonly number[], stepMs = half) =>
  counts.map((count, n) => ({ fromMs: at(9) + n * stepMs, toMs: at(9) + (n + 1) * stepMs, count }));

/** Every chart in its usual states, on made-up data that stays the same. */
export const samples: Readonly<Record<string, (options: ChartOptions) => Chart>> = {
  'waits-live': (options) =>
    waitByHalfHour(
      {
        fromMs: at(9),
        toMs: at(17, 30),
        stepMs: half,
        rows: waits
          .slice(0, 10)
          .map((row, n) =>
            n === 9 ? { ...row, customers: 9, p90Ms: 4 * minute, p50Ms: 2 * minute, stillWaiting: 6 } : { ...row, stillWaiting: 0 },
          ),
        targetMs: 10 * minute,
        ghost: {
          label: { zh: '昨天', en: 'yesterday' },
          rows: waits.map(({ fromMs, p90Ms }, n) => ({ fromMs, p90Ms: p90Ms * (0.75 + 0.4 * chance(n + 9)) })),
        },
        nowMs: at(13, 46),
      },
      options,
    ),
  'waits-before-after': (options) =>
    waitByHalfHour(
      {
        fromMs: at(9),
        toMs: at(17, 30),
        stepMs: half,
        rows: waits.map((row) => ({
          ...row,
          p50Ms: row.p50Ms * 0.4,
          p90Ms: row.p90Ms * 0.55,
          p90LowMs: row.p90Ms * 0.5,
          p90HighMs: row.p90Ms * 0.62,
        })),
        targetMs: 10 * minute,
        ghost: { label: { zh: '现行方案', en: "today's plan" }, rows: waits },
      },
      options,
    ),
  'waits-no-target': (options) => waitByHalfHour({ fromMs: at(9), toMs: at(17, 30), stepMs: half, rows: waits }, options),
  'waits-seconds': (options) =>
    waitByHalfHour(
      {
        fromMs: at(8),
        toMs: at(12),
        stepMs: half,
        rows: Array.from({ length: 8 }, (_, n) => ({
          fromMs: at(8) + n * half,
          customers: 30,
          p50Ms: 1000 * (5 + 10 * chance(n)),
          p90Ms: 1000 * (30 + 60 * chance(n + 5)),
        })),
        targetMs: 20_000,
      },
      options,
    ),
  'waits-empty': (options) => waitByHalfHour({ fromMs: at(9), toMs: at(17), stepMs: half, rows: [] }, options),
  'lines-live': (options) =>
    linesOverTime(
      {
        fromMs: at(9),
        toMs: at(17, 30),
        nowMs: at(14, 10),
        lines: [
          line('personal', 3, 1, at(14, 10)),
          line('corporate', 5, 0.4, at(14, 10)),
          line('vip', 7, 0.15, at(14, 10)),
          line('device', 11, 0.5, at(14, 10)),
        ],
      },
      options,
    ),
  'lines-day': (options) =>
    linesOverTime(
      {
        fromMs: at(9),
        toMs: at(17, 30),
        lines: (Object.keys(names) as (keyof typeof names)[]).map((name, n) =>
          line(name, 3 + 2 * n, [1, 0.5, 0.15, 0.6, 0.3, 0.2, 0.1][n]!, at(17, 30)),
        ),
      },
      options,
    ),
  'lines-empty': (options) =>
    linesOverTime({ fromMs: at(9), toMs: at(17), nowMs: at(9, 5), lines: [{ name: names.vip, steps: [] }] }, options),
  arrivals: (options) =>
    arrivalProfile(
      {
        stepMs: half,
        rows: halfHours.map((fromMs, n) => {
          const expected = busy[n]! + 0.4;
          const sd = Math.sqrt(expected + 0.02 * expected * expected);
          return {
            fromMs,
            expected,
            low80: expected - 1.28 * sd,
            high80: expected + 1.28 * sd,
            low95: Math.max(0, expected - 1.96 * sd),
            high95: expected + 1.96 * sd,
          };
        }),
        observed: halfHours.flatMap((fromMs, n) =>
          Array.from({ length: 10 }, (_, day) => ({
            fromMs,
            value: Math.max(
              0,
              Math.round(busy[n]! + 2.4 * Math.sqrt(busy[n]!) * (chance(n * 31 + day * 7) + chance(n * 17 + day * 3) - 1)),
            ),
          })),
        ),
      },
      options,
    ),
  'arrivals-live': (options) =>
    arrivalProfile(
      {
        stepMs: half,
        rows: halfHours.map((fromMs, n) => ({
          fromMs,
          expected: busy[n]!,
          low80: busy[n]! * 0.8,
          high80: busy[n]! * 1.2,
          low95: busy[n]! * 0.7,
          high95: busy[n]! * 1.32,
        })),
        observed: halfHours.slice(0, 9).map((fromMs, n) => ({ fromMs, value: Math.round(busy[n]! * (0.85 + 0.5 * chance(n))) })),
        nowMs: at(13, 40),
      },
      options,
    ),
  'simulated-day': (options) =>
    simulatedDay(
      {
        stepMs: half,
        rows: waits.map(({ fromMs, p50Ms }) => ({
          fromMs,
          expected: p50Ms,
          low80: p50Ms * 0.7,
          high80: p50Ms * 1.4,
          low95: p50Ms * 0.5,
          high95: p50Ms * 1.8,
        })),
        observed: waits.map(({ fromMs, p50Ms }, n) => ({ fromMs, value: p50Ms * (0.6 + 1.1 * chance(n + 3)) })),
      },
      options,
    ),
  fit: (options) =>
    distributionFit(
      {
        what: { zh: '办理时间', en: 'Service time' },
        records: 12_280,
        empirical,
        fits: [
          { name: { zh: '对数正态', en: 'lognormal' }, points: curve(lognormal), ks: 0.021, ksLimit: 0.034 },
          { name: { zh: '指数', en: 'exponential' }, points: curve(exponential), ks: 0.163, ksLimit: 0.034 },
        ],
      },
      options,
    ),
  'fit-poor': (options) =>
    distributionFit(
      {
        what: { zh: '办结间隔', en: 'Turnaround' },
        records: 4002,
        empirical,
        fits: [{ name: { zh: '指数', en: 'exponential' }, points: curve(exponential), ks: 0.163, ksLimit: 0.034 }],
      },
      options,
    ),
  patience: (options) =>
    survival(
      {
        curves: [
          { name: { zh: '看到离开', en: 'seen leaving' }, points: patient(60, 0.008), customers: 1_496, left: 172 },
          { name: { zh: '含推断离开', en: 'with inferred' }, points: patient(34, 0.01), customers: 1_496, left: 260 },
        ],
      },
      options,
    ),
  'patience-half': (options) =>
    survival(
      {
        curves: [{ name: { zh: '等候的客户', en: 'waiting customers' }, points: patient(22, 0.012), customers: 1_496, left: 420 }],
      },
      options,
    ),
  staffing: (options) =>
    staffingSteps(
      {
        role: { zh: '柜员', en: 'tellers' },
        required: spans([2, 3, 4, 5, 5, 5, 4, 3, 3, 3, 4, 5, 5, 4, 3, 2, 2]),
        planned: [...spans([3, 3, 4, 4, 4, 5, 4, 3, 2, 2, 4, 5, 5, 4, 4, 3, 3])],
      },
      options,
    ),
  'staffing-enough': (options) =>
    staffingSteps(
      { role: { zh: '大堂经理', en: 'greeters' }, required: spans([1, 1, 2, 2, 1, 1, 1]), planned: spans([2, 2, 2, 2, 2, 1, 1]) },
      options,
    ),
  roster: (options) =>
    rosterGantt(
      {
        rows: [
          shift('T01', 'teller', ['08:30-17:30'], ['12:00-13:00']),
          shift('T02', 'teller', ['08:30-17:30'], ['11:00-12:00']),
          shift('T03', 'teller', ['08:30-12:30', '14:30-17:30']),
          shift('T04', 'teller', ['09:00-13:00']),
          shift('T05', 'teller', ['10:00-16:00'], ['13:00-13:30']),
          shift('G1', 'greeter', ['08:30-17:30'], ['12:30-13:30']),
          shift('G2', 'greeter', ['09:30-11:30', '14:00-16:00']),
          shift('A1', 'advisor', ['09:00-17:00'], ['12:00-13:00'], 2),
        ],
      },
      options,
    ),
  'roster-large': (options) =>
    rosterGantt(
      {
        rows: Array.from({ length: 21 }, (_, n) =>
          shift(
            `T${String(n + 1).padStart(2, '0')}`,
            n % 6 === 5 ? 'greeter' : n % 7 === 6 ? 'advisor' : 'teller',
            n % 3 === 0 ? ['08:30-12:00', '13:30-17:30'] : ['08:30-17:30'],
            n % 3 === 0 ? ['10:15-10:30'] : ['12:00-13:00'],
          ),
        ),
      },
      options,
    ),
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
