import { max, sum } from 'd3';
import { timeAxis, timeAxisPx } from '../axis/time-axis.ts';
import { valueAxis, valueSteps } from '../axis/value-axis.ts';
import { allKnown, type Chart, type ChartOptions, type ChartTable, known, sizeOf } from '../chart.ts';
import { clock, span } from '../format/clock.ts';
import { inUnit, plain, say, unitFor } from '../format/quantity.ts';
import { runsOf } from '../format/runs.ts';
import { drawing } from '../svg/drawing.ts';
import { crisp, element, rectangle, segment } from '../svg/element.ts';
import { emptyPlot } from '../svg/empty.ts';
import { type EndLabel, endLabels, endRoom } from '../svg/end-labels.ts';
import { hatch } from '../svg/hatch.ts';
import { header, type KeyItem } from '../svg/key.ts';
import { markup } from '../svg/markup.ts';
import { nowLine, nowRoomPx } from '../svg/now-line.ts';
import { stepLine } from '../svg/step-line.ts';
import { tableOf } from '../table.ts';
import { paint } from '../theme/paint.ts';
import { type Label, type Language, labelIn, wordsIn } from '../words/words.ts';
import { lightOpacity, openTop, waitBar } from './wait-bar.ts';

/** Waits of those who came in one step of the day. */
export interface WaitRow {
  /** Ms after local midnight. */
  readonly fromMs: number;
  /** Of whom the wait is known. */
  readonly customers: number;
  readonly p50Ms: number | null;
  readonly p90Ms: number | null;
  /** 95 % limits of the P90, where it is an estimate. */
  readonly p90LowMs?: number | undefined;
  readonly p90HighMs?: number | undefined;
  /** Came in this step and still wait: the bar will grow. */
  readonly stillWaiting?: number | undefined;
}

export interface WaitByHalfHour {
  /** The part of the day shown, ms after local midnight. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly stepMs: number;
  readonly rows: readonly WaitRow[];
  /** What the P90 is held to. */
  readonly targetMs?: number | null | undefined;
  /** What it is compared with: yesterday, today's plan. */
  readonly ghost?: { readonly label: Label; readonly rows: readonly Pick<WaitRow, 'fromMs' | 'p90Ms' | 'p90HighMs'>[] } | undefined;
  /** Where the day has got to. */
  readonly nowMs?: number | undefined;
}

/** How long people wait through the day, by when they came: half of them, and nine in ten. */
export function waitByHalfHour(data: WaitByHalfHour, options: ChartOptions): Chart {
  const { language } = options;
  const size = sizeOf(options);
  const words = wordsIn(language);
  const { waits } = words;
  const customers = sum(data.rows, (row) => row.customers);
  const caption = waits.caption(customers === 0 ? null : plain(customers));
  const chart = {
    kind: 'wait-by-half-hour',
    title: options.title ?? finding(data, language),
    caption,
    table: tableFor(data, language),
  };
  const ghostRows = data.ghost?.rows.filter(({ p90Ms }) => known(p90Ms) !== null) ?? [];
  const values = allKnown([
    ...data.rows.flatMap((row) => [row.p50Ms, row.p90Ms, row.p90HighMs]),
    ...ghostRows.flatMap((row) => [row.p90Ms, row.p90HighMs]),
  ]);
  if (values.length === 0)
    return { ...chart, svg: drawing(chart.kind, size, chart.title, waits.empty, emptyPlot(size, waits.empty)) };

  const targetMs = known(data.targetMs);
  const steps = valueSteps('duration', Math.max(...values, (targetMs ?? 0) * 1.1), size.height, language);
  const head = header(size.width, words.axis(waits.axis, steps.unit.name), keysOf(data, targetMs, language));
  const targetText = targetMs === null ? null : words.target(say(targetMs, 'duration', language));
  const ghostText = ghostRows.length === 0 ? null : labelIn(language, data.ghost!.label);
  const plot = {
    left: Math.max(20, steps.widthPx),
    right: size.width - endRoom([targetText ?? '', ghostText ?? ''], size.width),
    top: head.heightPx + (data.nowMs === undefined ? 6 : nowRoomPx),
    bottom: size.height - timeAxisPx,
  };
  const time = timeAxis(plot, data.fromMs, data.toMs);
  const axis = valueAxis(plot, steps);
  const labels: EndLabel[] = [];
  if (targetText !== null) labels.push({ text: targetText, y: crisp(axis.y(targetMs!)), paint: 'ink' });
  if (ghostText !== null) {
    const last = ghostRows.at(-1)!;
    labels.push({ text: ghostText, y: axis.y(last.p90Ms!), paint: 'ink-faint', fromX: time.x(last.fromMs + data.stepMs) });
  }
  const bars = data.rows.map((row) => {
    const p90Ms = known(row.p90Ms);
    if (p90Ms === null) return null;
    const [start, end] = [time.x(row.fromMs), time.x(row.fromMs + data.stepMs)];
    const gap = Math.min(4, (end - start) * 0.12);
    const [low, high] = [known(row.p90LowMs), known(row.p90HighMs)];
    const bar = {
      x0: start + gap,
      x1: end - gap,
      p50Ms: Math.min(known(row.p50Ms) ?? 0, p90Ms),
      p90Ms,
      limits: low === null || high === null ? null : ([low, high] as const),
      targetMs: targetMs ?? Number.POSITIVE_INFINITY,
      open: (row.stillWaiting ?? 0) > 0,
    };
    return waitBar(bar, axis.y);
  });
  const ghost = stepLine(
    ghostRows.map((row) => ({ x0: time.x(row.fromMs), x1: time.x(row.fromMs + data.stepMs), y: axis.y(row.p90Ms!) })),
  );
  const svg = drawing(
    chart.kind,
    size,
    chart.title,
    caption,
    head.markup,
    axis.markup,
    bars,
    ghost === ''
      ? null
      : element('path', { d: ghost, fill: 'none', stroke: paint('ink-faint'), 'stroke-width': 1.5, 'stroke-dasharray': '4 3' }),
    time.markup,
    targetMs === null
      ? null
      : segment(plot.left, crisp(axis.y(targetMs)), plot.right, crisp(axis.y(targetMs)), {
          stroke: paint('ink'),
          'stroke-width': 1.5,
        }),
    data.nowMs === undefined ? null : nowLine(plot, time.x(data.nowMs), data.nowMs, language),
    endLabels(plot, size.width, labels),
  );
  return { ...chart, svg };
}

function keysOf({ rows }: WaitByHalfHour, targetMs: number | null, language: Language): KeyItem[] {
  const { waits } = wordsIn(language);
  const fill = paint('chart-1');
  const items: KeyItem[] = [
    { text: waits.half, swatch: (x, y) => rectangle(x, y, x + 18, y + 12, { fill }) },
    { text: waits.nineInTen, swatch: (x, y) => rectangle(x, y, x + 18, y + 12, { fill, 'fill-opacity': lightOpacity }) },
  ];
  if (targetMs !== null && rows.some(({ p90Ms }) => (known(p90Ms) ?? 0) > targetMs))
    items.push({
      text: waits.over,
      swatch: (x, y) =>
        markup(
          rectangle(x, y, x + 18, y + 12, { fill: paint('breach-tint') }),
          hatch({ x0: x, y0: y, x1: x + 18, y1: y + 12 }, 'breach'),
        ),
    });
  if (rows.some(({ stillWaiting }) => (stillWaiting ?? 0) > 0))
    items.push({ text: waits.open, swatch: (x, y) => openTop(x, x + 18, y, y + 12) });
  return items;
}

function finding({ rows, targetMs, stepMs }: WaitByHalfHour, language: Language): string {
  const { waits } = wordsIn(language);
  const measured = rows.flatMap(({ fromMs, p90Ms }) =>
    known(p90Ms) === null ? [] : [{ fromMs, toMs: fromMs + stepMs, p90Ms: p90Ms! }],
  );
  const worst = measured.find(({ p90Ms }) => p90Ms === max(measured, (row) => row.p90Ms));
  if (worst === undefined) return waits.question;
  const target = known(targetMs);
  if (target === null) return waits.longest(clock(worst.fromMs), say(worst.p90Ms, 'duration', language));
  const over = measured.filter(({ p90Ms }) => p90Ms > target);
  const text = say(target, 'duration', language);
  if (over.length === 0) return waits.kept(text);
  const runs = runsOf(over);
  if (runs.length > 2) return waits.oftenOver(over.length, measured.length, text, clock(worst.fromMs));
  return waits.overAt(runs.map(({ fromMs, toMs }) => span(fromMs, toMs)).join(wordsIn(language).and), text);
}

function tableFor({ rows, stepMs, ghost }: WaitByHalfHour, language: Language): ChartTable {
  const { waits, columns, axis } = wordsIn(language);
  const unit = unitFor('duration', max(rows, ({ p90Ms }) => known(p90Ms) ?? 0) ?? 0, language);
  const before = new Map(ghost?.rows.map(({ fromMs, p90Ms }) => [fromMs, known(p90Ms)]));
  const some = (field: keyof WaitRow): boolean => rows.some((row) => known(row[field]) !== null);
  const limit = (value: number | null | undefined): string => inUnit(known(value), unit);
  return tableOf(rows, [
    { label: columns.time, words: true, cell: ({ fromMs }) => span(fromMs, fromMs + stepMs) },
    { label: columns.customers, cell: ({ customers }) => String(customers) },
    { label: axis(waits.p50, unit.name), cell: ({ p50Ms }) => inUnit(known(p50Ms), unit) },
    { label: axis('P90', unit.name), cell: ({ p90Ms }) => inUnit(known(p90Ms), unit) },
    some('p90LowMs') ? { label: columns.limits95, cell: (row) => `${limit(row.p90LowMs)}–${limit(row.p90HighMs)}` } : null,
    ghost
      ? {
          label: axis(`${labelIn(language, ghost.label)} P90`, unit.name),
          cell: ({ fromMs }) => inUnit(before.get(fromMs) ?? null, unit),
        }
      : null,
    some('stillWaiting') ? { label: columns.stillWaiting, cell: ({ stillWaiting }) => String(stillWaiting ?? 0) } : null,
  ]);
}
