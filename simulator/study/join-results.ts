import { mergeBreakdown } from '../engine/results/breakdown.ts';
import { mergeCells } from '../engine/results/goal.ts';
import { mergeSections } from '../engine/results/study.ts';
import { mergeCellWaits } from '../engine/results/waits-by-cell.ts';
import type { RunResult } from '../engine/run.ts';

/** Adds the result of later days to that of earlier ones, which it changes. */
export function joinResults(into: RunResult | null, later: RunResult): RunResult {
  if (into === null) return later;
  into.forEach(({ sections, cells, groups, queue, waits }, plan) => {
    const from = later[plan]!;
    mergeSections(sections, from.sections);
    if (cells !== null && from.cells !== null) mergeCells(cells, from.cells);
    if (groups && from.groups) mergeBreakdown(groups, from.groups);
    if (waits && from.waits) mergeCellWaits(waits, from.waits);
    from.queue?.forEach((waitedMs, step) => {
      if (queue) queue[step]! += waitedMs;
    });
  });
  return into;
}
