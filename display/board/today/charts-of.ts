import type { Board } from '../../../simulator/lobby/board/board.ts';
import { dayClock } from '../../../simulator/lobby/day-clock.ts';
import type { JournalEntry } from '../../../simulator/lobby/journal/event.ts';
import type { Measured } from '../../../simulator/lobby/kpi/measure.ts';
import type { NeedRecord } from '../../../simulator/lobby/kpi/record.ts';
import { type DayCharts, dayCharts } from '../../../simulator/report/live/day-charts.ts';
import { waitsSoFar } from '../../../simulator/report/live/waits-so-far.ts';

const minuteMs = 60_000;
/** Charts are made with the figures of the day, and once a minute for the time that passes. */
const made = new WeakMap<Measured, { readonly minute: number; readonly charts: DayCharts | null }>();

/** What the charts of the day show; `of` narrows the waits to some needs, with their target. */
export function chartsOf(
  events: readonly JournalEntry[],
  measured: Measured,
  board: Board,
  nowMs: number,
  of?: { readonly needs: readonly NeedRecord[]; readonly targetMs: number | null },
): DayCharts | null {
  const charts = whole(events, measured, board, nowMs);
  if (charts === null || of === undefined) return charts;
  const { fromMs, toMs, stepMs, nowMs: now } = charts.waits;
  const clock = dayClock(board.zone, board.day?.hours[0]?.from ?? nowMs);
  const rows = waitsSoFar(of.needs, clock, { fromMs, toMs: Math.min(toMs, now ?? toMs), stepMs });
  return { ...charts, waits: { ...charts.waits, rows, targetMs: of.targetMs } };
}

function whole(events: readonly JournalEntry[], measured: Measured, board: Board, nowMs: number): DayCharts | null {
  const minute = Math.floor(nowMs / minuteMs);
  const known = made.get(measured);
  if (known?.minute === minute) return known.charts;
  const targets = new Set(board.lines.map(({ targetMs }) => targetMs));
  const charts = dayCharts(events, {
    zone: board.zone,
    nowMs,
    lines: board.lines.map(({ id, names }) => ({ id, names })),
    // One target is drawn only where it holds for everybody.
    targetMs: targets.size === 1 ? [...targets][0] : null,
  });
  made.set(measured, { minute, charts });
  return charts;
}
