import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreeOn } from '../../../simulator/agreement/agree.ts';
import { crowd } from '../../../simulator/engine/customers/patience-heap.ts';
import { clockOfMs } from '../../../simulator/workload/clock.ts';
import { smallDay } from './small-day.ts';

const minute = 60_000;
/** Whole minutes, so that many leave at the same ms, out of several lines. */
const comers = fc.array(
  fc.record({
    afterMinutes: fc.integer({ min: 0, max: 40 }),
    for: fc.constantFrom('cash', 'card', 'wealth'),
    minutes: fc.integer({ min: 1, max: 9 }),
    patienceMinutes: fc.integer({ min: 1, max: 50 }),
  }),
  { minLength: 3 * crowd.most, maxLength: 4 * crowd.most },
);

test('[Y10] out of a crowd the same people leave in the same order in both engines: a heap finds them there, a look at each in the drill', () => {
  let left = 0;
  fc.assert(
    fc.property(comers, fc.boolean(), (all, greeted) => {
      const visits = all.toSorted((a, b) => a.afterMinutes - b.afterMinutes);
      const day = smallDay(
        [
          { role: 'teller', count: 2, from: '09:00', to: '11:00' },
          { role: 'advisor', from: '09:00', to: '11:00' },
          { role: 'greeter', from: '09:00', to: '11:00' },
        ],
        visits.map((visit) => ({ ...visit, at: clockOfMs((9 * 60 + visit.afterMinutes) * minute) })),
        greeted ? { triageMinutes: 1 } : {},
      );
      visits.forEach(({ patienceMinutes }, visit) => {
        day.tape.patienceMs[visit] = patienceMinutes * minute;
      });
      left += agreeOn(day).filter(({ type }) => type === 'abandoned').length;
    }),
    { numRuns: 8, seed: 20261122 },
  );
  expect(left).toBeGreaterThan(8 * crowd.most);
});
