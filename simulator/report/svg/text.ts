import { type Paint, paint } from '../theme/paint.ts';
import { element } from './element.ts';
import type { Markup } from './markup.ts';
import { textWidth } from './text-width.ts';

/** Nothing in a chart is smaller. */
export const smallPx = 12;
export const normalPx = 14;

/** One line of text with its place: what is drawn is also what collides. */
export interface Text {
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly text: string;
  readonly sizePx?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly paint?: Paint;
  readonly strong?: boolean;
  /** Drawn over marks: an edge in the colour of the page keeps it readable. */
  readonly halo?: boolean;
}

export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** What a text covers, in px. */
export function boxOf({ x, y, text, sizePx = smallPx, anchor = 'start' }: Text): Box {
  const width = textWidth(text, sizePx);
  const x0 = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { x0, y0: y - 0.9 * sizePx, x1: x0 + width, y1: y + 0.22 * sizePx };
}

export const overlap = (a: Box, b: Box, gapPx = 0): boolean =>
  a.x0 < b.x1 + gapPx && b.x0 < a.x1 + gapPx && a.y0 < b.y1 + gapPx && b.y0 < a.y1 + gapPx;

/** Baseline that puts the figures and capitals of a text in the middle of `y`. */
export const centred = (y: number, sizePx = smallPx): number => y + 0.36 * sizePx;

export const drawText = ({ x, y, text, sizePx = smallPx, anchor = 'start', ...look }: Text): Markup =>
  element(
    'text',
    {
      x,
      y,
      'font-size': sizePx,
      'text-anchor': anchor === 'start' ? null : anchor,
      fill: paint(look.paint ?? 'ink-soft'),
      'font-weight': look.strong === true ? 600 : null,
      ...(look.halo === true
        ? { 'paint-order': 'stroke', stroke: paint('surface'), 'stroke-width': 4, 'stroke-linejoin': 'round' }
        : {}),
    },
    text,
  );
