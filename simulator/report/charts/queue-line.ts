import { bisector, pathRound } from 'd3';

/** How many wait in a line from an instant on. */
export interface LengthStep {
  /** Ms after local midnight. */
  readonly atMs: number;
  readonly waiting: number;
}

const byInstant = bisector((step: LengthStep) => step.atMs);

/** How many wait at an instant; nobody before the first step. */
export const lengthAt = (steps: readonly LengthStep[], ms: number): number => steps[byInstant.right(steps, ms) - 1]?.waiting ?? 0;

/** The longest the line got, and when it first did. */
export const peakOf = (steps: readonly LengthStep[], untilMs: number): LengthStep =>
  steps.reduce((most, step) => (step.atMs <= untilMs && step.waiting > most.waiting ? step : most), { atMs: untilMs, waiting: 0 });

/** The drawn line. Where several steps fall on half a pixel it goes through all their lengths: a day's drawing stays small. */
export function queueLine(
  steps: readonly LengthStep[],
  [fromMs, untilMs]: readonly [number, number],
  x: (ms: number) => number,
  y: (waiting: number) => number,
): string {
  const drawn = pathRound(1);
  let last = lengthAt(steps, fromMs);
  drawn.moveTo(x(fromMs), y(last));
  const end = byInstant.right(steps, untilMs);
  for (let at = byInstant.right(steps, fromMs); at < end; ) {
    const here = halfPixel(x(steps[at]!.atMs));
    let [least, most] = [last, last];
    drawn.lineTo(here, y(last));
    for (; at < end && halfPixel(x(steps[at]!.atMs)) === here; at += 1) {
      last = steps[at]!.waiting;
      least = Math.min(least, last);
      most = Math.max(most, last);
    }
    if (least < last) drawn.lineTo(here, y(least));
    if (most > last) drawn.lineTo(here, y(most));
    drawn.lineTo(here, y(last));
  }
  drawn.lineTo(x(untilMs), y(last));
  return String(drawn);
}

const halfPixel = (x: number): number => Math.round(x * 2) / 2;
