import { range, scaleLinear } from 'd3';
import { dayMs, hourMs, minuteMs } from '../../workload/clock.ts';
import { clock } from '../format/clock.ts';
import { crisp, segment } from '../svg/element.ts';
import { type Markup, markup } from '../svg/markup.ts';
import { drawText, smallPx } from '../svg/text.ts';
import { textWidth } from '../svg/text-width.ts';
import { paint } from '../theme/paint.ts';
import type { Plot } from './plot.ts';

export interface TimeAxis {
  readonly x: (ms: number) => number;
  readonly markup: Markup;
}

const steps = [15, 30, 60, 120, 180, 240, 360, 720].map((minutes) => minutes * minuteMs);
const labelPx = textWidth('00:00', smallPx);
/** Room below a plot for the clock. */
export const timeAxisPx = 24;

/** The clock below a plot: as many labels as keep apart. What lies outside is drawn at the edge. */
export function timeAxis(plot: Plot, fromMs: number, toMs: number): TimeAxis {
  const width = plot.right - plot.left;
  const to = Math.max(toMs, fromMs + 1);
  const x = scaleLinear([fromMs, to], [plot.left, plot.right]).clamp(true);
  const stepMs = steps.find((step) => (step / (to - fromMs)) * width >= labelPx + 14) ?? dayMs;
  const ticks = range(Math.ceil(fromMs / stepMs) * stepMs, to + 1, stepMs);
  // Ticks between the labels show the hours where those are labelled sparsely.
  const minor =
    stepMs <= hourMs || width / ((to - fromMs) / hourMs) < 6 ? [] : range(Math.ceil(fromMs / hourMs) * hourMs, to + 1, hourMs);
  return {
    x,
    markup: markup(
      segment(plot.left, crisp(plot.bottom), plot.right, crisp(plot.bottom), { stroke: paint('ink-soft') }),
      minor.map((ms) => tick(x(ms), plot.bottom, 3)),
      ticks.map((ms) => [
        tick(x(ms), plot.bottom, 5),
        drawText({ x: x(ms), y: plot.bottom + 19, text: clock(ms), anchor: 'middle', paint: 'ink-faint' }),
      ]),
    ),
  };
}

const tick = (x: number, y: number, length: number): Markup =>
  segment(crisp(x), y, crisp(x), y + length, { stroke: paint('line-strong') });
