import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyDay } from '../../../simulator/agreement/any-day.ts';
import { aMonday } from '../../../simulator/agreement/both-journals.ts';
import { Kernel } from '../../../simulator/engine/kernel.ts';
import { fates, makeOutcome, type Outcome } from '../../../simulator/engine/results/outcome.ts';
import { turnaroundOf } from '../../../simulator/engine/results/study.ts';
import { floorOf } from '../../../simulator/engine/run.ts';
import { writeDay } from '../../../simulator/engine/write-day.ts';
import { behaviourOf } from '../../../simulator/workload/behaviour.ts';

/** All that KPIs are made of; columns hold what earlier runs left where a record has no value. */
function whatCounts(outcome: Outcome) {
  const { busyMs, day, fate, fromMs, line, paidMs, records, service, station, visit, visits, waitMs, workMs } = outcome;
  const record = (at: number) => [
    fate[at],
    line[at],
    service[at],
    at < visits ? null : [visit[at], fromMs[at]],
    fate[at] === fates.unserved ? null : waitMs[at],
    fate[at] === fates.served ? [workMs[at], station[at]] : null,
  ];
  return { visits, busyMs, paidMs, day, records: Array.from({ length: records }, (_, at) => record(at)) };
}

test('a day that nobody writes down comes to the same as one that is written: moments that only a journal would name are passed over', () => {
  fc.assert(
    fc.property(anyDay, ({ model, plan, tape }) => {
      const floor = floorOf(model.branch, plan, aMonday.weekday);
      const kernel = new Kernel(floor, turnaroundOf(model, floor), behaviourOf(model));
      const outcome = makeOutcome();
      kernel.run(tape, outcome);
      expect(whatCounts(outcome)).toEqual(whatCounts(writeDay(model, plan, tape, aMonday, () => {})));
    }),
    { numRuns: 600 },
  );
});
