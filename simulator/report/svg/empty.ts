import type { Size } from '../chart.ts';
import { paint } from '../theme/paint.ts';
import { rectangle } from './element.ts';
import { type Markup, markup } from './markup.ts';
import { drawText, normalPx } from './text.ts';
import { wrapped } from './wrap.ts';

/** Where there is nothing to draw yet: the place it will have, and what will be in it. */
export function emptyPlot({ width, height }: Size, message: string): Markup {
  const lines = wrapped(message, normalPx, width - 64);
  const first = height / 2 - ((lines.length - 1) * 22) / 2;
  return markup(
    rectangle(0.5, 0.5, width - 0.5, height - 0.5, {
      rx: 8,
      fill: 'none',
      stroke: paint('line-strong'),
      'stroke-dasharray': '4 4',
    }),
    lines.map((text, at) =>
      drawText({ x: width / 2, y: first + at * 22 + 5, text, sizePx: normalPx, anchor: 'middle', paint: 'ink-soft' }),
    ),
  );
}
