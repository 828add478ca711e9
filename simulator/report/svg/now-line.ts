import type { Plot } from '../axis/plot.ts';
import { clock } from '../format/clock.ts';
import { paint } from '../theme/paint.ts';
import { type Language, wordsIn } from '../words/words.ts';
import { crisp, segment } from './element.ts';
import { type Markup, markup } from './markup.ts';
import { drawText, smallPx } from './text.ts';
import { textWidth } from './text-width.ts';

/** Room above a plot for the word at the line. */
export const nowRoomPx = 18;

/** Where the day has got to; what is right of it has not happened. */
export function nowLine(plot: Plot, x: number, nowMs: number, language: Language): Markup {
  const text = wordsIn(language).now(clock(nowMs));
  const half = textWidth(text, smallPx) / 2;
  return markup(
    segment(crisp(x), plot.top - 2, crisp(x), plot.bottom, { stroke: paint('ink'), 'stroke-dasharray': '2 3' }),
    drawText({
      x: Math.max(Math.min(x, plot.right - half), plot.left + half),
      y: plot.top - 7,
      text,
      anchor: 'middle',
      paint: 'ink',
    }),
  );
}
