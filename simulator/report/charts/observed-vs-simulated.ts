import { scaleLinear } from 'd3';
import { acrossAxis, acrossAxisPx } from '../axis/across-axis.ts';
import { lineAcross } from '../axis/grid-line.ts';
import { type Chart, type ChartOptions, type ChartTable, known, sizeOf } from '../chart.ts';
import { say as amount, plain, type Quantity, signed } from '../format/quantity.ts';
import { drawing } from '../svg/drawing.ts';
import { crisp, element, rectangle, segment } from '../svg/element.ts';
import { emptyPlot } from '../svg/empty.ts';
import { header } from '../svg/key.ts';
import { type Markup, markup } from '../svg/markup.ts';
import { drawText, smallPx } from '../svg/text.ts';
import { fitted, textWidth } from '../svg/text-width.ts';
import { tableOf } from '../table.ts';
import { paint } from '../theme/paint.ts';
import { type Label, type Language, labelIn, wordsIn } from '../words/words.ts';

/** One figure as it was, and as the simulation has it. */
export interface ComparedFigure {
  readonly name: Label;
  readonly quantity: Quantity;
  readonly observed: number;
  readonly simulated: { readonly value: number; readonly low?: number | undefined; readonly high?: number | undefined };
  /** How far apart they may be, in the figure's own unit. */
  readonly tolerance: number;
}

export interface ObservedVsSimulated {
  readonly figures: readonly ComparedFigure[];
}

const rowPx = 46;
/** The axis ends at so many tolerances; what lies beyond is drawn at its end. */
const reach = 3;

/** Can the model be believed: each figure's difference from what was observed, measured by what is allowed. As high as it has rows. */
export function observedVsSimulated({ figures }: ObservedVsSimulated, options: ChartOptions): Chart {
  const { language } = options;
  const { compared } = wordsIn(language);
  const rows = figures.filter(
    (one) => [one.observed, one.simulated.value, one.tolerance].every((value) => known(value) !== null) && one.tolerance > 0,
  );
  const head = header(options.width ?? 680, compared.axis, [
    { text: compared.within, swatch: (x, y) => withinBand(x, y, x + 18, y + 12) },
    { text: compared.held, swatch: (x, y) => mark(x + 9, y + 6, true) },
    ...(rows.every(holds) ? [] : [{ text: compared.missed, swatch: (x: number, y: number) => mark(x + 9, y + 6, false) }]),
  ]);
  const bottom = head.heightPx + 4 + rows.length * rowPx;
  const size = sizeOf({ ...options, height: undefined }, Math.max(180, bottom + acrossAxisPx));
  const title = options.title ?? finding(rows, language);
  const chart = { kind: 'observed-vs-simulated', title, caption: compared.caption, table: tableFor(rows, language) };
  if (rows.length === 0)
    return { ...chart, svg: drawing(chart.kind, size, title, compared.empty, emptyPlot(size, compared.empty)) };

  const nameRoom = Math.round(size.width * (size.width < 480 ? 0.5 : 0.42));
  const plot = { left: nameRoom + 16, right: size.width - 20, top: head.heightPx + 4, bottom };
  const x = scaleLinear([-reach, reach], [plot.left, plot.right]).clamp(true);
  const svg = drawing(
    chart.kind,
    size,
    title,
    compared.caption,
    head.markup,
    withinBand(x(-1), plot.top, x(1), plot.bottom),
    segment(crisp(x(0)), plot.top, crisp(x(0)), plot.bottom, { stroke: paint('ink-soft') }),
    rows.map((row, at) => rowOf(row, plot.top + at * rowPx, nameRoom, x, language)),
    acrossAxis(plot, x, size.width, signed),
  );
  return { ...chart, svg };
}

const holds = ({ observed, simulated, tolerance }: ComparedFigure): boolean => Math.abs(simulated.value - observed) <= tolerance;

/** Where no more than the allowed difference is left; its edges show where a theme has no second ground. */
const withinBand = (x0: number, y0: number, x1: number, y1: number): Markup =>
  rectangle(x0, y0, x1, y1, { fill: paint('sunk'), stroke: paint('line-strong'), 'stroke-opacity': 0.5 });

/** A disc where it holds, an open diamond where it does not. */
const mark = (x: number, y: number, held: boolean): Markup =>
  held
    ? element('circle', { cx: x, cy: y, r: 5, fill: paint('chart-1') })
    : element('path', {
        d: `M${Math.round(x)},${y - 6}l6,6l-6,6l-6,-6z`,
        fill: paint('surface'),
        stroke: paint('breach'),
        'stroke-width': 2,
      });

function rowOf(row: ComparedFigure, top: number, nameRoom: number, x: (tolerances: number) => number, language: Language): Markup {
  const { compared } = wordsIn(language);
  const { observed, simulated, tolerance, quantity } = row;
  const held = holds(row);
  const [low, high] = [known(simulated.low), known(simulated.high)];
  const at = (value: number): number => x((value - observed) / tolerance);
  const y = top + rowPx / 2;
  const pair = [amount(observed, quantity, language), amount(simulated.value, quantity, language)] as const;
  const words = compared.pair(...pair);
  return markup(
    lineAcross(0, x(reach), top),
    drawText({
      x: 0,
      y: y - 5,
      text: fitted(labelIn(language, row.name), smallPx, nameRoom),
      strong: true,
      paint: held ? 'ink' : 'breach',
    }),
    drawText({
      x: 0,
      y: y + 13,
      text: textWidth(words, smallPx) <= nameRoom ? words : fitted(pair.join(' → '), smallPx, nameRoom),
    }),
    low === null || high === null
      ? null
      : segment(at(low), y, at(high), y, { stroke: paint(held ? 'chart-1' : 'breach'), 'stroke-width': 2 }),
    mark(at(simulated.value), y, held),
  );
}

/** A rate is allowed to be off by points, not by a share of itself. */
const allowed = ({ tolerance, quantity }: ComparedFigure, language: Language): string =>
  quantity === 'share' ? `${plain(100 * tolerance)} ${wordsIn(language).compared.points}` : amount(tolerance, quantity, language);

function finding(rows: readonly ComparedFigure[], language: Language): string {
  const { compared, and } = wordsIn(language);
  if (rows.length === 0) return compared.question;
  const missed = rows.filter((row) => !holds(row)).map(({ name }) => labelIn(language, name));
  if (missed.length === 0) return compared.allHold(rows.length);
  return compared.someMiss(rows.length - missed.length, rows.length, missed.slice(0, 2).join(and), missed.length > 2);
}

function tableFor(rows: readonly ComparedFigure[], language: Language): ChartTable {
  const { compared, columns } = wordsIn(language);
  const text = (value: number | null, { quantity }: ComparedFigure): string =>
    value === null ? '—' : amount(value, quantity, language);
  return tableOf(rows, [
    { label: columns.figure, words: true, cell: ({ name }) => labelIn(language, name) },
    { label: columns.observed, cell: (row) => text(row.observed, row) },
    { label: columns.simulated, cell: (row) => text(row.simulated.value, row) },
    { label: columns.limits95, cell: (row) => `${text(known(row.simulated.low), row)}–${text(known(row.simulated.high), row)}` },
    { label: compared.allowed, cell: (row) => `±${allowed(row, language)}` },
    { label: compared.verdict, words: true, cell: (row) => (holds(row) ? compared.held : compared.missed) },
  ]);
}
