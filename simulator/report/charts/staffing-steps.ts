import { max, min } from 'd3';
import { timeAxis, timeAxisPx } from '../axis/time-axis.ts';
import { valueAxis, valueSteps } from '../axis/value-axis.ts';
import { type Chart, type ChartOptions, type ChartTable, known, sizeOf } from '../chart.ts';
import { span } from '../format/clock.ts';
import { plain } from '../format/quantity.ts';
import { runsOf } from '../format/runs.ts';
import { drawing } from '../svg/drawing.ts';
import { element, rectangle } from '../svg/element.ts';
import { emptyPlot } from '../svg/empty.ts';
import { endLabels, endRoom } from '../svg/end-labels.ts';
import { hatch } from '../svg/hatch.ts';
import { header } from '../svg/key.ts';
import { markup } from '../svg/markup.ts';
import { stepBand, stepLine } from '../svg/step-line.ts';
import { boxOf, drawText, overlap, type Text } from '../svg/text.ts';
import { tableOf } from '../table.ts';
import { paint } from '../theme/paint.ts';
import { type Label, type Language, labelIn, wordsIn } from '../words/words.ts';

/** Staff of one role at work, or needed, from one instant of the day to another. */
export interface HeadCountSpan {
  /** Ms after local midnight. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly count: number;
}

export interface StaffingSteps {
  /** Whom it counts, e.g. 柜员 / tellers. */
  readonly role: Label;
  /** Each in order of time and without overlap; 0 where there is no span. */
  readonly required: readonly HeadCountSpan[];
  readonly planned: readonly HeadCountSpan[];
}

/** A span in which neither count changes. */
interface Both {
  readonly fromMs: number;
  readonly toMs: number;
  readonly required: number;
  readonly planned: number;
}

/** Are there enough people all day: staff needed against staff planned, and where some are missing. */
export function staffingSteps(data: StaffingSteps, options: ChartOptions): Chart {
  const { language } = options;
  const size = sizeOf(options, 240);
  const words = wordsIn(language);
  const { staffing } = words;
  const spans = bothOf(data);
  const title = options.title ?? finding(spans, labelIn(language, data.role), language);
  const chart = { kind: 'staffing-steps', title, caption: staffing.caption, table: tableFor(spans, language) };
  if (spans.length === 0)
    return { ...chart, svg: drawing(chart.kind, size, title, staffing.empty, emptyPlot(size, staffing.empty)) };

  const steps = valueSteps('count', max(spans, ({ required, planned }) => Math.max(required, planned)) ?? 0, size.height, language);
  const last = spans.at(-1)!;
  const texts = [`${staffing.required} ${plain(last.required)}`, `${staffing.planned} ${plain(last.planned)}`] as const;
  const short = shortOf(spans);
  const head = header(size.width, words.axis(labelIn(language, data.role), steps.unit.name), [
    ...(short.length === 0
      ? []
      : [
          {
            text: staffing.missing,
            swatch: (x: number, y: number) => shortage({ x0: x, y0: y, x1: x + 18, y1: y + 12 }),
          },
        ]),
  ]);
  const plot = {
    left: Math.max(20, steps.widthPx),
    right: size.width - endRoom(texts, size.width),
    top: head.heightPx + 18,
    bottom: size.height - timeAxisPx,
  };
  const time = timeAxis(plot, min(spans, ({ fromMs }) => fromMs)!, last.toMs);
  const axis = valueAxis(plot, steps);
  const levels = (count: (one: Both) => number) =>
    spans.map((one) => ({ x0: time.x(one.fromMs), x1: time.x(one.toMs), y: axis.y(count(one)) }));
  const required = levels((one) => one.required);
  const planned = levels((one) => one.planned);
  const svg = drawing(
    chart.kind,
    size,
    title,
    staffing.caption,
    head.markup,
    axis.markup,
    element('path', {
      d: stepBand(planned.map(({ x0, x1, y }) => ({ x0, x1, y0: y, y1: plot.bottom }))),
      fill: paint('chart-1'),
      'fill-opacity': 0.18,
    }),
    short.map((one) =>
      shortage({ x0: time.x(one.fromMs), x1: time.x(one.toMs), y0: axis.y(one.required), y1: axis.y(one.planned) }),
    ),
    element('path', { d: stepLine(planned), fill: 'none', stroke: paint('chart-1'), 'stroke-width': 2 }),
    element('path', { d: stepLine(required), fill: 'none', stroke: paint('ink'), 'stroke-width': 2, 'stroke-dasharray': '6 3' }),
    time.markup,
    missingLabels(short, time.x, axis.y).map(drawText),
    endLabels(plot, size.width, [
      { text: texts[0], y: axis.y(last.required), paint: 'ink' },
      { text: texts[1], y: axis.y(last.planned), paint: 'chart-1' },
    ]),
  );
  return { ...chart, svg };
}

const shortage = (box: { x0: number; y0: number; x1: number; y1: number }) =>
  markup(rectangle(box.x0, box.y0, box.x1, box.y1, { fill: paint('breach-tint') }), hatch(box, 'breach'));

/** Both counts over the spans in which neither changes; what is outside all spans is left out. */
function bothOf({ required, planned }: StaffingSteps): readonly Both[] {
  const clean = (spans: readonly HeadCountSpan[]) =>
    spans.filter(({ fromMs, toMs, count }) => toMs > fromMs && known(count) !== null);
  const [needed, there] = [clean(required), clean(planned)];
  const edges = [...new Set([...needed, ...there].flatMap(({ fromMs, toMs }) => [fromMs, toMs]))].sort((a, b) => a - b);
  const at = (spans: readonly HeadCountSpan[], ms: number): number =>
    spans.find(({ fromMs, toMs }) => fromMs <= ms && ms < toMs)?.count ?? 0;
  return edges.slice(1).map((toMs, before) => {
    const fromMs = edges[before]!;
    return { fromMs, toMs, required: at(needed, fromMs), planned: at(there, fromMs) };
  });
}

/** Where some are missing; neighbours with the same two counts are one. */
function shortOf(spans: readonly Both[]): readonly Both[] {
  const short: Both[] = [];
  for (const one of spans.filter(({ required, planned }) => planned < required)) {
    const last = short.at(-1);
    if (last && last.toMs === one.fromMs && last.required === one.required && last.planned === one.planned)
      short[short.length - 1] = { ...last, toMs: one.toMs };
    else short.push(one);
  }
  return short;
}

/** How many are missing, above where they are; the gravest first, where there is room. */
function missingLabels(short: readonly Both[], x: (ms: number) => number, y: (count: number) => number): readonly Text[] {
  const texts: Text[] = [];
  for (const { fromMs, toMs, required, planned } of [...short].sort((a, b) => b.required - b.planned - (a.required - a.planned))) {
    const middle = (x(fromMs) + x(toMs)) / 2;
    const text: Text = {
      x: middle,
      y: y(required) - 6,
      text: `−${plain(required - planned)}`,
      anchor: 'middle',
      paint: 'breach',
      strong: true,
      halo: true,
    };
    if (!texts.some((other) => overlap(boxOf(other), boxOf(text), 2))) texts.push(text);
  }
  return texts;
}

function finding(spans: readonly Both[], role: string, language: Language): string {
  const { staffing, and } = wordsIn(language);
  if (spans.length === 0) return staffing.question(role);
  const short = spans.filter(({ required, planned }) => planned < required);
  if (short.length === 0) return staffing.enough(role);
  const most = max(short, ({ required, planned }) => required - planned)!;
  const runs = runsOf(short).map(({ fromMs, toMs }) => span(fromMs, toMs));
  if (runs.length > 2) return staffing.oftenShort(role, runs.length, plain(most));
  return staffing.shortAt(role, runs.join(and), plain(most));
}

function tableFor(spans: readonly Both[], language: Language): ChartTable {
  const { staffing, columns } = wordsIn(language);
  return tableOf(spans, [
    { label: columns.time, words: true, cell: ({ fromMs, toMs }) => span(fromMs, toMs) },
    { label: staffing.required, cell: ({ required }) => plain(required) },
    { label: staffing.planned, cell: ({ planned }) => plain(planned) },
    { label: staffing.missing, cell: ({ required, planned }) => plain(Math.max(0, required - planned)) },
  ]);
}
