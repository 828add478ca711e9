import type { Chart, ChartOptions } from '../../../../simulator/report/chart.ts';
import { linesOverTime } from '../../../../simulator/report/charts/lines-over-time.ts';
import { waitByHalfHour } from '../../../../simulator/report/charts/wait-by-half-hour.ts';
import { at, busy, chance, half, minute, names, waits } from './made-up-day.ts';

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

/** Waits and lines of a day, whole and so far. */
export const waitsAndLines: Readonly<Record<string, (options: ChartOptions) => Chart>> = {
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
};
