import { max, range } from 'd3';
import { timeAxis, timeAxisPx } from '../axis/time-axis.ts';
import { allKnown, type Chart, type ChartOptions, type ChartTable, known, sizeOf } from '../chart.ts';
import { clock } from '../format/clock.ts';
import { say as amount, inUnit, plain, type Quantity, unitFor } from '../format/quantity.ts';
import { drawing } from '../svg/drawing.ts';
import { rectangle } from '../svg/element.ts';
import { emptyPlot } from '../svg/empty.ts';
import { hatch } from '../svg/hatch.ts';
import { header } from '../svg/key.ts';
import { type Markup, markup } from '../svg/markup.ts';
import { type Box, centred, drawText, smallPx } from '../svg/text.ts';
import { fitted, textWidth } from '../svg/text-width.ts';
import { tableOf } from '../table.ts';
import { paint } from '../theme/paint.ts';
import { type Label, type Language, labelIn, wordsIn } from '../words/words.ts';

export interface HeatStrip {
  /** What the cells hold, e.g. 来客 / arrivals. */
  readonly what: Label;
  readonly quantity: Quantity;
  readonly fromMs: number;
  readonly stepMs: number;
  /** A row for each day; null where nothing is known. */
  readonly days: readonly { readonly name: Label; readonly cells: readonly (number | null)[] }[];
}

const rowPx = 30;
/** Five steps of one hue: more could not be told apart in print. */
const opacities = [0.07, 0.17, 0.3, 0.46, 0.92] as const;

/** When in the week it is how busy: days by half hours. As high as it has days. */
export function heatStrip(data: HeatStrip, options: ChartOptions): Chart {
  const { language } = options;
  const words = wordsIn(language);
  const { heat } = words;
  const values = allKnown(data.days.flatMap(({ cells }) => cells));
  const top = Math.max(0, ...values);
  const unit = unitFor(data.quantity, top, language);
  const steps = Math.max(1, max(data.days, ({ cells }) => cells.length) ?? 0);
  const ends = limitsOf(top / unit.divisor).map((value) => value * unit.divisor);
  const stepOf = (value: number): number => ends.filter((end) => value >= end).length;
  const figure = (value: number): string => plain(value / unit.divisor, 0);
  const head = header(
    options.width ?? 680,
    words.axis(labelIn(language, data.what), unit.name),
    values.length === 0
      ? []
      : [
          ...opacities.map((opacity, at) => ({
            text:
              at === 0
                ? `< ${figure(ends[0]!)}`
                : at === opacities.length - 1
                  ? `≥ ${figure(ends[at - 1]!)}`
                  : `${figure(ends[at - 1]!)}–${figure(ends[at]!)}`,
            swatch: (x: number, y: number) => rectangle(x, y, x + 18, y + 12, { fill: paint('chart-1'), 'fill-opacity': opacity }),
          })),
          ...(values.length < data.days.length * steps
            ? [
                {
                  text: heat.unknown,
                  swatch: (x: number, y: number) => hatch({ x0: x, y0: y, x1: x + 18, y1: y + 12 }, 'line-strong'),
                },
              ]
            : []),
        ],
  );
  const bottom = head.heightPx + 4 + data.days.length * rowPx;
  const size = sizeOf({ ...options, height: undefined }, Math.max(180, bottom + timeAxisPx));
  const title = options.title ?? finding(data, language);
  const chart = { kind: 'heat-strip', title, caption: heat.caption, table: tableFor(data, steps, language) };
  if (values.length === 0) return { ...chart, svg: drawing(chart.kind, size, title, heat.empty, emptyPlot(size, heat.empty)) };

  const names = data.days.map(({ name }) => labelIn(language, name));
  const nameRoom = Math.min(size.width * 0.25, Math.max(...names.map((text) => textWidth(text, smallPx)))) + 12;
  const plot = { left: Math.max(24, nameRoom), right: size.width - 20, top: head.heightPx + 4, bottom };
  const time = timeAxis(plot, data.fromMs, data.fromMs + steps * data.stepMs);
  const boxAt = (day: number, from: number, to: number): Box => ({
    x0: time.x(data.fromMs + from * data.stepMs) + 1,
    x1: time.x(data.fromMs + to * data.stepMs) - 1,
    y0: plot.top + day * rowPx + 1,
    y1: plot.top + (day + 1) * rowPx - 1,
  });
  // All figures or none: some alone would seem to mean something.
  const fits = max(values, (value) => textWidth(figure(value), smallPx))! + 2 <= boxAt(0, 0, 1).x1 - boxAt(0, 0, 1).x0;
  const cells = data.days.map(({ cells }, day) => [
    range(steps).map((at) => {
      const value = known(cells[at]);
      return value === null ? null : cell(boxAt(day, at, at + 1), stepOf(value), fits ? figure(value) : null);
    }),
    gaps(cells, steps).map(([from, to]) => hatch(boxAt(day, from, to), 'line-strong')),
  ]);
  const dayNames = names.map((text, day) =>
    drawText({ x: 0, y: centred(plot.top + (day + 0.5) * rowPx), text: fitted(text, smallPx, nameRoom - 12) }),
  );
  return { ...chart, svg: drawing(chart.kind, size, title, heat.caption, head.markup, markup(cells), dayNames, time.markup) };
}

function cell({ x0, x1, y0, y1 }: Box, step: number, text: string | null): Markup {
  // On the darkest step only the page's own colour can be read.
  const ink = step === opacities.length - 1 ? 'surface' : 'ink';
  return markup(
    rectangle(x0, y0, x1, y1, { fill: paint('chart-1'), 'fill-opacity': opacities[step]! }),
    text && drawText({ x: (x0 + x1) / 2, y: centred((y0 + y1) / 2), text, anchor: 'middle', paint: ink }),
  );
}

/** Runs of cells without data, as [from, to) pairs. */
function gaps(cells: readonly (number | null)[], steps: number): readonly (readonly [number, number])[] {
  const edges = range(steps + 1).filter(
    (at) => (at < steps && known(cells[at]) === null) !== (at > 0 && known(cells[at - 1]) === null),
  );
  return range(edges.length / 2).map((pair) => [edges[2 * pair]!, edges[2 * pair + 1]!]);
}

/** Ends of the first four of five even steps, as round numbers. */
function limitsOf(top: number): number[] {
  const rough = top / opacities.length;
  const power = 10 ** Math.floor(Math.log10(rough || 1));
  const step = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].map((times) => times * power).find((one) => one >= rough) ?? rough;
  return [1, 2, 3, 4].map((times) => times * Math.max(step, 1));
}

function finding({ days, fromMs, stepMs, quantity }: HeatStrip, language: Language): string {
  const { heat } = wordsIn(language);
  const most = max(days, ({ cells }) => max(cells, (value) => known(value) ?? 0) ?? 0) ?? 0;
  const day = days.find(({ cells }) => cells.includes(most));
  if (day === undefined || most === 0) return heat.question;
  const unit = quantity === 'count' ? ` ${unitFor(quantity, most, language).name}` : '';
  return heat.most(
    labelIn(language, day.name),
    clock(fromMs + day.cells.indexOf(most) * stepMs),
    `${amount(most, quantity, language)}${unit}`,
  );
}

function tableFor({ days, fromMs, stepMs, quantity }: HeatStrip, steps: number, language: Language): ChartTable {
  const unit = unitFor(quantity, max(days, ({ cells }) => max(cells, (value) => known(value) ?? 0) ?? 0) ?? 0, language);
  return tableOf(range(steps), [
    { label: wordsIn(language).columns.time, words: true, cell: (at) => clock(fromMs + at * stepMs) },
    ...days.map(({ name, cells }) => ({
      label: labelIn(language, name),
      cell: (at: number) => inUnit(known(cells[at]), unit, quantity === 'count' ? 0 : 1),
    })),
  ]);
}
