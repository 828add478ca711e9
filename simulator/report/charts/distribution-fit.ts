import { bisector, line, max, scaleLinear } from 'd3';
import { acrossAxis, acrossAxisPx } from '../axis/across-axis.ts';
import { valueAxis, valueSteps } from '../axis/value-axis.ts';
import { type Chart, type ChartOptions, type ChartTable, known, sizeOf } from '../chart.ts';
import { plain, unitFor } from '../format/quantity.ts';
import { drawing } from '../svg/drawing.ts';
import { element, segment } from '../svg/element.ts';
import { emptyPlot } from '../svg/empty.ts';
import { header } from '../svg/key.ts';
import { type Markup, markup } from '../svg/markup.ts';
import { centred, drawText, smallPx } from '../svg/text.ts';
import { fitted, textWidth } from '../svg/text-width.ts';
import { thinned } from '../svg/thin.ts';
import { tableOf } from '../table.ts';
import { dashes, hues, paint } from '../theme/paint.ts';
import { type Label, type Language, labelIn, wordsIn } from '../words/words.ts';

/** A point of a distribution function: the share `p` of all that is at most `value`. */
export interface CumulativePoint {
  readonly value: number;
  readonly p: number;
}

export interface DistributionFit {
  /** What was measured, e.g. 办理时间 / service time. In ms. */
  readonly what: Label;
  /** Records behind the data. */
  readonly records: number;
  /** In order of value. */
  readonly empirical: readonly CumulativePoint[];
  /** Best first; at most four. */
  readonly fits: readonly {
    readonly name: Label;
    readonly points: readonly CumulativePoint[];
    /** Largest distance between the two functions, and the limit it is held to (Kolmogorov–Smirnov). */
    readonly ks?: number | undefined;
    readonly ksLimit?: number | undefined;
  }[];
}

/** Does a distribution tell of the data: both distribution functions, one on the other. */
export function distributionFit(given: DistributionFit, options: ChartOptions): Chart {
  const data = {
    ...given,
    empirical: sound(given.empirical),
    fits: given.fits.slice(0, hues.length - 1).map((fit) => ({ ...fit, points: sound(fit.points) })),
  };
  const { language } = options;
  const size = sizeOf(options);
  const words = wordsIn(language);
  const { fit: say } = words;
  const title = options.title ?? finding(data, language);
  const caption = say.caption(plain(data.records, 0));
  const chart = { kind: 'distribution-fit', title, caption, table: tableFor(data, language) };
  const seen = data.empirical;
  if (seen.length === 0) return { ...chart, svg: drawing(chart.kind, size, title, say.empty, emptyPlot(size, say.empty)) };

  // The longest hundredth would press all others against the axis.
  const farthest = seen.find(({ p }) => p >= 0.99) ?? seen.at(-1)!;
  const unit = unitFor('duration', farthest.value, language);
  const steps = valueSteps('share', 1, size.height, language);
  const head = header(size.width, say.axis);
  const axisTitle = words.axis(labelIn(language, data.what), unit.name);
  const plot = {
    left: Math.max(20, steps.widthPx),
    right: size.width - 20,
    top: head.heightPx + 6,
    bottom: size.height - acrossAxisPx - 18,
  };
  const y = valueAxis(plot, steps);
  const x = scaleLinear([0, Math.max(farthest.value / unit.divisor, 1e-9)], [plot.left, plot.right])
    .nice()
    .clamp(true);
  const end = x.domain()[1]! * unit.divisor;
  const xOf = ({ value }: CumulativePoint): number => x(value / unit.divisor);
  const yOf = ({ p }: CumulativePoint): number => y.y(p);
  const curve = line(xOf, yOf).digits(1);
  const pathOf = (points: readonly CumulativePoint[]): string => {
    const inside = points.filter(({ value }) => value <= end);
    return curve(thinned(inside, xOf, yOf)) ?? '';
  };
  const curves = [
    { text: say.data, paint: 'ink-faint' as const, points: seen },
    ...data.fits.map(({ name, points }, at) => ({ text: labelIn(language, name), paint: hues[at]!, points })),
  ];
  const svg = drawing(
    chart.kind,
    size,
    title,
    caption,
    head.markup,
    y.markup,
    // Broad and pale beneath, so that a good fit is seen to run along its middle.
    element('path', {
      d: pathOf(seen),
      fill: 'none',
      stroke: paint('ink-faint'),
      'stroke-opacity': 0.4,
      'stroke-width': 6,
      'stroke-linejoin': 'round',
    }),
    data.fits.map(({ points }, at) =>
      element('path', {
        d: pathOf(points),
        fill: 'none',
        stroke: paint(hues[at]!),
        'stroke-width': 2,
        'stroke-dasharray': dashes[at] ?? null,
      }),
    ),
    acrossAxis(plot, x, size.width, (value) => plain(value, 2)),
    drawText({
      x: plot.right,
      y: size.height - 3,
      text: fitted(axisTitle, smallPx, size.width - plot.left),
      anchor: 'end',
      strong: true,
    }),
    levelLabels(curves, plot, (value) => x(value / unit.divisor), y.y),
  );
  return { ...chart, svg };
}

/** Points that can be drawn: a share of a value from zero on. */
const sound = (points: readonly CumulativePoint[]): readonly CumulativePoint[] =>
  points.filter(({ value, p }) => known(value) !== null && known(p) !== null && value >= 0 && p >= 0 && p <= 1);

interface Named {
  readonly text: string;
  readonly paint: 'ink-faint' | (typeof hues)[number];
  readonly points: readonly CumulativePoint[];
}

/** Right of rising curves is room: each name stands at a level of its own, with a line to its curve. */
function levelLabels(
  curves: readonly Named[],
  plot: { readonly right: number; readonly top: number; readonly bottom: number },
  x: (value: number) => number,
  y: (p: number) => number,
): Markup {
  return markup(
    curves.map(({ text, paint: name, points }, at) => {
      const p = 0.62 - (at * 0.5) / Math.max(1, curves.length - 1);
      const own = x(valueAt(points, p));
      const clear = Math.max(...curves.map((curve) => x(valueAt(curve.points, p)))) + 18;
      const shown = fitted(text, smallPx, plot.right - clear - 4);
      if (textWidth(shown, smallPx) > plot.right - clear - 4) return null;
      return [
        segment(own, y(p), clear - 4, y(p), { stroke: paint(name) }),
        element('circle', { cx: own, cy: y(p), r: 3, fill: paint(name) }),
        drawText({ x: clear, y: centred(y(p)), text: shown, paint: name, strong: true }),
      ];
    }),
  );
}

const byShare = bisector((point: CumulativePoint) => point.p);

/** The value not exceeded by a share `p`, between the points around it. */
function valueAt(points: readonly CumulativePoint[], p: number): number {
  const at = byShare.left(points, p);
  const [before, after] = [points[at - 1], points[at]];
  if (!before || !after || after.p === before.p) return (after ?? before)?.value ?? 0;
  return before.value + ((p - before.p) / (after.p - before.p)) * (after.value - before.value);
}

function finding({ what, records, fits }: DistributionFit, language: Language): string {
  const { fit: say } = wordsIn(language);
  const name = labelIn(language, what);
  const [best] = fits;
  const ks = known(best?.ks);
  if (best === undefined || ks === null) return say.question(name);
  const percent = `${plain(100 * ks)}${wordsIn(language).percent}`;
  const limit = known(best.ksLimit);
  if (limit !== null && ks > limit)
    return say.poor(name, labelIn(language, best.name), percent, `${plain(100 * limit)}${wordsIn(language).percent}`);
  return say.good(name, labelIn(language, best.name), percent, plain(records, 0));
}

function tableFor({ empirical, fits }: DistributionFit, language: Language): ChartTable {
  const { fit: say, axis } = wordsIn(language);
  const unit = unitFor('duration', max(empirical, ({ value }) => known(value) ?? 0) ?? 0, language);
  const cell = (points: readonly CumulativePoint[]) => (p: number) =>
    points.length === 0 ? '—' : plain(valueAt(points, p) / unit.divisor, 2);
  return tableOf(
    [0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99],
    [
      { label: say.share, words: true, cell: (p) => `${100 * p} %` },
      { label: axis(say.data, unit.name), cell: cell(empirical) },
      ...fits.map(({ name, points }) => ({ label: axis(labelIn(language, name), unit.name), cell: cell(points) })),
    ],
  );
}
