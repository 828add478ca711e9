import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DrilledEvent } from '../../../simulator/drill/core-lobby.ts';
import type { Shift } from '../../../simulator/lobby/branch/plan.ts';
import { msOfClock } from '../../../simulator/workload/clock.ts';
import { type AnyDay, anyDay } from '../engine/any-day.ts';
import { aMonday, drilled, lines, written } from './journals.ts';
import { smallDay } from './small-day.ts';

const runs = Number(process.env.DRILL_RUNS ?? 200);
const seed = Number(process.env.DRILL_SEED ?? 1);

const isAdvisors = ({ person, role }: Shift): boolean => person === 'a1' || (person === undefined && role === 'advisor');

/** Days without what the tests of differences below are about; it grows as they are settled. */
const settledDay = anyDay.map(
  ({ model, plan, tape }): AnyDay => ({
    model: { ...model, triage: undefined },
    plan: {
      ...plan,
      roster: plan.roster
        .filter((shift, at) => !isAdvisors(shift) || plan.roster.findIndex(isAdvisors) === at)
        .map((shift) => ({ ...shift, breaks: [] })),
      elastic: plan.elastic?.map((rule) => ({ ...rule, holdMs: Math.max(30_000, rule.holdMs) })),
    },
    tape,
  }),
);

/** The first place where the journals part, with what led there. */
function agree(day: AnyDay): void {
  const engine = lines(written(day));
  const drill = lines(drilled(day));
  const at = engine.findIndex((line, position) => line !== drill[position]);
  const from = at < 0 ? Math.min(engine.length, drill.length) : at;
  const around = (journal: string[]): string[] => journal.slice(Math.max(0, from - 5), from + 3);
  if (at >= 0 || engine.length !== drill.length) expect({ engine: around(engine) }).toEqual({ engine: around(drill) });
}

describe('the engine and the drill', () => {
  it('[Y5] write the same journal, event by event', () => {
    fc.assert(fc.property(settledDay, agree), { numRuns: runs, seed });
  }, 120_000);
});

const clock = ({ at }: DrilledEvent): number => at - aMonday.midnightAt;
const of = (journal: readonly DrilledEvent[], type: DrilledEvent['type']) => journal.filter((event) => event.type === type);

describe('[Y16] a customer who is called at once takes no greeter’s time', () => {
  const day = smallDay(
    [
      { role: 'teller', from: '09:00', to: '11:00' },
      { role: 'greeter', count: 2, from: '09:00', to: '11:00' },
    ],
    [
      { at: '09:10', for: 'cash', minutes: 5 },
      { at: '09:20', for: 'wealth', minutes: 5 },
    ],
    { triageMinutes: 2 },
  );
  it('in the drill', () => {
    const journal = drilled(day);
    expect(of(journal, 'greeted').map(({ by }) => by.id)).toEqual(['greeter-1']);
  });
  it('in both', () => agree(day));
});

describe('[Y17] a rule that need not hold proposes at once', () => {
  const rule = { id: 'flex', station: 'C3', openAtWaiting: 2, closeAtWaiting: 0, holdMs: 0, minOpenMs: 0 };
  const day = smallDay(
    [],
    [
      { at: '09:10', for: 'corporate', minutes: 5 },
      { at: '09:20', for: 'corporate', minutes: 5 },
    ],
    { elastic: [{ ...rule, expiresMs: 300_000, costPerHour: 0 }] },
  );
  it('in the drill', () => {
    const journal = drilled(day);
    expect(of(journal, 'elastic-proposed').map(clock)).toEqual([msOfClock('09:20')]);
  });
  it('in both', () => agree(day));
});

describe('[Y8] a break due to somebody who stands by is not taken', () => {
  const day = smallDay(
    [
      { role: 'teller', count: 3, from: '09:00', to: '10:00' },
      { role: 'teller', skills: ['cash'], from: '09:00', to: '11:00', breaks: [{ from: '09:30', to: '09:40' }] },
    ],
    [{ at: '10:10', for: 'cash', minutes: 5 }],
  );
  it('in the drill', () => {
    const journal = drilled(day);
    expect(of(journal, 'station-opened').map(({ by }) => by.id)).toContain('teller-4');
    expect(of(journal, 'staff-break-started')).toEqual([]);
  });
  it('in both', () => agree(day));
});

describe('[Y6] who was in a team when a station closed takes it when the team is done', () => {
  const day = smallDay(
    [
      { person: 'a1', from: '09:00', to: '10:00' },
      { role: 'advisor', from: '09:00', to: '11:00' },
      { role: 'teller', from: '09:00', to: '11:00' },
    ],
    [
      { at: '09:45', for: 'wealth', minutes: 10 },
      { at: '09:46', for: 'corporate', minutes: 30 },
    ],
  );
  it('in the drill', () => {
    const journal = drilled(day);
    const opened = of(journal, 'station-opened').filter(({ by }) => by.id === 'advisor-1');
    expect(opened.map(clock)).toEqual([msOfClock('10:16')]);
  });
  it('in both', () => agree(day));
});
