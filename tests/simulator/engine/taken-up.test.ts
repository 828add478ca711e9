import { describe, expect, it } from 'vitest';
import { aMonday } from '../../../simulator/agreement/both-journals.ts';
import { JournalScribe, type SimulatedEvent } from '../../../simulator/engine/journal-scribe.ts';
import { Kernel } from '../../../simulator/engine/kernel.ts';
import { lobbyNow } from '../../../simulator/engine/lobby-now.ts';
import { makeOutcome } from '../../../simulator/engine/outcome.ts';
import { floorOf } from '../../../simulator/engine/run.ts';
import { behaviourOf } from '../../../simulator/workload/behaviour.ts';
import { msOfClock } from '../../../simulator/workload/clock.ts';
import { smallDay } from '../agreement/small-day.ts';
import { fold } from './past.ts';

const minute = 60_000;

describe('[Y23] a day that is taken up within it', () => {
  const rule = {
    station: 'C3',
    openAtWaiting: 1,
    closeAtWaiting: 0,
    holdMs: minute,
    minOpenMs: 0,
    expiresMs: 300_000,
    costPerHour: 0,
  };
  const { model, plan, tape } = smallDay(
    [{ role: 'teller', station: 'C1', from: '09:00', to: '09:05' }],
    [{ at: '09:10', for: 'corporate', minutes: 5 }],
    {
      elastic: [
        { ...rule, id: 'slow', holdMs: 5 * minute },
        { ...rule, id: 'quick' },
      ],
    },
  );
  const floor = floorOf(model.branch, plan, 1);
  const kernel = new Kernel(floor, [], behaviourOf(model));
  const journal: SimulatedEvent[] = [];
  kernel.run(tape, makeOutcome(), new JournalScribe(floor, aMonday, (event) => journal.push(event)));

  it('knows of two rules at one station which has opened it', () => {
    const cutAt = aMonday.midnightAt + msOfClock('09:11');
    const { state, memories, parked, rules } = fold(
      journal.filter(({ at }) => at <= cutAt),
      tape,
    );
    const from = lobbyNow({ ...state, at: cutAt }, floor, behaviourOf(model), tape, {
      midnightAt: aMonday.midnightAt,
      tickets: ['v0'],
      endOf: () => 0,
      memories,
      parked,
      rules,
    });
    expect(from.rules.map(({ opened }) => opened)).toEqual([0, 1]);
  });
});
