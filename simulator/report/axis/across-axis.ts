import type { ScaleLinear } from 'd3';
import { crisp, segment } from '../svg/element.ts';
import { type Markup, markup } from '../svg/markup.ts';
import { drawText, smallPx } from '../svg/text.ts';
import { textWidth } from '../svg/text-width.ts';
import { paint } from '../theme/paint.ts';
import type { Plot } from './plot.ts';

/** Room below a plot for figures. */
export const acrossAxisPx = 24;

/** Values from left to right, below a plot; the scale is in the unit of the labels. */
export function acrossAxis(plot: Plot, x: ScaleLinear<number, number>, label: (value: number) => string): Markup {
  const widest = Math.max(...x.domain().map((value) => textWidth(label(value), smallPx)));
  const count = Math.min(8, Math.max(2, Math.floor((plot.right - plot.left) / (widest + 28))));
  return markup(
    segment(plot.left, crisp(plot.bottom), plot.right, crisp(plot.bottom), { stroke: paint('ink-soft') }),
    x
      .ticks(count)
      .map((value) => [
        segment(crisp(x(value)), plot.bottom, crisp(x(value)), plot.bottom + 5, { stroke: paint('line-strong') }),
        drawText({ x: x(value), y: plot.bottom + 19, text: label(value), anchor: 'middle', paint: 'ink-faint' }),
      ]),
  );
}
