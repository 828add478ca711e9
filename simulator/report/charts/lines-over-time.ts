import { greatest, max, range, scaleLinear } from 'd3';
import { lineAcross } from '../axis/grid-line.ts';
import type { Plot } from '../axis/plot.ts';
import { timeAxis, timeAxisPx } from '../axis/time-axis.ts';
import { type Chart, type ChartOptions, type ChartTable, sizeOf } from '../chart.ts';
import { clock } from '../format/clock.ts';
import { drawing } from '../svg/drawing.ts';
import { crisp, element, segment } from '../svg/element.ts';
import { emptyPlot } from '../svg/empty.ts';
import { header } from '../svg/key.ts';
import { type Markup, markup } from '../svg/markup.ts';
import { nowLine, nowRoomPx } from '../svg/now-line.ts';
import { drawPlaced, place } from '../svg/place.ts';
import { boxOf, centred, drawText, normalPx, smallPx, type Text } from '../svg/text.ts';
import { fitted, textWidth } from '../svg/text-width.ts';
import { tableOf } from '../table.ts';
import { paint } from '../theme/paint.ts';
import { type Label, type Language, labelIn, wordsIn } from '../words/words.ts';
import { type LengthStep, lengthAt, peakOf, queueLine } from './queue-line.ts';

export interface LineOverTime {
  readonly name: Label;
  /** In order of time; nobody waits before the first. */
  readonly steps: readonly LengthStep[];
}

export interface LinesOverTime {
  /** The part of the day shown, ms after local midnight. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Where the day has got to; the whole day when absent. */
  readonly nowMs?: number | undefined;
  /** In the branch's order. */
  readonly lines: readonly LineOverTime[];
}

/** Room for a line's name above its strip. */
const namePx = 26;
const leastStripPx = 28;
const usualStripPx = 48;

/**
 * How many wait in each line through the day: a strip for each, all with one scale. Lines laid over one another hide each
 * other just when it matters, when several are long. As high as asked, or as the strips need.
 */
export function linesOverTime(data: LinesOverTime, options: ChartOptions): Chart {
  const { language } = options;
  const words = wordsIn(language);
  const { queues } = words;
  const live = data.nowMs !== undefined;
  const untilMs = Math.max(data.fromMs, Math.min(data.nowMs ?? data.toMs, data.toMs));
  const title = options.title ?? finding(data, untilMs, language);
  const chart = { kind: 'lines-over-time', title, caption: queues.caption, table: tableFor(data, untilMs, language) };
  const asked = sizeOf(options);
  if (!data.lines.some(({ steps }) => steps.length > 0))
    return { ...chart, svg: drawing(chart.kind, asked, title, queues.empty, emptyPlot(asked, queues.empty)) };

  const count = data.lines.length;
  const top = 24 + (live ? nowRoomPx : 0);
  const fair = options.height === undefined ? usualStripPx : (asked.height - top - timeAxisPx) / count - namePx;
  const stripPx = Math.max(leastStripPx, fair);
  const size = { width: asked.width, height: Math.ceil(top + count * (stripPx + namePx) + timeAxisPx) };
  const most = max(data.lines, ({ steps }) => peakOf(steps, untilMs).waiting) ?? 0;
  const grid = roundBelow(most);
  const ends = data.lines.map(({ steps }) => queues.now(lengthAt(steps, untilMs)));
  const all: Plot = {
    left: Math.max(20, textWidth(String(grid), smallPx) + 8),
    right: size.width - (live ? Math.max(20, ...ends.map((text) => textWidth(text, normalPx) + 12)) : 20),
    top,
    bottom: top + count * (stripPx + namePx),
  };
  const time = timeAxis(all, data.fromMs, data.toMs);
  const strips = data.lines.map((line, at) => {
    const bottom = top + (at + 1) * (stripPx + namePx);
    const plot = { ...all, top: bottom - stripPx, bottom };
    const y = scaleLinear([0, Math.max(1, most)], [plot.bottom, plot.top]);
    return [
      gridOf(plot, [0, grid], y),
      strip(line, plot, y, [data.fromMs, untilMs], time.x, language),
      live ? endText(size.width, centred((plot.top + plot.bottom) / 2, normalPx), ends[at]!) : null,
    ];
  });
  const head = header(size.width, words.axis(queues.axis, words.units.people));
  const now = live ? nowLine(all, time.x(untilMs), untilMs, language) : null;
  return { ...chart, svg: drawing(chart.kind, size, title, queues.caption, head.markup, strips, time.markup, now) };
}

function strip(
  { name, steps }: LineOverTime,
  plot: Plot,
  y: (waiting: number) => number,
  [fromMs, untilMs]: readonly [number, number],
  x: (ms: number) => number,
  language: Language,
): Markup {
  const d = queueLine(steps, [fromMs, untilMs], x, y);
  const peak = peakOf(steps, untilMs);
  const room = plot.right - plot.left;
  const title: Text = {
    x: plot.left,
    y: plot.top - 6,
    text: fitted(labelIn(language, name), smallPx, room),
    paint: 'ink',
    strong: true,
  };
  const mark = { x: x(peak.atMs), y: y(peak.waiting), clearPx: 2, text: String(peak.waiting), must: false, above: true };
  const inside = { x0: plot.left, y0: plot.top - namePx + 2, x1: plot.right, y1: plot.bottom };
  return markup(
    element('path', { d: `${d}V${plot.bottom}H${plot.left}Z`, fill: paint('chart-1'), 'fill-opacity': 0.2 }),
    element('path', { d, fill: 'none', stroke: paint('chart-1'), 'stroke-width': 1.5, 'stroke-linejoin': 'round' }),
    segment(plot.left, crisp(plot.bottom), plot.right, crisp(plot.bottom), { stroke: paint('line-strong') }),
    drawText(title),
    peak.waiting === 0
      ? null
      : [
          element('circle', { cx: mark.x, cy: mark.y, r: 3, fill: paint('chart-1') }),
          drawPlaced(place([{ ...mark, look: { paint: 'ink', halo: true } }], inside, [boxOf(title)])),
        ],
  );
}

const endText = (x: number, y: number, text: string): Markup =>
  drawText({ x, y, text, sizePx: normalPx, anchor: 'end', paint: 'ink', strong: true });

/** The largest round number that a line has reached: one gridline says enough. */
function roundBelow(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  const round = [8, 6, 5, 4, 3, 2, 1.5].find((times) => times * power <= most && Number.isInteger(times * power)) ?? 1;
  return power * round;
}

const gridOf = (plot: Plot, values: readonly number[], y: (value: number) => number): Markup =>
  markup(
    values.map((value) => [
      lineAcross(plot.left, plot.right, y(value)),
      drawText({ x: plot.left - 8, y: centred(y(value)), text: String(value), anchor: 'end', paint: 'ink-faint' }),
    ]),
  );

function finding({ lines, nowMs }: LinesOverTime, untilMs: number, language: Language): string {
  const { queues } = wordsIn(language);
  const longest = greatest(lines, ({ steps }) => peakOf(steps, untilMs).waiting);
  if (longest === undefined || lines.every(({ steps }) => steps.length === 0)) return queues.question;
  const peak = peakOf(longest.steps, untilMs);
  if (peak.waiting === 0) return queues.nobody;
  const now = nowMs === undefined ? null : lengthAt(longest.steps, untilMs);
  return queues.peaked(labelIn(language, longest.name), peak.waiting, clock(peak.atMs), now);
}

/** Lengths at whole half hours: one row for each arrival would be no table. */
function tableFor({ lines, fromMs }: LinesOverTime, untilMs: number, language: Language): ChartTable {
  return tableOf(
    [...range(fromMs, untilMs, 1_800_000), untilMs],
    [
      { label: wordsIn(language).columns.time, words: true, cell: clock },
      ...lines.map(({ name, steps }) => ({ label: labelIn(language, name), cell: (ms: number) => String(lengthAt(steps, ms)) })),
    ],
  );
}
