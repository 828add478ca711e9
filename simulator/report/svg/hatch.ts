import { path } from 'd3';
import { type Paint, paint } from '../theme/paint.ts';
import { element } from './element.ts';
import { Markup } from './markup.ts';
import type { Box } from './text.ts';

/**
 * A box filled with lines at 45°, cut to its edges. Drawn line by line and not as a pattern: a pattern needs an id, and ids
 * clash, or vanish with their owner, where many drawings share a page.
 */
export function hatch({ x0, y0, x1, y1 }: Box, name: Paint, gapPx = 5): Markup {
  const drawn = path();
  let any = false;
  // The lines x + y = c, on a grid that all boxes of a drawing share.
  for (let c = Math.ceil((x0 + y0) / gapPx) * gapPx; c < x1 + y1; c += gapPx) {
    const fromX = Math.max(x0, c - y1);
    const toX = Math.min(x1, c - y0);
    if (toX - fromX < 0.5) continue;
    drawn.moveTo(round(fromX), round(c - fromX));
    drawn.lineTo(round(toX), round(c - toX));
    any = true;
  }
  return any ? element('path', { d: String(drawn), stroke: paint(name), 'stroke-width': 1.25, fill: 'none' }) : new Markup('');
}

const round = (value: number): number => Math.round(value * 100) / 100;
