import { scaleLinear } from 'd3';
import { plain, type Quantity, type Unit, unitFor } from '../format/quantity.ts';
import { type Markup, markup } from '../svg/markup.ts';
import { centred, drawText, smallPx } from '../svg/text.ts';
import { textWidth } from '../svg/text-width.ts';
import type { Language } from '../words/words.ts';
import { lineAcross } from './grid-line.ts';
import type { Plot } from './plot.ts';

/** The steps of a value axis from zero: made before its place is known, since its labels take room. */
export interface ValueSteps {
  readonly unit: Unit;
  /** End of the axis, in the data's unit. */
  readonly max: number;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
  /** Room its labels take left of the plot. */
  readonly widthPx: number;
}

/** Steps that hold all values from zero to `max`. With nothing to show the axis goes to one unit. */
export function valueSteps(quantity: Quantity, max: number, heightPx: number, language: Language): ValueSteps {
  const unit = unitFor(quantity, max, language);
  const count = Math.min(6, Math.max(2, Math.floor(heightPx / 44)));
  const top = max > 0 ? max / unit.divisor : 1;
  const whole = quantity === 'count';
  const scale = scaleLinear([0, whole ? Math.max(1, Math.ceil(top)) : top], [0, 1]).nice(count);
  const end = quantity === 'share' ? Math.min(100, scale.domain()[1]!) : scale.domain()[1]!;
  const ticks = scale
    .ticks(count)
    .filter((value) => value <= end && (!whole || Number.isInteger(value)))
    .map((value) => ({ value: value * unit.divisor, label: plain(value, 2) }));
  return {
    unit,
    max: end * unit.divisor,
    ticks,
    widthPx: Math.ceil(Math.max(...ticks.map(({ label }) => textWidth(label, smallPx)))) + 8,
  };
}

/** Least distance of two labels. */
const rowPx = 18;

export interface ValueAxis {
  readonly y: (value: number) => number;
  /** Hairlines and labels; to be drawn before the data. */
  readonly markup: Markup;
}

export function valueAxis(plot: Plot, { max, ticks }: ValueSteps): ValueAxis {
  const y = scaleLinear([0, max], [plot.bottom, plot.top]).clamp(true);
  // The steps were chosen before the plot's height was known: where it is low, only every second, third … is labelled.
  const stepPx = (plot.bottom - plot.top) / Math.max(1, ticks.length - 1);
  const shown = ticks.filter((_, at) => at % Math.ceil(rowPx / stepPx) === 0);
  return {
    y,
    markup: markup(
      shown.map(({ value, label }) => [
        value === 0 ? null : lineAcross(plot.left, plot.right, y(value)),
        drawText({ x: plot.left - 8, y: centred(y(value)), text: label, anchor: 'end', paint: 'ink-faint' }),
      ]),
    ),
  };
}
