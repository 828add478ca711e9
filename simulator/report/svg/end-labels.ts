import type { Plot } from '../axis/plot.ts';
import { type Paint, paint } from '../theme/paint.ts';
import { segment } from './element.ts';
import { type Markup, markup } from './markup.ts';
import { spread } from './spread.ts';
import { centred, drawText, smallPx } from './text.ts';
import { fitted, textWidth } from './text-width.ts';

/** A label right of the plot, at the end of what it names. */
export interface EndLabel {
  readonly text: string;
  readonly y: number;
  readonly paint: Paint;
  readonly strong?: boolean;
  /** Where the thing named ends, when that is left of the plot's edge. */
  readonly fromX?: number;
}

const rowPx = 17;
const leaderPx = 14;

/** Room that such labels take right of the plot: what they need, up to a third of the drawing. */
export const endRoom = (texts: readonly string[], widthPx: number): number =>
  texts.length === 0
    ? 20
    : Math.min(Math.round(widthPx * 0.34), Math.ceil(Math.max(...texts.map((text) => textWidth(text, smallPx)))) + leaderPx + 4);

/** The labels, moved apart where they would touch; a thin line leads from a moved one to its place. */
export function endLabels(plot: Plot, widthPx: number, labels: readonly EndLabel[]): Markup {
  const places = spread(
    labels.map(({ y }) => y),
    rowPx,
    plot.top - rowPx / 2,
    plot.bottom + rowPx / 2,
  );
  if (places === null) throw new RangeError(`${labels.length} labels do not fit beside a plot of ${plot.bottom - plot.top} px`);
  const x = plot.right + leaderPx;
  return markup(
    labels.map((label, at) => [
      segment(label.fromX ?? plot.right, label.y, x - 4, places[at]!, {
        stroke: paint(label.paint),
        'stroke-width': 1,
        opacity: 0.7,
      }),
      drawText({
        x,
        y: centred(places[at]!),
        text: fitted(label.text, smallPx, widthPx - x),
        paint: label.paint,
        strong: label.strong ?? true,
      }),
    ]),
  );
}
