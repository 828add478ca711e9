import { addLeft, addServed, addStaffTime, addUnserved, type KpiTally } from '../lobby/kpi/tally.ts';
import type { Tape } from '../workload/tape.ts';
import type { Floor } from './floor.ts';
import { fates, type Outcome } from './outcome.ts';

/** Adds a day to a tally, as `measure` does with the day's journal. */
export function tallyDay(floor: Floor, tape: Tape, outcome: Outcome, tally: KpiTally): void {
  const { fate, waitMs, line } = outcome;
  for (let visit = 0; visit < tape.visits; visit++) {
    const targetMs = floor.targetMs[tape.service[visit]! * floor.lines + line[visit]!]!;
    if (fate[visit] === fates.served) addServed(tally, waitMs[visit]!, tape.workMs[visit]!, targetMs);
    else if (fate[visit] === fates.left) addLeft(tally, waitMs[visit]!, targetMs);
    else addUnserved(tally, targetMs);
  }
  addStaffTime(tally, outcome.busyMs, outcome.paidMs);
}
