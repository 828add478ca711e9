import { max, scaleLinear } from 'd3';
import { acrossAxis, acrossAxisPx } from '../axis/across-axis.ts';
import { valueAxis, valueSteps } from '../axis/value-axis.ts';
import { type Chart, type ChartOptions, type ChartTable, known, sizeOf } from '../chart.ts';
import { say as amount, inUnit, plain, unitFor } from '../format/quantity.ts';
import { drawing } from '../svg/drawing.ts';
import { crisp, element, rectangle, segment } from '../svg/element.ts';
import { emptyPlot } from '../svg/empty.ts';
import { endLabels, endRoom } from '../svg/end-labels.ts';
import { header } from '../svg/key.ts';
import { stepBand, stepLine } from '../svg/step-line.ts';
import { drawText, smallPx } from '../svg/text.ts';
import { fitted } from '../svg/text-width.ts';
import { thinned } from '../svg/thin.ts';
import { tableOf } from '../table.ts';
import { dashes, hues, paint } from '../theme/paint.ts';
import { type Label, type Language, labelIn, wordsIn } from '../words/words.ts';
import { band95 } from './band-profile.ts';

/** Share of customers who would still wait after so long, from this wait on, with its 95 % limits. */
export interface SurvivalPoint {
  readonly waitMs: number;
  readonly share: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

export interface SurvivalCurve {
  readonly name: Label;
  /** In order of wait; everybody waits before the first. */
  readonly points: readonly SurvivalPoint[];
  /** Customers behind it, and how many of them left. */
  readonly customers?: number | undefined;
  readonly left?: number | undefined;
}

export interface Survival {
  /** At most five: observed and inferred leavers, a fitted curve. The first is what the title speaks of. */
  readonly curves: readonly SurvivalCurve[];
}

/** How long customers are willing to wait (Kaplan and Meier 1958: who was served first is censored, not patient for ever). */
export function survival({ curves }: Survival, options: ChartOptions): Chart {
  const { language } = options;
  const size = sizeOf(options);
  const words = wordsIn(language);
  const { patience } = words;
  const drawn = curves
    .slice(0, hues.length)
    .map((curve) => ({
      ...curve,
      points: curve.points.filter(
        ({ waitMs, share }) => known(waitMs) !== null && known(share) !== null && share >= 0 && share <= 1,
      ),
    }))
    .filter(({ points }) => points.length > 0);
  const title = options.title ?? finding(drawn[0], language);
  const first = drawn[0];
  const caption = patience.caption(counted(first?.customers), counted(first?.left));
  const endMs = max(drawn, ({ points }) => points.at(-1)!.waitMs) ?? 0;
  const unit = unitFor('duration', endMs, language);
  const chart = { kind: 'survival', title, caption, table: tableFor(drawn, endMs, language) };
  if (first === undefined || endMs === 0)
    return { ...chart, svg: drawing(chart.kind, size, title, patience.empty, emptyPlot(size, patience.empty)) };

  const steps = valueSteps('share', 1, size.height, language);
  const texts = drawn.map(
    ({ name, points }) => `${plain(100 * points.at(-1)!.share, 0)}${words.percent} ${labelIn(language, name)}`,
  );
  const hasBand = drawn.some(({ points }) => points.some(({ low }) => known(low) !== null));
  const head = header(size.width, patience.axis, [
    ...(hasBand
      ? [
          {
            text: words.band95,
            swatch: (x: number, y: number) => rectangle(x, y, x + 18, y + 12, { fill: paint('chart-1'), 'fill-opacity': band95 }),
          },
        ]
      : []),
  ]);
  const plot = {
    left: Math.max(20, steps.widthPx),
    right: size.width - endRoom(texts, size.width),
    top: head.heightPx + 6,
    bottom: size.height - acrossAxisPx - 18,
  };
  const y = valueAxis(plot, steps);
  const x = scaleLinear([0, endMs / unit.divisor], [plot.left, plot.right]).clamp(true);
  const xOf = ({ waitMs }: SurvivalPoint): number => x(waitMs / unit.divisor);
  const pieces = drawn.map(({ points }) =>
    thinned([everybody, ...points], xOf, ({ share }) => y.y(share)).map((point, at, all) => ({
      x0: xOf(point),
      x1: xOf(all[at + 1] ?? point),
      y: y.y(point.share),
      low: y.y(known(point.low) ?? point.share),
      high: y.y(known(point.high) ?? point.share),
    })),
  );
  const half = medianOf(first);
  const svg = drawing(
    chart.kind,
    size,
    title,
    caption,
    head.markup,
    y.markup,
    pieces.map((levels, at) =>
      element('path', {
        d: stepBand(levels.map(({ x0, x1, low, high }) => ({ x0, x1, y0: high, y1: low }))),
        fill: paint(hues[at]!),
        'fill-opacity': band95,
      }),
    ),
    half === null
      ? null
      : segment(crisp(x(half / unit.divisor)), y.y(0.5), crisp(x(half / unit.divisor)), plot.bottom, {
          stroke: paint('ink-soft'),
          'stroke-dasharray': '2 3',
        }),
    pieces.map((levels, at) =>
      element('path', {
        d: stepLine(levels),
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
      text: fitted(words.axis(patience.across, unit.name), smallPx, plot.right),
      anchor: 'end',
      strong: true,
    }),
    endLabels(
      plot,
      size.width,
      pieces.map((levels, at) => ({ text: texts[at]!, y: levels.at(-1)!.y, paint: hues[at]!, fromX: levels.at(-1)!.x1 })),
    ),
  );
  return { ...chart, svg };
}

/** The wait after which no more than half would still wait; null when more than half wait to the end. */
const medianOf = ({ points }: SurvivalCurve): number | null => points.find(({ share }) => share <= 0.5)?.waitMs ?? null;

const counted = (count: number | undefined): string | null => (count === undefined ? null : plain(count));

const everybody: SurvivalPoint = { waitMs: 0, share: 1 };

const shareAt = ({ points }: SurvivalCurve, ms: number): SurvivalPoint =>
  points.findLast(({ waitMs }) => waitMs <= ms) ?? everybody;

function finding(curve: SurvivalCurve | undefined, language: Language): string {
  const { patience, percent } = wordsIn(language);
  const last = curve?.points.at(-1);
  if (curve === undefined || last === undefined || last.waitMs === 0) return patience.question;
  const half = medianOf(curve);
  if (half !== null) return patience.half(amount(half, 'duration', language));
  return patience.stillWait(amount(last.waitMs, 'duration', language), `${plain(100 * last.share, 0)}${percent}`);
}

/** Ten waits from none to the longest. */
function tableFor(curves: readonly SurvivalCurve[], endMs: number, language: Language): ChartTable {
  const { patience, axis, columns } = wordsIn(language);
  const unit = unitFor('duration', endMs, language);
  const ticks = scaleLinear([0, endMs / unit.divisor]).ticks(10);
  const share = (value: number | null): string => inUnit(value, { divisor: 0.01, name: '%' });
  return tableOf(
    ticks.map((value) => value * unit.divisor),
    [
      { label: axis(patience.across, unit.name), words: true, cell: (ms) => plain(ms / unit.divisor, 2) },
      ...curves.flatMap((curve) => [
        { label: axis(labelIn(language, curve.name), '%'), cell: (ms: number) => share(shareAt(curve, ms).share) },
        curve.points.some(({ low }) => known(low) !== null)
          ? {
              label: columns.limits95,
              cell: (ms: number) => `${share(known(shareAt(curve, ms).low))}–${share(known(shareAt(curve, ms).high))}`,
            }
          : null,
      ]),
    ],
  );
}
