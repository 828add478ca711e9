import type { Chart, ChartOptions } from '../../../../simulator/report/chart.ts';
import { arrivalProfile } from '../../../../simulator/report/charts/arrival-profile.ts';
import { distributionFit } from '../../../../simulator/report/charts/distribution-fit.ts';
import { simulatedDay } from '../../../../simulator/report/charts/simulated-day.ts';
import { survival } from '../../../../simulator/report/charts/survival.ts';
import { at, busy, chance, half, halfHours, minute, waits } from './made-up-day.ts';

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

/** Who comes, how long they take and how long they wait before they leave. */
export const demand: Readonly<Record<string, (options: ChartOptions) => Chart>> = {
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
};
