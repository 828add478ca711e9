import { addAllTo } from '../../lobby/kpi/sketch.ts';
import type { KpiTally } from '../../lobby/kpi/tally.ts';

const usualRoom = 1024;

/**
 * Waits of the served on their way into a tally. A study adds each day to another of its tallies, and a day's counts are spread over
 * more memory than stays in the processor's nearest cache; some days together find it there.
 */
export class GatheredWaits {
  /** Those gathered are the first `count`. */
  ms: Float64Array = new Float64Array(0);
  count = 0;

  /** Makes room behind those gathered, which go into the tally where that is needed. */
  makeRoom(more: number, tally: KpiTally): void {
    if (this.count + more <= this.ms.length) return;
    this.drain(tally);
    if (more > this.ms.length) this.ms = new Float64Array(Math.max(usualRoom, 2 * more));
  }

  /** Who did not wait is in the sketch's first count: asking each one is a guess that the processor gets wrong every other time. */
  drain(tally: KpiTally): void {
    const { counts } = tally.waits;
    const before = counts[0]!;
    addAllTo(tally.waits, this.ms, this.count);
    tally.waited += this.count - (counts[0]! - before);
    this.count = 0;
  }
}
