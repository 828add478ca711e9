import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnyDay, anyDay } from '../../../../simulator/agreement/any-day.ts';
import type { SimulatedEvent } from '../../../../simulator/engine/journal/journal-scribe.ts';
import { CannotRun } from '../../../../simulator/engine/run.ts';
import { writeDay } from '../../../../simulator/engine/write-day.ts';
import { replay } from '../../../../simulator/study/replay/replay.ts';

/** Midnight of 2026-03-02, a Monday, in Shanghai. */
const monday = { date: '2026-03-02', midnightAt: Date.UTC(2026, 2, 1, 16), weekday: 1 };

function journalOf({ model, plan, tape }: AnyDay): SimulatedEvent[] {
  const journal: SimulatedEvent[] = [];
  writeDay(model, plan, tape, monday, (event) => journal.push(event));
  return journal;
}

/** When greeters began is not on record, so their days are only nearly the same. */
const withoutTriage = anyDay.map(({ model, plan, tape }): AnyDay => {
  const plain = { ...tape, triageMs: null, obedience: null };
  return { model: { ...model, triage: undefined }, plan, tape: plain };
});

/**
 * Who left, or was never served, before they would have been sent on: nobody knows that they would have been. Who was sent away and never
 * served again: nobody knows when they came back.
 */
function isTold(journal: readonly SimulatedEvent[], { byTransfer, needs }: AnyDay['tape']): boolean {
  const count = (kind: SimulatedEvent['type']): number => journal.filter(({ type }) => type === kind).length;
  const toSend = byTransfer?.subarray(0, needs).reduce((sum, one) => sum + one, 0) ?? 0;
  return toSend === count('transferred') && count('parked') === count('resumed');
}

describe('a recorded day', () => {
  it('under its own plan and rule comes to the same figures, whatever is drawn for what is not on record', () => {
    const drawn = { patience: 0, work: 0, walks: 0, absences: 0, turnarounds: 0, failures: 0, transfers: 0, noShows: 0, parked: 0 };
    fc.assert(
      fc.property(withoutTriage, fc.nat(1000), fc.boolean(), (day, seed, withModel) => {
        const journal = journalOf(day);
        fc.pre(isTold(journal, day.tape));
        const again = replay(journal, { seed, model: withModel ? day.model : null });
        drawn.patience += again.drawn.patience;
        drawn.work += again.drawn.work;
        if (day.model.walk) drawn.walks++;
        if (day.model.absences.length > 0) drawn.absences++;
        if (day.model.turnaround.length > 0) drawn.turnarounds++;
        for (const { data, type } of journal) {
          if (type === 'device-use-ended' && data.outcome === 'device-failed') drawn.failures++;
          if (type === 'transferred') drawn.transfers++;
          if (type === 'parked') drawn.parked++;
          if (type === 'no-show') drawn.noShows++;
        }
        expect(again.replayed.tallies).toEqual(again.recorded.tallies);
      }),
      { numRuns: Number(process.env.REPLAY_RUNS ?? 150), seed: Number(process.env.REPLAY_SEED ?? 20260302) },
    );
    for (const [what, count] of Object.entries(drawn)) expect(count, what).toBeGreaterThan(5);
  }, 120_000);

  it('under another rule is another day with the same customers', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const journal = journalOf(day);
        const other = replay(journal, { seed: 1, strategy: { id: 'strict-priority', options: {} }, model: day.model });
        const came = ({ served, left, noShow, unserved }: (typeof other.recorded.tallies)[number]): number =>
          served + left + noShow + unserved;
        expect(other.strategy).toBe('strict-priority');
        expect(other.visits).toBe(journal.filter(({ type }) => type === 'ticket-issued').length);
        expect(came(other.replayed.tallies[0]!)).toBeGreaterThanOrEqual(other.visits);
      }),
      { numRuns: 30, seed: 7 },
    );
  });

  it('refuses what holds no business day, and a plan that does not fit', () => {
    expect(() => replay([], { seed: 1 })).toThrow(CannotRun);
    const [day] = fc.sample(anyDay, { numRuns: 1, seed: 3 });
    const plan = { ...day!.plan, calling: { id: 'magic', options: {} } };
    expect(() => replay(journalOf(day!), { seed: 1, plan })).not.toThrow(/TypeError/);
    expect(() => replay(journalOf(day!), { seed: 1, strategy: { id: 'magic', options: {} } })).toThrow(
      /unknown calling strategy "magic"/,
    );
  });
});
