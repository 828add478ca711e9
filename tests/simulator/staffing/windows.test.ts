import { describe, expect, it } from 'vitest';
import { inlineRun } from '../../../simulator/hosts/inline.ts';
import { lowerBounds } from '../../../simulator/staffing/bound.ts';
import { molStart } from '../../../simulator/staffing/erlang-start.ts';
import { staffGrid } from '../../../simulator/staffing/grid.ts';
import { parseTargets } from '../../../simulator/staffing/target.ts';
import { judge } from '../../../simulator/staffing/trial.ts';
import { surelyFails } from '../../../simulator/staffing/verdict.ts';
import { extraStaff, windowBounds, windowCuts } from '../../../simulator/staffing/windows.ts';
import { modelSchema } from '../../../simulator/workload/model.ts';
import { plainBranch } from '../engine/plain-branch.ts';

const model = modelSchema.parse({
  v: 1,
  id: 'small',
  branch: {
    ...plainBranch(14, [{ id: 'all', tier: 5, segments: ['normal'] }], 'fcfs'),
    hours: [{ days: [1], from: '10:00', to: '12:30' }],
  },
  arrivals: [
    {
      id: 'day',
      days: [1],
      from: '10:00',
      stepMinutes: 30,
      expected: [30, 52, 60, 44, 20],
      mix: [{ service: 'short', segment: 'normal', share: 1 }],
    },
  ],
  work: [{ distribution: { family: 'exponential', meanMs: 300_000 } }],
});
const profile = model.arrivals[0]!;
const grid = staffGrid(model, profile);
const targets = parseTargets('p90<=5min');
const trial = { model, profile, grid, targets, seed: 1, run: inlineRun() };

describe('bounds of stretches', () => {
  it('no head-count with so few in a stretch holds, wherever the others stand', async () => {
    const start = molStart(
      model,
      profile,
      grid,
      targets.map(({ goal }) => goal),
    );
    const bounds = await lowerBounds(trial, start, 64, () => {});
    const windows = await windowBounds(trial, bounds, 64, () => {});
    expect(windows.length).toBeGreaterThan(0);
    for (const { first, length, extra } of windows) {
      expect([1, 2]).toContain(extra);
      // all stations staffed elsewhere, and just the bounds here: it surely fails on the same days
      const counts = Int32Array.from(bounds, (one, cell) => (cell >= first && cell < first + length ? one : 14));
      const verdict = await judge(trial, counts, 64);
      expect(verdict.mean.some((_, cell) => surelyFails(verdict, cell, 1.96))).toBe(true);
    }
    const [cut] = windowCuts(windows, bounds);
    expect(cut!.least).toBe(cut!.terms.reduce((sum, { cell }) => sum + bounds[cell]!, windows[0]!.extra));
  });

  it('stretches that share a half hour are not counted twice', () => {
    const windows = [
      { first: 0, length: 2, extra: 1 },
      { first: 1, length: 3, extra: 2 },
      { first: 4, length: 2, extra: 1 },
    ];
    expect(extraStaff(windows, 6)).toBe(3);
    expect(extraStaff(windows.slice(0, 2), 6)).toBe(2);
    expect(extraStaff([], 6)).toBe(0);
  });
});
