import { describe, expect, it } from 'vitest';
import { backtest } from '../../../simulator/history/backtest/backtest.ts';
import { withCalls } from '../../../simulator/history/fit/calling/walks.ts';
import { fitHistory } from '../../../simulator/history/fit/fit.ts';
import { generateLog } from '../../../simulator/history/generated-log.ts';
import { memorySource } from '../../../simulator/history/read/byte-source.ts';
import { modelSchema } from '../../../simulator/workload/model.ts';
import { truth } from './known-truth.ts';
import { minute, visit } from './visit.ts';

const { zones } = truth.branch;
const walking = modelSchema.parse({
  ...truth,
  walk: { paceCv: 0.4 },
  branch: { ...truth.branch, zones: zones.map((zone) => ({ ...zone, walkMs: 12_000 })) },
});

describe('the way to the counter', () => {
  it('[HL14] is told from customers whose server had long been free, and is no turnaround and no queueing', () => {
    const text = [...generateLog(walking, { seed: 12, days: 8, dirty: false })].join('');
    const history = { files: [memorySource('log.csv', new TextEncoder().encode(text))], about: null, folder: 'walks' };
    const { log, model, report } = fitHistory(history);
    const { spellLimitMs, turnaround, walk } = report.found;
    expect(walk!.from).toBe('free servers');
    expect(walk!.ms / 12_000).toBeGreaterThan(0.85);
    expect(walk!.ms / 12_000).toBeLessThan(1.15);
    expect(model.branch.zones.map(({ walkMs }) => walkMs)).toEqual([walk!.ms]);
    expect(model.walk!.paceCv).toBeGreaterThan(0.25);
    expect(turnaround!.meanWaitingMs / 25_000).toBeGreaterThan(0.85);
    expect(turnaround!.meanWaitingMs / 25_000).toBeLessThan(1.15);
    expect(report.assumed.join()).toContain('no call is on record');
    const { observed, simulated } = backtest({
      log,
      days: log.days.slice(0, 5),
      modelFor: () => ({ model, spellLimitMs }),
      seed: 3,
      runs: 3,
      withinMs: 300_000,
    });
    const mean = (kpis: typeof observed): number => (kpis.waitMeanMs as { value: number }).value;
    expect(Math.abs(mean(simulated) / mean(observed) - 1)).toBeLessThan(0.12);
  });

  it('[HL14] a call is a walk before the start; at once where nobody had to wait', () => {
    const free = visit('W1', 10, 12, 0.2);
    const behind = visit('W1', 20, 22, 0.2);
    const called = visit('W2', 20, 22, 5, { calledMs: 19 * minute });
    const calls = withCalls([free, visit('W1', 15, 19.9), behind, visit('W2', 9, 11, 4), called], { ms: 12_000, paceCv: 0 });
    expect(calls.map(({ calledMs }) => calledMs)).toEqual([
      free.arrivalMs,
      15 * minute,
      19.9 * minute,
      9 * minute - 12_000,
      19 * minute,
    ]);
  });
});
