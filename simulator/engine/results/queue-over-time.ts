import type { Tape } from '../../workload/tape.ts';
import { fates, type Outcome, visitOfRecord } from './outcome.ts';

/** Steps of the day in which the queue is counted. */
export interface QueueGrid {
  readonly fromMs: number;
  readonly stepMs: number;
  readonly steps: number;
}

/**
 * Adds the time that people waited in each step of a day: divided by its length and the days, how many waited in the mean. Who waits before
 * the first step or after the last is not in it; who was never served waits to the end of the last.
 */
export function addQueue({ fromMs, stepMs, steps }: QueueGrid, tape: Tape, outcome: Outcome, into: Float64Array): void {
  const { fate, records, visits, waitMs } = outcome;
  const endMs = steps * stepMs;
  for (let record = 0; record < records; record++) {
    const began = record < visits ? tape.arrivalMs[visitOfRecord(outcome, record)]! : outcome.fromMs[record]!;
    const from = Math.max(0, began - fromMs);
    const to = fate[record] === fates.unserved ? endMs : Math.min(endMs, began - fromMs + waitMs[record]!);
    for (let step = Math.floor(from / stepMs), at = from; at < to; step++) {
      const until = Math.min(to, (step + 1) * stepMs);
      into[step]! += until - at;
      at = until;
    }
  }
}
