import { fates, type Outcome } from '../../engine/results/outcome.ts';
import { addLeft, addServed, addUnserved } from '../../lobby/kpi/tally.ts';
import type { Tape } from '../../workload/tape.ts';
import type { Section } from './section.ts';

/** Arrivals that count: from `fromMs` on, before `toMs`. `targetMs` is NaN where there is none. */
export interface Window {
  readonly fromMs: number;
  readonly toMs: number;
  readonly targetMs: number;
}

/** Adds the arrivals of a stretch of the day to the tally of their class; sum 0 counts waits above the target, of those who left too. */
export function tallyWindow(tape: Tape, outcome: Outcome, { fromMs, toMs, targetMs }: Window, into: Section): void {
  const { arrivalMs, segment, workMs, visits } = tape;
  const { fate, waitMs } = outcome;
  let visit = 0;
  while (visit < visits && arrivalMs[visit]! < fromMs) visit++;
  for (; visit < visits && arrivalMs[visit]! < toMs; visit++) {
    const tally = into.tallies[segment[visit]!]!;
    const wait = waitMs[visit]!;
    if (fate[visit] === fates.served) addServed(tally, wait, workMs[visit]!, targetMs);
    else if (fate[visit] === fates.left) addLeft(tally, wait, targetMs);
    else addUnserved(tally, targetMs);
    if (wait > targetMs) into.sums[0]!++;
  }
}
