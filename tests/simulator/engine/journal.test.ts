import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnyDay, anyDay } from '../../../simulator/agreement/any-day.ts';
import type { SimulatedEvent } from '../../../simulator/engine/journal/journal-scribe.ts';
import { tallyDay, tallyVisits } from '../../../simulator/engine/results/tally-day.ts';
import { figuresOn } from '../../../simulator/engine/results/tally-figures.ts';
import { floorOf } from '../../../simulator/engine/run.ts';
import { writeDay } from '../../../simulator/engine/write-day.ts';
import { conformJournal } from '../../../simulator/lobby/conform.ts';
import { checkInvariants } from '../../../simulator/lobby/invariants.ts';
import { factSchema } from '../../../simulator/lobby/journal/event.ts';
import { type DayTally, emptyDayTally } from '../../../simulator/lobby/kpi/day/day-tally.ts';
import { measure } from '../../../simulator/lobby/kpi/measure.ts';
import { emptyTally } from '../../../simulator/lobby/kpi/tally.ts';

/** Midnight of 2026-03-02, a Monday, in Shanghai. */
const written = { date: '2026-03-02', midnightAt: Date.UTC(2026, 2, 1, 16), weekday: 1 };

function journalOf({ model, plan, tape }: AnyDay) {
  const journal: SimulatedEvent[] = [];
  const outcome = writeDay(model, plan, tape, written, (event) => journal.push(event));
  return { journal, outcome };
}

/** As a journal knows it: not how long greeters took, nor how patient the served were. */
const onRecord = (days: DayTally, measured: DayTally): DayTally => ({
  ...days,
  triageMs: days.greeted > 0 ? Number.NaN : 0,
  pastPatience: Number.isNaN(measured.pastPatience) ? Number.NaN : days.pastPatience,
});

/** What an event can be that its type does not say. */
function noteRare({ type, data }: SimulatedEvent, into: Set<string>): void {
  if (type === 'called' && data.staff.length > 1) into.add('a team is called');
  if (type === 'device-use-started' && data.assistedBy !== undefined) into.add('a greeter assists');
  if (type === 'device-use-ended' && data.outcome === 'device-failed') into.add('a device fails');
  if (type === 'need-routed' && data.overrode) into.add('a customer does not obey');
  if (type === 'need-routed' && data.need > 1) into.add('a third need');
  if (type === 'station-paused' && data.reason === 'back-office') into.add('an absence');
  if (type === 'ticket-issued' && data.readyAt % 1000 === 0 && data.appointment) into.add('a place before the arrival');
}

describe('the journal of a simulated day', () => {
  const seen = new Set<string>();
  const rare = new Set<string>();

  it('[Y1] to [Y24] breaks no invariant, conforms to every rule of the core, and measures what the engine tallies', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { journal, outcome } = journalOf(day);
        for (const event of journal) {
          seen.add(event.type);
          noteRare(event, rare);
          expect(factSchema.parse({ type: event.type, data: event.data })).toEqual({ type: event.type, data: event.data });
        }
        expect(checkInvariants(journal)).toEqual([]);
        expect(conformJournal(journal).mismatches).toEqual([]);
        const measured = measure(journal);
        const floor = floorOf(day.model.branch, day.plan, 1);
        const needs = emptyTally();
        const visits = emptyTally();
        tallyDay(floor, outcome, needs);
        tallyVisits(floor, outcome, visits);
        expect(needs).toEqual(measured.perNeed);
        expect(visits).toEqual(measured.perVisit);
        const days = emptyDayTally();
        figuresOn(floor)(day.tape, outcome, days);
        expect(onRecord(days, measured.days)).toEqual(measured.days);
      }),
      { numRuns: Number(process.env.ENGINE_RUNS ?? 220), seed: Number(process.env.ENGINE_SEED ?? 20260302) },
    );
  }, 120_000);

  it('is not vacuous: every kind of event that a simulated day can hold occurred', () => {
    expect([...seen].sort()).toMatchInlineSnapshot(`
      [
        "abandoned",
        "appointment-booked",
        "appointment-checked-in",
        "appointment-missed",
        "branch-configured",
        "called",
        "day-closed",
        "day-opened",
        "device-use-ended",
        "device-use-started",
        "elastic-accepted",
        "elastic-proposed",
        "greeted",
        "need-routed",
        "no-show",
        "parked",
        "plan-adopted",
        "recalled",
        "resumed",
        "service-finished",
        "service-started",
        "staff-break-ended",
        "staff-break-started",
        "staff-joined",
        "staff-left",
        "station-closed",
        "station-opened",
        "station-paused",
        "station-ready",
        "ticket-issued",
        "transferred",
        "voided",
      ]
    `);
    expect([...rare].sort()).toMatchInlineSnapshot(`
      [
        "a customer does not obey",
        "a device fails",
        "a greeter assists",
        "a place before the arrival",
        "a team is called",
        "a third need",
        "an absence",
      ]
    `);
  });
});
