import { max, min, scaleLinear } from 'd3';
import { acrossAxis, acrossAxisPx } from '../axis/across-axis.ts';
import { lineAcross } from '../axis/grid-line.ts';
import { type Chart, type ChartOptions, type ChartTable, known, sizeOf } from '../chart.ts';
import { type Quantity, signed, unitFor } from '../format/quantity.ts';
import { drawing } from '../svg/drawing.ts';
import { crisp, element, segment } from '../svg/element.ts';
import { emptyPlot } from '../svg/empty.ts';
import { header, type KeyItem } from '../svg/key.ts';
import type { Markup } from '../svg/markup.ts';
import { centred, drawText, smallPx } from '../svg/text.ts';
import { fitted, textWidth } from '../svg/text-width.ts';
import { tableOf } from '../table.ts';
import { type Paint, paint } from '../theme/paint.ts';
import { type Label, type Language, labelIn, wordsIn } from '../words/words.ts';

/** A difference from the base on the same tapes, with its 95 % limits. */
export interface PairedDifference {
  readonly name: Label;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface PairedDifferences {
  /** What all are compared with, e.g. today's rule. */
  readonly base: Label;
  /** What differs, e.g. 平均等候 / mean wait. */
  readonly what: Label;
  readonly quantity: Quantity;
  /** A wait is better when it is less, a share within target when it is more. */
  readonly better: 'less' | 'more';
  readonly rows: readonly PairedDifference[];
}

type Verdict = 'better' | 'worse' | 'unclear';

const rowPx = 30;

/** What each alternative changes, and whether that is more than chance. As high as it has rows. */
export function pairedDifferences(data: PairedDifferences, options: ChartOptions): Chart {
  const { language } = options;
  const words = wordsIn(language);
  const { paired } = words;
  const rows = data.rows.filter(({ value, low, high }) => [value, low, high].every((one) => known(one) !== null));
  const verdicts = rows.map((row) => verdictOf(row, data.better));
  const least = Math.min(0, min(rows, ({ low }) => low) ?? 0);
  const most = Math.max(0, max(rows, ({ high }) => high) ?? 0);
  const unit = unitFor(data.quantity, Math.max(-least, most), language);
  const key = (verdict: Verdict): KeyItem[] =>
    verdicts.includes(verdict) ? [{ text: paired[verdict], swatch: (x, y) => mark(x + 9, y + 6, verdict) }] : [];
  const head = header(
    options.width ?? 680,
    words.axis(paired.axis(labelIn(language, data.what), labelIn(language, data.base)), unit.name),
    [...key('better'), ...key('worse'), ...key('unclear')],
  );
  const bottom = head.heightPx + 4 + rows.length * rowPx;
  const size = sizeOf({ ...options, height: undefined }, Math.max(180, bottom + acrossAxisPx));
  const title = options.title ?? finding(data, rows, language);
  const chart = { kind: 'paired-differences', title, caption: paired.caption, table: tableFor(data, rows, language) };
  if (rows.length === 0) return { ...chart, svg: drawing(chart.kind, size, title, paired.empty, emptyPlot(size, paired.empty)) };

  const figures = rows.map(({ value }) => signed(value / unit.divisor));
  const names = rows.map(({ name }) => labelIn(language, name));
  const nameRoom = Math.min(size.width * 0.34, Math.max(...names.map((text) => textWidth(text, smallPx)))) + 16;
  const figureRoom = Math.max(...figures.map((text) => textWidth(text, smallPx))) + 16;
  const plot = { left: nameRoom, right: size.width - Math.max(24, figureRoom), top: head.heightPx + 4, bottom };
  const x = scaleLinear(
    [least / unit.divisor, (most > least ? most : least + unit.divisor) / unit.divisor],
    [plot.left + 8, plot.right - 8],
  )
    .nice()
    .clamp(true);
  const svg = drawing(
    chart.kind,
    size,
    title,
    paired.caption,
    head.markup,
    rows.map(({ value, low, high }, at) => {
      const y = plot.top + (at + 0.5) * rowPx;
      const verdict = verdicts[at]!;
      return [
        at === 0 ? null : lineAcross(0, size.width, y - rowPx / 2),
        drawText({ x: 0, y: centred(y), text: fitted(names[at]!, smallPx, nameRoom - 16), paint: 'ink' }),
        segment(x(low / unit.divisor), y, x(high / unit.divisor), y, { stroke: paint(paints[verdict]), 'stroke-width': 2 }),
        mark(x(value / unit.divisor), y, verdict),
        drawText({ x: size.width, y: centred(y), text: figures[at]!, anchor: 'end', paint: paints[verdict], strong: true }),
      ];
    }),
    segment(crisp(x(0)), plot.top, crisp(x(0)), plot.bottom, { stroke: paint('ink'), 'stroke-width': 1.5 }),
    acrossAxis(plot, x, size.width, signed),
  );
  return { ...chart, svg };
}

const paints: Record<Verdict, Paint> = { better: 'chart-1', worse: 'breach', unclear: 'ink-faint' };

const verdictOf = ({ low, high }: PairedDifference, better: 'less' | 'more'): Verdict => {
  if (low <= 0 && high >= 0) return 'unclear';
  return high < 0 === (better === 'less') ? 'better' : 'worse';
};

/** A disc, a diamond, a ring: told apart without their colours. */
function mark(x: number, y: number, verdict: Verdict): Markup {
  if (verdict === 'worse') {
    return element('rect', {
      x: x - 4,
      y: y - 4,
      width: 8,
      height: 8,
      transform: `rotate(45 ${Math.round(x * 100) / 100} ${y})`,
      fill: paint('breach'),
    });
  }
  const ring =
    verdict === 'unclear' ? { fill: paint('surface'), stroke: paint('ink-faint'), 'stroke-width': 2 } : { fill: paint('chart-1') };
  return element('circle', { cx: x, cy: y, r: 5, ...ring });
}

function finding({ base, better }: PairedDifferences, rows: readonly PairedDifference[], language: Language): string {
  const { paired } = wordsIn(language);
  if (rows.length === 0) return paired.question(labelIn(language, base));
  const good = rows
    .filter((row) => verdictOf(row, better) === 'better')
    .sort((a, b) => (better === 'less' ? a.value - b.value : b.value - a.value));
  if (good.length === 0) return paired.noneBetter(labelIn(language, base));
  return paired.best(labelIn(language, good[0]!.name), labelIn(language, base), good.length);
}

function tableFor(
  { what, quantity, better }: PairedDifferences,
  rows: readonly PairedDifference[],
  language: Language,
): ChartTable {
  const { paired, columns, axis } = wordsIn(language);
  const unit = unitFor(quantity, max(rows, ({ low, high }) => Math.max(-low, high)) ?? 0, language);
  const figure = (value: number): string => signed(value / unit.divisor, 2);
  return tableOf(rows, [
    { label: columns.plan, words: true, cell: ({ name }) => labelIn(language, name) },
    { label: axis(labelIn(language, what), unit.name), cell: ({ value }) => figure(value) },
    { label: columns.limits95, cell: ({ low, high }) => paired.limits(figure(low), figure(high)) },
    { label: columns.verdict, words: true, cell: (row) => paired[verdictOf(row, better)] },
  ]);
}
