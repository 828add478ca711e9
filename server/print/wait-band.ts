import type { Quote } from '../../simulator/lobby/journal/ticket-events.ts';
import type { SlipWords } from './slip-words.ts';

const minuteMs = 60_000;
/** From here on people read a wait in fives. */
const coarseFromMinutes = 20;

/** A promised wait in words, rounded outwards so that rounding never narrows the promise. The kiosk's screen rounds alike (a test holds the two together). */
export function waitBandText({ lowMs, highMs }: Pick<Quote, 'lowMs' | 'highMs'>, say: SlipWords): string {
  const low = outwards(lowMs / minuteMs, Math.floor);
  const high = outwards(highMs / minuteMs, Math.ceil);
  if (high <= 1) return say.soon;
  if (low === 0) return say.upTo(high);
  return low === high ? say.about(low) : say.range(low, high);
}

function outwards(minutes: number, round: (value: number) => number): number {
  return minutes < coarseFromMinutes ? round(minutes) : round(minutes / 5) * 5;
}
