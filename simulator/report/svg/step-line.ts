import { pathRound } from 'd3';

/** A level held from x0 to x1. */
export interface Level {
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
}

/** A line of levels, joined upright where they touch, broken where they do not. */
export function stepLine(levels: readonly Level[]): string {
  const drawn = pathRound(2);
  let endX = Number.NaN;
  for (const { x0, x1, y } of levels) {
    if (Math.abs(x0 - endX) < 0.01) drawn.lineTo(x0, y);
    else drawn.moveTo(x0, y);
    drawn.lineTo(x1, y);
    endX = x1;
  }
  return String(drawn);
}

/** The area between two lines of levels of the same steps. */
export function stepBand(
  levels: readonly { readonly x0: number; readonly x1: number; readonly y0: number; readonly y1: number }[],
): string {
  const drawn = pathRound(2);
  for (const { x0, x1, y0, y1 } of levels) {
    drawn.moveTo(x0, y0);
    drawn.lineTo(x1, y0);
    drawn.lineTo(x1, y1);
    drawn.lineTo(x0, y1);
    drawn.closePath();
  }
  return String(drawn);
}
