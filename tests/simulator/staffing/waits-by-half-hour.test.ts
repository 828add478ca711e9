import { expect, test } from 'vitest';
import { estimateKpis } from '../../../simulator/engine/results/study.ts';
import { profileOf } from '../../../simulator/engine/run.ts';
import { inlineRun } from '../../../simulator/hosts/inline.ts';
import { staffGrid } from '../../../simulator/staffing/grid.ts';
import { runPlan } from '../../../simulator/staffing/trial.ts';
import { waitsByHalfHour } from '../../../simulator/staffing/waits-by-half-hour.ts';
import { truth } from '../history/known-truth.ts';

const days = 30;
const profile = profileOf(truth, undefined);
const trial = { model: truth, profile, grid: staffGrid(truth, profile), targets: [], seed: 5, run: inlineRun() };

test('the waits of the half hours are those of the day, each in its half hour', async () => {
  const rows = await waitsByHalfHour(trial, truth.plan!, 0, days);
  expect(rows.map(({ from }) => from)).toEqual([...new Set(rows.map(({ from }) => from))].sort());
  expect(rows).toHaveLength(16);
  const { served } = estimateKpis((await runPlan({ ...trial, targets: [] }, truth.plan!, 0, days)).sections);
  const all = rows.reduce((sum, { customers }) => sum + customers, 0);
  expect(all / days).toBeCloseTo(typeof served === 'object' ? served!.value : served, 6);
  // 28 of 312 expected customers come between 11:00 and 11:30, as many as never else
  expect(rows.toSorted((a, b) => b.customers - a.customers)[0]!.from).toBe('11:00');
});

test('limits hold the P90 between them, and four times the days make them half as wide', async () => {
  const widths = await Promise.all(
    [days, 4 * days].map(async (many) => {
      const rows = await waitsByHalfHour(trial, truth.plan!, 0, many);
      for (const { waitP50Ms, waitP90Ms } of rows) {
        expect(waitP90Ms!.low).toBeLessThanOrEqual(waitP90Ms!.value);
        expect(waitP90Ms!.value).toBeLessThanOrEqual(waitP90Ms!.high);
        expect(waitP50Ms).toBeLessThanOrEqual(waitP90Ms!.value);
      }
      return rows.reduce((sum, { waitP90Ms }) => sum + waitP90Ms!.high - waitP90Ms!.low, 0);
    }),
  );
  expect(widths[1]! / widths[0]!).toBeGreaterThan(0.35);
  expect(widths[1]! / widths[0]!).toBeLessThan(0.65);
});
