import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SimulatedEvent } from '../../../simulator/engine/journal-scribe.ts';
import { CannotRun } from '../../../simulator/engine/run.ts';
import { writeDay } from '../../../simulator/engine/write-day.ts';
import { replay } from '../../../simulator/study/replay/replay.ts';
import { type AnyDay, anyDay } from '../engine/any-day.ts';

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

describe('a recorded day', () => {
  it('under its own plan and rule comes to the same figures, whatever is drawn for what is not on record', () => {
    let drawn = 0;
    fc.assert(
      fc.property(withoutTriage, fc.nat(1000), fc.boolean(), (day, seed, withModel) => {
        const again = replay(journalOf(day), { seed, model: withModel ? day.model : null });
        drawn += again.drawn.patience + again.drawn.work;
        // Somebody who left before they would have been sent on: nobody knows that staff stayed for them after closing.
        const paidMs = day.model.transfers.length > 0 ? { paidMs: 0 } : {};
        const shown = ({ tallies }: typeof again.recorded) => tallies.map((tally) => ({ ...tally, ...paidMs }));
        expect(shown(again.replayed)).toEqual(shown(again.recorded));
      }),
      { numRuns: Number(process.env.REPLAY_RUNS ?? 100), seed: Number(process.env.REPLAY_SEED ?? 20260302) },
    );
    expect(drawn).toBeGreaterThan(100);
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
