import { extent, group } from 'd3';
import { timeAxis, timeAxisPx } from '../axis/time-axis.ts';
import { valueAxis, valueSteps } from '../axis/value-axis.ts';
import { allKnown, type Chart, type ChartOptions, type ChartTable, known, sizeOf } from '../chart.ts';
import { span } from '../format/clock.ts';
import { inUnit, type Quantity, type Unit, unitFor } from '../format/quantity.ts';
import { drawing } from '../svg/drawing.ts';
import { crisp, element, rectangle, segment } from '../svg/element.ts';
import { emptyPlot } from '../svg/empty.ts';
import { header } from '../svg/key.ts';
import { markup } from '../svg/markup.ts';
import { nowLine, nowRoomPx } from '../svg/now-line.ts';
import { stepBand, stepLine } from '../svg/step-line.ts';
import { tableOf } from '../table.ts';
import { paint } from '../theme/paint.ts';
import { type Language, wordsIn } from '../words/words.ts';

/** What is expected in one step of the day, and where it falls in 80 and in 95 of 100 cases. */
export interface BandRow {
  /** Ms after local midnight. */
  readonly fromMs: number;
  readonly expected: number;
  readonly low80: number;
  readonly high80: number;
  readonly low95: number;
  readonly high95: number;
}

/** What was seen in one step of some day. */
export interface Seen {
  readonly fromMs: number;
  readonly value: number;
}

export interface BandProfile {
  readonly stepMs: number;
  readonly rows: readonly BandRow[];
  readonly observed: readonly Seen[];
  /** Where the day has got to. */
  readonly nowMs?: number | undefined;
}

/** What a band profile is about: charts of one form differ in their words and unit alone. */
export interface BandSubject {
  readonly kind: string;
  readonly quantity: Quantity;
  readonly title: string;
  readonly caption: string;
  readonly empty: string;
  readonly axis: string;
  readonly expected: string;
  readonly observed: string;
}

/** Opacities of the bands: 80 % dark, 95 % light. */
export const band80 = 0.34;
export const band95 = 0.15;

/** What is expected through the day with its bands, and what was seen. */
export function bandProfile(data: BandProfile, subject: BandSubject, options: ChartOptions): Chart {
  const { language } = options;
  const size = sizeOf(options);
  const words = wordsIn(language);
  const { kind, quantity, caption } = subject;
  const title = options.title ?? subject.title;
  const rows = data.rows.filter(({ expected }) => known(expected) !== null);
  const values = allKnown([
    ...rows.flatMap((row) => [row.expected, row.high80, row.high95]),
    ...data.observed.map(({ value }) => value),
  ]);
  const top = Math.max(0, ...values);
  const chart = { kind, title, caption, table: tableFor(data, subject, top, language) };
  if (rows.length === 0) return { ...chart, svg: drawing(kind, size, title, subject.empty, emptyPlot(size, subject.empty)) };

  const steps = valueSteps(quantity, top, size.height, language);
  const fill = paint('chart-1');
  const box = (x: number, y: number, opacity: number) => rectangle(x, y, x + 18, y + 12, { fill, 'fill-opacity': opacity });
  const head = header(size.width, words.axis(subject.axis, steps.unit.name), [
    { text: subject.expected, swatch: (x, y) => segment(x, y + 6, x + 18, y + 6, { stroke: fill, 'stroke-width': 2 }) },
    { text: words.band80, swatch: (x, y) => markup(box(x, y, band95), box(x, y, band80)) },
    { text: words.band95, swatch: (x, y) => box(x, y, band95) },
    ...(data.observed.length === 0 ? [] : [{ text: subject.observed, swatch: (x: number, y: number) => dot(x + 9, y + 6, 3) }]),
  ]);
  const plot = {
    left: Math.max(20, steps.widthPx),
    right: size.width - 20,
    top: head.heightPx + (data.nowMs === undefined ? 6 : nowRoomPx),
    bottom: size.height - timeAxisPx,
  };
  const [first, last] = extent(rows, ({ fromMs }) => fromMs) as [number, number];
  const time = timeAxis(plot, first, last + data.stepMs);
  const axis = valueAxis(plot, steps);
  const levels = rows.map((row) => ({ x0: time.x(row.fromMs), x1: time.x(row.fromMs + data.stepMs), row }));
  const band = (low: 'low80' | 'low95', high: 'high80' | 'high95', opacity: number) =>
    element('path', {
      d: stepBand(
        levels.map(({ x0, x1, row }) => ({
          x0,
          x1,
          y0: axis.y(known(row[high]) ?? row.expected),
          y1: axis.y(known(row[low]) ?? row.expected),
        })),
      ),
      fill,
      'fill-opacity': opacity,
    });
  const dots = Array.from(
    group(data.observed, ({ fromMs }) => fromMs),
    ([fromMs, seen]) => {
      const inside = seen.filter(({ value }) => known(value) !== null);
      const [x0, x1] = [time.x(fromMs), time.x(fromMs + data.stepMs)];
      const radius = inside.length === 1 ? Math.min(3.5, (x1 - x0) / 3) : Math.min(2.25, (x1 - x0) / 5);
      return inside.map(({ value }, at) => dot(x0 + ((at + 1) / (inside.length + 1)) * (x1 - x0), axis.y(value), radius));
    },
  );
  const svg = drawing(
    kind,
    size,
    title,
    caption,
    head.markup,
    axis.markup,
    band('low95', 'high95', band95),
    band('low80', 'high80', band80),
    element('path', {
      d: stepLine(levels.map(({ x0, x1, row }) => ({ x0, x1, y: axis.y(row.expected) }))),
      fill: 'none',
      stroke: fill,
      'stroke-width': 2,
    }),
    time.markup,
    dots,
    data.nowMs === undefined ? null : nowLine(plot, crisp(time.x(data.nowMs)), data.nowMs, language),
  );
  return { ...chart, svg };
}

const dot = (cx: number, cy: number, r: number) => element('circle', { cx, cy, r, fill: paint('ink'), 'fill-opacity': 0.75 });

function tableFor({ rows, observed, stepMs }: BandProfile, subject: BandSubject, top: number, language: Language): ChartTable {
  const { columns, axis, band80: name80, band95: name95 } = wordsIn(language);
  const { quantity, expected } = subject;
  const unit = unitFor(quantity, top, language);
  const seen = group(observed, ({ fromMs }) => fromMs);
  const limits = (low: number, high: number): string => `${inUnit(known(low), unit)}–${inUnit(known(high), unit)}`;
  return tableOf(rows, [
    { label: columns.time, words: true, cell: ({ fromMs }) => span(fromMs, fromMs + stepMs) },
    { label: axis(expected, unit.name), cell: (row) => inUnit(known(row.expected), unit) },
    { label: name80, cell: ({ low80, high80 }) => limits(low80, high80) },
    { label: name95, cell: ({ low95, high95 }) => limits(low95, high95) },
    observed.length === 0 ? null : { label: subject.observed, cell: ({ fromMs }) => seenText(seen.get(fromMs) ?? [], unit) },
  ]);
}

/** One day's figure; of several days the least and the most. */
function seenText(seen: readonly Seen[], unit: Unit): string {
  const values = allKnown(seen.map(({ value }) => value));
  const decimals = unit.divisor === 1 ? 0 : 1;
  if (values.length < 2) return inUnit(values[0] ?? null, unit, decimals);
  return `${inUnit(Math.min(...values), unit, decimals)}–${inUnit(Math.max(...values), unit, decimals)}`;
}
