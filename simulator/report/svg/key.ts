import { element } from './element.ts';
import type { Markup } from './markup.ts';
import { drawText, smallPx } from './text.ts';
import { fitted, textWidth } from './text-width.ts';

/** A mark as it is drawn in the chart, and what it stands for. */
export interface KeyItem {
  readonly text: string;
  /** Draws the mark in a box of 18 × 12 px whose upper left corner is given. */
  readonly swatch: (x: number, y: number) => Markup;
}

const swatchPx = 18;
const rowPx = 20;

export interface Header {
  readonly heightPx: number;
  readonly markup: Markup;
}

/** Above a plot: what its axis shows, then what its marks mean, in as many rows as it takes. */
export function header(widthPx: number, axis: string, items: readonly KeyItem[] = []): Header {
  let x = 0;
  let row = 0;
  const parts: Markup[] = [];
  const title = fitted(axis, smallPx, widthPx);
  parts.push(drawText({ x, y: smallPx, text: title, paint: 'ink-soft', strong: true }));
  x += textWidth(title, smallPx) + 24;
  for (const { text, swatch } of items) {
    const shown = fitted(text, smallPx, widthPx - swatchPx - 6);
    const needed = swatchPx + 6 + textWidth(shown, smallPx);
    if (x > 0 && x + needed > widthPx) {
      x = 0;
      row += 1;
    }
    const y = smallPx + row * rowPx;
    parts.push(swatch(x, y - 10), drawText({ x: x + swatchPx + 6, y, text: shown }));
    x += needed + 18;
  }
  return { heightPx: (row + 1) * rowPx + 4, markup: element('g', { class: 'tt-chart-key' }, parts) };
}
