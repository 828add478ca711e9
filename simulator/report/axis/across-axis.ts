import type { ScaleLinear } from 'd3';
import { crisp, segment } from '../svg/element.ts';
import { type Markup, markup } from '../svg/markup.ts';
import { drawText, smallPx } from '../svg/text.ts';
import { textWidth } from '../svg/text-width.ts';
import { paint } from '../theme/paint.ts';
import type { Plot } from './plot.ts';

/** Room below a plot for figures. */
export const acrossAxisPx = 24;

/** Values from left to right, below a plot; the scale is in the unit of the labels. As many labels as keep apart. */
export function acrossAxis(plot: Plot, x: ScaleLinear<number, number>, widthPx: number, label: (value: number) => string): Markup {
  const ticksFor = (count: number) =>
    x
      .ticks(count)
      .map((value) => ({ x: x(value), text: label(value), half: textWidth(label(value), smallPx) / 2 }))
      .filter((tick) => tick.x - tick.half >= 0 && tick.x + tick.half <= widthPx);
  const apart = (ticks: ReturnType<typeof ticksFor>): boolean =>
    ticks.every((tick, at) => at === 0 || tick.x - tick.half >= ticks[at - 1]!.x + ticks[at - 1]!.half + 14);
  const ticks = [8, 6, 5, 4, 3, 2, 1].map(ticksFor).find(apart) ?? [];
  return markup(
    segment(plot.left, crisp(plot.bottom), plot.right, crisp(plot.bottom), { stroke: paint('ink-soft') }),
    ticks.map((tick) => [
      segment(crisp(tick.x), plot.bottom, crisp(tick.x), plot.bottom + 5, { stroke: paint('line-strong') }),
      drawText({ x: tick.x, y: plot.bottom + 19, text: tick.text, anchor: 'middle', paint: 'ink-faint' }),
    ]),
  );
}
