import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyDay } from '../../../simulator/agreement/any-day.ts';
import { aMonday } from '../../../simulator/agreement/both-journals.ts';
import { Kernel } from '../../../simulator/engine/kernel.ts';
import { makeOutcome } from '../../../simulator/engine/results/outcome.ts';
import { turnaroundOf } from '../../../simulator/engine/results/study.ts';
import { floorOf } from '../../../simulator/engine/run.ts';
import { writeDay } from '../../../simulator/engine/write-day.ts';
import { behaviourOf } from '../../../simulator/workload/behaviour.ts';
import { whatCounts } from './what-counts.ts';

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
