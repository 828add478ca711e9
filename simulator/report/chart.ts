import type { Language } from './words/words.ts';

/** The figures of a chart, for those who do not see it and those who want to read them off. */
export interface ChartTable {
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** A chart: a drawing, what it says, how to read it, and its figures. All texts are in one language; `svg` is markup. */
export interface Chart {
  /** Which chart it is, e.g. `wait-by-half-hour`. */
  readonly kind: string;
  /** What is found, in one line; the question where nothing is known yet. */
  readonly title: string;
  /** What is drawn and how to read it. */
  readonly caption: string;
  /** A whole SVG document: it stands alone, and follows the theme of the page it is put into. */
  readonly svg: string;
  readonly table: ChartTable;
}

export interface ChartOptions {
  readonly language: Language;
  /** Size in px at which texts have their proper size. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** Said instead of what the chart finds by itself. */
  readonly title?: string | undefined;
}

/** Width of a chart on an A4 page with its margins, px. */
export const pageWidthPx = 680;
export const usualHeightPx = 300;
export const leastWidthPx = 280;
export const leastHeightPx = 180;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size asked for. Below 280 × 180 px texts would cover each other: RangeError. */
export function sizeOf(options: ChartOptions, height = usualHeightPx): Size {
  const size = { width: options.width ?? pageWidthPx, height: options.height ?? height };
  if (!(size.width >= leastWidthPx && size.height >= leastHeightPx && size.width < 10_000 && size.height < 10_000))
    throw new RangeError(
      `a chart is drawn at ${leastWidthPx} × ${leastHeightPx} px or more, below 10000, got ${size.width} × ${size.height}`,
    );
  return size;
}

/** A figure, or null where there is none: what is not finite is not known. */
export const known = (value: number | null | undefined): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

/** Those that are known. */
export const allKnown = (values: Iterable<number | null | undefined>): number[] =>
  Array.from(values, known).filter((value) => value !== null);
