import type { Quote } from '../journal/ticket-events.ts';

/** [Q2] A promised wait in whole minutes, as every screen and slip says it. */
export type WaitBand =
  | { readonly kind: 'none' }
  | { readonly kind: 'soon' }
  | { readonly kind: 'up-to'; readonly high: number }
  | { readonly kind: 'range'; readonly low: number; readonly high: number };

/** The words of a band in one language. */
export interface BandWords {
  readonly none: string;
  readonly soon: string;
  upTo(minutes: number): string;
  about(minutes: number): string;
  range(low: number, high: number): string;
}

const minuteMs = 60_000;
/** From here on people read a wait in fives. */
const coarseFromMinutes = 20;

/** Rounded outwards, so that rounding never narrows the promise. */
export function waitBand(quote: Pick<Quote, 'lowMs' | 'highMs'> | null): WaitBand {
  if (quote === null) return { kind: 'none' };
  const low = outwards(quote.lowMs / minuteMs, Math.floor);
  const high = outwards(quote.highMs / minuteMs, Math.ceil);
  if (high <= 1) return { kind: 'soon' };
  if (low === 0) return { kind: 'up-to', high };
  return { kind: 'range', low, high };
}

function outwards(minutes: number, round: (value: number) => number): number {
  return minutes < coarseFromMinutes ? round(minutes) : round(minutes / 5) * 5;
}

/** The end of a promise as it was shown, in ms: only a wait beyond this breaks it. */
export function promisedMs(quote: Pick<Quote, 'lowMs' | 'highMs'>): number {
  return Math.max(1, outwards(quote.highMs / minuteMs, Math.ceil)) * minuteMs;
}

/** The band in words: "约 8–14 分钟", "about 8–14 min". */
export function bandText(band: WaitBand, say: BandWords): string {
  switch (band.kind) {
    case 'none':
      return say.none;
    case 'soon':
      return say.soon;
    case 'up-to':
      return say.upTo(band.high);
    case 'range':
      return band.low === band.high ? say.about(band.low) : say.range(band.low, band.high);
  }
}
