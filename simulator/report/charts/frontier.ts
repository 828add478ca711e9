import { extent, line, max, range, scaleLinear } from 'd3';
import { acrossAxis, acrossAxisPx } from '../axis/across-axis.ts';
import { valueAxis, valueSteps } from '../axis/value-axis.ts';
import { type Chart, type ChartOptions, type ChartTable, known, sizeOf } from '../chart.ts';
import { say as amount, inUnit, plain, unitFor } from '../format/quantity.ts';
import { drawing } from '../svg/drawing.ts';
import { crisp, element, segment } from '../svg/element.ts';
import { emptyPlot } from '../svg/empty.ts';
import { endLabels, endRoom } from '../svg/end-labels.ts';
import { header, type KeyItem } from '../svg/key.ts';
import type { Markup } from '../svg/markup.ts';
import { drawPlaced, place } from '../svg/place.ts';
import { type Box, drawText, smallPx } from '../svg/text.ts';
import { fitted } from '../svg/text-width.ts';
import { tableOf } from '../table.ts';
import { paint } from '../theme/paint.ts';
import { type Label, type Language, labelIn, wordsIn } from '../words/words.ts';

/** What a plan costs, and how long people wait under it. */
export interface PlanPoint {
  readonly name: Label;
  readonly cost: number;
  readonly waitMs: number;
  readonly waitLowMs?: number | undefined;
  readonly waitHighMs?: number | undefined;
  /** `today` and `recommended` are named first; the others where there is room. */
  readonly is?: 'today' | 'recommended' | undefined;
}

export interface Frontier {
  /** E.g. 人时/天 / staff-hours a day. */
  readonly costUnit: Label;
  /** Which wait it is, e.g. P90. */
  readonly wait: Label;
  readonly points: readonly PlanPoint[];
  readonly targetMs?: number | null | undefined;
}

/** Among so few plans each gets its name, if need be at the end of a line. */
const mostNamed = 12;

/** What a shorter wait costs: the plans that none beats in both, and where today's plan stands. */
export function frontier(data: Frontier, options: ChartOptions): Chart {
  const { language } = options;
  const size = sizeOf(options, 340);
  const words = wordsIn(language);
  const { frontier: say } = words;
  const points = data.points.filter(({ cost, waitMs }) => known(cost) !== null && known(waitMs) !== null);
  const best = points.filter((one) => !points.some((other) => beats(other, one))).sort((a, b) => a.cost - b.cost);
  const title = options.title ?? finding(data, points, language);
  const chart = { kind: 'frontier', title, caption: say.caption, table: tableFor(data, points, best, language) };
  if (points.length === 0) return { ...chart, svg: drawing(chart.kind, size, title, say.empty, emptyPlot(size, say.empty)) };

  const targetMs = known(data.targetMs);
  const most = max(points, ({ waitMs, waitHighMs }) => Math.max(waitMs, known(waitHighMs) ?? 0))!;
  const steps = valueSteps('duration', Math.max(most, (targetMs ?? 0) * 1.1), size.height, language);
  const targetText = targetMs === null ? '' : words.target(amount(targetMs, 'duration', language));
  const key = (text: string, is: PlanPoint['is'], on: boolean): KeyItem => ({ text, swatch: (x, y) => mark(x + 9, y + 6, is, on) });
  const head = header(size.width, words.axis(labelIn(language, data.wait), steps.unit.name), [
    key(say.unbeaten, undefined, true),
    ...(best.length < points.length ? [key(say.beaten, undefined, false)] : []),
  ]);
  const plot = {
    left: Math.max(24, steps.widthPx),
    right: size.width - (targetText === '' ? 24 : endRoom([targetText], size.width)),
    top: head.heightPx + 10,
    bottom: size.height - acrossAxisPx - 18,
  };
  const [cheapest, dearest] = extent(points, ({ cost }) => cost) as [number, number];
  const margin = (dearest - cheapest || dearest || 1) * 0.08;
  const x = scaleLinear([Math.max(0, cheapest - margin), dearest + margin], [plot.left, plot.right])
    .nice()
    .clamp(true);
  const axis = valueAxis(plot, steps);
  const at = (one: PlanPoint) => ({ x: x(one.cost), y: axis.y(one.waitMs) });
  const limits = points.flatMap((one) => {
    const [low, high] = [known(one.waitLowMs), known(one.waitHighMs)];
    return low === null || high === null ? [] : [{ x: x(one.cost), y0: axis.y(high), y1: axis.y(low), on: best.includes(one) }];
  });
  const targetY = targetMs === null ? null : crisp(axis.y(targetMs));
  const obstacles: Box[] = [
    ...points.map(at).map((here) => ({ x0: here.x - 6, x1: here.x + 6, y0: here.y - 6, y1: here.y + 6 })),
    ...limits.map((one) => ({ x0: one.x - 1, x1: one.x + 1, y0: one.y0, y1: one.y1 })),
    ...(targetY === null ? [] : [{ x0: plot.left, x1: plot.right, y0: targetY - 1, y1: targetY + 1 }]),
    ...along(best.map(at)),
  ];
  const allNamed = points.length <= mostNamed && plot.right - plot.left >= 300;
  const wishes = [...points]
    .sort((a, b) => rank(a, best) - rank(b, best))
    .map((one) => {
      const text = fitted(labelIn(language, one.name), smallPx, (plot.right - plot.left) * 0.45);
      const look = {
        paint: best.includes(one) || one.is ? ('ink' as const) : ('ink-faint' as const),
        strong: one.is !== undefined,
        halo: true,
      };
      return { ...at(one), clearPx: 5, text, look, must: one.is !== undefined || allNamed };
    });
  const costTitle = words.axis(say.cost, labelIn(language, data.costUnit));
  const svg = drawing(
    chart.kind,
    size,
    title,
    say.caption,
    head.markup,
    axis.markup,
    acrossAxis(plot, x, size.width, (value) => plain(value, 2)),
    drawText({ x: plot.right, y: size.height - 3, text: fitted(costTitle, smallPx, plot.right), anchor: 'end', strong: true }),
    targetY === null ? null : segment(plot.left, targetY, plot.right, targetY, { stroke: paint('ink'), 'stroke-width': 1.5 }),
    best.length < 2
      ? null
      : element('path', {
          d: line<PlanPoint>(
            (one) => at(one).x,
            (one) => at(one).y,
          ).digits(2)(best),
          fill: 'none',
          stroke: paint('chart-1'),
          'stroke-width': 1.5,
        }),
    limits.map((one) =>
      segment(one.x, one.y0, one.x, one.y1, { stroke: paint(one.on ? 'chart-1' : 'ink-faint'), 'stroke-width': 1.5 }),
    ),
    points.map((one) => mark(at(one).x, at(one).y, one.is, best.includes(one))),
    drawPlaced(
      place(
        wishes,
        { x0: plot.left + 2, x1: size.width, y0: plot.top - 6, y1: plot.bottom - 2 },
        targetY === null ? obstacles : [...obstacles, { x0: plot.right, x1: size.width, y0: targetY - 9, y1: targetY + 9 }],
      ),
    ),
    targetY === null ? null : endLabels(plot, size.width, [{ text: targetText, y: targetY, paint: 'ink' }]),
  );
  return { ...chart, svg };
}

/** Small boxes along a line: labels keep off it. */
const along = (points: readonly { readonly x: number; readonly y: number }[]): Box[] =>
  points.slice(1).flatMap((to, before) => {
    const from = points[before]!;
    const pieces = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 8);
    return range(pieces).map((piece) => {
      const [x, y] = [from.x + ((to.x - from.x) * piece) / pieces, from.y + ((to.y - from.y) * piece) / pieces];
      return { x0: x - 2, x1: x + 2, y0: y - 2, y1: y + 2 };
    });
  });

const beats = (a: PlanPoint, b: PlanPoint): boolean =>
  a.cost <= b.cost && a.waitMs <= b.waitMs && (a.cost < b.cost || a.waitMs < b.waitMs);

/** Whose name is placed first. */
const rank = (one: PlanPoint, best: readonly PlanPoint[]): number => (one.is ? 0 : best.includes(one) ? 1 : 2);

/** Recommended: large and full. Today: a dashed ring, the ghost. Others: small, full where no plan beats them. */
function mark(x: number, y: number, is: PlanPoint['is'], on: boolean): Markup {
  if (is === 'today')
    return element('circle', {
      cx: x,
      cy: y,
      r: 6,
      fill: paint('surface'),
      stroke: paint('ink'),
      'stroke-width': 2,
      'stroke-dasharray': '3 2',
    });
  if (is === 'recommended')
    return element('circle', { cx: x, cy: y, r: 7, fill: paint('chart-1'), stroke: paint('ink'), 'stroke-width': 1.5 });
  return element('circle', {
    cx: x,
    cy: y,
    r: 4,
    fill: on ? paint('chart-1') : paint('surface'),
    stroke: paint(on ? 'chart-1' : 'ink-faint'),
    'stroke-width': 1.5,
  });
}

function finding({ costUnit }: Frontier, points: readonly PlanPoint[], language: Language): string {
  const { frontier: say } = wordsIn(language);
  const today = points.find(({ is }) => is === 'today');
  const recommended = points.find(({ is }) => is === 'recommended');
  if (!today || !recommended) return say.question;
  const unit = labelIn(language, costUnit);
  const saved = today.cost - recommended.cost;
  const shorter = today.waitMs - recommended.waitMs;
  const cost = saved === 0 ? say.sameCost : (saved > 0 ? say.saves : say.costs)(`${plain(Math.abs(saved))} ${unit}`);
  // What is less than either interval tells apart is not called a difference.
  const noise = Math.max(
    ...[today, recommended].map((one) => ((known(one.waitHighMs) ?? one.waitMs) - (known(one.waitLowMs) ?? one.waitMs)) / 2),
  );
  const wait =
    Math.abs(shorter) <= noise
      ? say.sameWait
      : (shorter > 0 ? say.shorter : say.longer)(amount(Math.abs(shorter), 'duration', language));
  return say.against(cost, wait);
}

function tableFor(
  { wait, costUnit }: Frontier,
  points: readonly PlanPoint[],
  best: readonly PlanPoint[],
  language: Language,
): ChartTable {
  const { frontier: say, columns, axis } = wordsIn(language);
  const unit = unitFor('duration', max(points, ({ waitMs }) => waitMs) ?? 0, language);
  return tableOf(
    [...points].sort((a, b) => a.cost - b.cost),
    [
      { label: columns.plan, words: true, cell: ({ name }) => labelIn(language, name) },
      { label: axis(say.cost, labelIn(language, costUnit)), cell: ({ cost }) => plain(cost) },
      { label: axis(labelIn(language, wait), unit.name), cell: ({ waitMs }) => inUnit(waitMs, unit) },
      { label: columns.limits95, cell: (one) => `${inUnit(known(one.waitLowMs), unit)}–${inUnit(known(one.waitHighMs), unit)}` },
      { label: columns.verdict, words: true, cell: (one) => (best.includes(one) ? say.unbeaten : say.beaten) },
    ],
  );
}
