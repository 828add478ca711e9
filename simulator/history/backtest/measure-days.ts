import { Kernel } from '../../engine/kernel.ts';
import { fates, makeOutcome, visitOfRecord } from '../../engine/results/outcome.ts';
import { type SectionTallies, turnaroundOf } from '../../engine/results/study.ts';
import { tallyDay } from '../../engine/results/tally-day.ts';
import { floorOf } from '../../engine/run.ts';
import { addLeft, addNoShow, addServed, emptyTally } from '../../lobby/kpi/tally.ts';
import { behaviourOf } from '../../workload/behaviour.ts';
import { clockOfMs, dayMs } from '../../workload/clock.ts';
import type { Model } from '../../workload/model.ts';
import { stepMs } from '../clean/first-look.ts';
import { dateOf } from '../fit/demand/fit-arrivals.ts';
import type { RecordedDay } from './recorded-day.ts';
import { WaitTable } from './wait-table.ts';

/** Some days measured: every KPI with a section for each day, and waits by half hour, service and day. */
export interface Measured {
  readonly sections: { days: number[]; tallies: SectionTallies['tallies'] };
  readonly byHalfHour: WaitTable;
  readonly byService: WaitTable;
  readonly byDay: WaitTable;
  /** By day and half hour. */
  readonly byCell: WaitTable;
  /** Waits of the served by half hour, ms. */
  readonly waitsAt: Map<string, number[]>;
  /** Waits of the served, ms: a fair part of them, for curves. */
  readonly waits: number[];
}

export const emptyMeasured = (): Measured => ({
  sections: { days: [], tallies: [] },
  byHalfHour: new WaitTable(),
  byService: new WaitTable(),
  byDay: new WaitTable(),
  byCell: new WaitTable(),
  waitsAt: new Map(),
  waits: [],
});

function keep({ waits, waitsAt }: Measured, halfHour: string, waitMs: number): void {
  waits.push(waitMs);
  const here = waitsAt.get(halfHour);
  if (here === undefined) waitsAt.set(halfHour, [waitMs]);
  else here.push(waitMs);
}

const halfHourOf = (inDayMs: number): string => clockOfMs(Math.floor(inDayMs / stepMs) * stepMs);

/** The day as it was recorded. Who was served after an unknown wait counts as a customer, in no wait. */
export function measureObserved({ day, visits }: RecordedDay, withinMs: number, into: Measured): void {
  const tally = emptyTally();
  for (const { arrivalMs, waitMs, workMs, ghostMs, outcome, service } of visits) {
    const fate = outcome === 'served' ? 'served' : outcome === 'abandoned' || outcome === 'left-unseen' ? 'left' : 'other';
    if (fate === 'served' && waitMs !== null) {
      addServed(tally, Math.round(waitMs), Math.round(workMs ?? ghostMs ?? 0), withinMs);
      keep(into, halfHourOf(arrivalMs! - day * dayMs), waitMs);
    } else if (fate === 'left') addLeft(tally, Math.round(waitMs ?? 0), withinMs);
    else if (outcome === 'no-show') addNoShow(tally, withinMs);
    for (const [table, key] of [
      [into.byHalfHour, halfHourOf(arrivalMs! - day * dayMs)],
      [into.byService, service ?? ''],
      [into.byDay, dateOf(day)],
      [into.byCell, `${dateOf(day)} ${halfHourOf(arrivalMs! - day * dayMs)}`],
    ] as const)
      table.add(key, waitMs, fate);
  }
  into.sections.days.push(1);
  into.sections.tallies.push(tally);
}

/** The day run again, `runs` times, each with its own draws. */
export function measureSimulated(
  recorded: RecordedDay,
  model: Model,
  times: 'recorded' | 'fitted',
  seed: number,
  runs: number,
  into: Measured,
): void {
  const { branch, day, plan, visits } = recorded;
  const floor = floorOf(branch, plan, 1);
  const kernel = new Kernel(floor, turnaroundOf(model, floor), behaviourOf(model));
  const outcome = makeOutcome();
  const tally = emptyTally();
  const cells = visits.map(({ arrivalMs }) => `${dateOf(day)} ${halfHourOf(arrivalMs! - day * dayMs)}`);
  for (let run = 0; run < runs; run++) {
    const tape = recorded.tape(times, seed + run);
    kernel.run(tape, outcome);
    tallyDay(floor, outcome, tally);
    for (let record = 0; record < outcome.records; record++) {
      const visit = visits[visitOfRecord(outcome, record)]!;
      const { arrivalMs, service } = visit;
      const fate = outcome.fate[record] === fates.served ? 'served' : outcome.fate[record] === fates.left ? 'left' : 'other';
      const waitMs = outcome.waitMs[record]!;
      into.byHalfHour.add(halfHourOf(arrivalMs! - day * dayMs), waitMs, fate);
      into.byService.add(service ?? '', waitMs, fate);
      into.byDay.add(dateOf(day), waitMs, fate);
      into.byCell.add(cells[visitOfRecord(outcome, record)]!, waitMs, fate);
      if (run === 0 && fate === 'served') keep(into, halfHourOf(arrivalMs! - day * dayMs), waitMs);
    }
  }
  into.sections.days.push(runs);
  into.sections.tallies.push(tally);
}
