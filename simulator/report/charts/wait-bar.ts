import { pathRound } from 'd3';
import { element, rectangle, segment } from '../svg/element.ts';
import { hatch } from '../svg/hatch.ts';
import { type Markup, markup } from '../svg/markup.ts';
import { paint } from '../theme/paint.ts';

export interface WaitBar {
  readonly x0: number;
  readonly x1: number;
  readonly p50Ms: number;
  readonly p90Ms: number;
  /** 95 % limits of the P90. */
  readonly limits: readonly [low: number, high: number] | null;
  /** Infinity where none is set. */
  readonly targetMs: number;
  /** It will grow: some still wait. */
  readonly open: boolean;
}

/** Opacity of the light part of a bar, up to the P90. */
export const lightOpacity = 0.3;

/** Dark to the P50, light to the P90; what is above the target is red, and hatched where it is light. */
export function waitBar({ x0, x1, p50Ms, p90Ms, limits, targetMs, open }: WaitBar, y: (ms: number) => number): Markup {
  const middle = (x0 + x1) / 2;
  const piece = (from: number, to: number, fill: string, opacity: number | null = null): Markup | null =>
    to > from ? rectangle(x0, y(to), x1, y(from), { fill, 'fill-opacity': opacity }) : null;
  const overFrom = Math.max(p50Ms, targetMs);
  return markup(
    piece(0, p90Ms, paint('surface')),
    piece(0, Math.min(p50Ms, targetMs), paint('chart-1')),
    piece(targetMs, p50Ms, paint('breach')),
    piece(p50Ms, Math.min(p90Ms, overFrom), paint('chart-1'), lightOpacity),
    piece(overFrom, p90Ms, paint('breach-tint')),
    p90Ms > overFrom ? hatch({ x0, y0: y(p90Ms), x1, y1: y(overFrom) }, 'breach') : null,
    open ? openTop(x0, x1, y(p90Ms), y(0)) : null,
    limits && segment(middle, y(limits[0]), middle, y(limits[1]), { stroke: paint('ink'), 'stroke-width': 1.5 }),
  );
}

/** A dashed edge: not the last word. */
export function openTop(x0: number, x1: number, top: number, bottom: number): Markup {
  const edge = pathRound(2);
  edge.moveTo(x0 + 0.5, bottom);
  edge.lineTo(x0 + 0.5, top);
  edge.lineTo(x1 - 0.5, top);
  edge.lineTo(x1 - 0.5, bottom);
  return element('path', { d: String(edge), fill: 'none', stroke: paint('ink'), 'stroke-dasharray': '2 2' });
}
