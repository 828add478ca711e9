import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnyDay, anyDay } from '../../../simulator/agreement/any-day.ts';
import { aMonday } from '../../../simulator/agreement/both-journals.ts';
import { keepVisits } from '../../../simulator/agreement/keep-visits.ts';
import type { From } from '../../../simulator/engine/floor/from.ts';
import { JournalScribe, type SimulatedEvent } from '../../../simulator/engine/journal/journal-scribe.ts';
import { Kernel } from '../../../simulator/engine/kernel.ts';
import { lobbyNow } from '../../../simulator/engine/lobby-now.ts';
import { makeOutcome } from '../../../simulator/engine/results/outcome.ts';
import { turnaroundOf } from '../../../simulator/engine/results/study.ts';
import { floorOf } from '../../../simulator/engine/run.ts';
import { behaviourOf } from '../../../simulator/workload/behaviour.ts';
import type { Tape } from '../../../simulator/workload/tape.ts';
import { awayAfter } from './away.ts';
import { fold } from './past.ts';

/**
 * Days whose journal tells all but what the tape holds: without newcomers at a greeter, breaks and who is put off, and with
 * turnarounds that are all alike.
 */
const toldDay = anyDay.map(
  ({ model, plan, tape }): AnyDay => ({
    model: {
      ...model,
      triage: undefined,
      balking: undefined,
      attendance: [],
      turnaround: model.turnaround.length > 0 ? [{ distribution: { family: 'constant', ms: 30_000 }, persistence: 0 }] : [],
    },
    plan: { ...plan, roster: plan.roster.map((shift) => ({ ...shift, breaks: [] })) },
    tape: { ...tape, balk: null },
  }),
);

/** The visits given as a tape of their own: who came and went is no visit of it, and no miss either. */
function partOf(tape: Tape, visits: ReadonlySet<number>): Tape {
  const part = keepVisits(tape, (visit) => visits.has(visit));
  const gone = (at: number): boolean => tape.bookings[at]!.visit >= 0 && part.bookings[at]!.visit < 0;
  const bookings = part.bookings.map((booking, at) => (gone(at) ? { ...booking, visit: part.visits } : booking));
  return { ...part, bookings };
}

/** One line an event; what counts from the morning on (numbers, seq, proposals) left out. */
function told(journal: readonly SimulatedEvent[], nameOf: (visit: string) => string): string[] {
  const counted = new Set(['number', 'ordinal', 'proposal']);
  const visit = /^v\d+$/;
  const told = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(told);
    if (typeof value === 'string') return visit.test(value) ? nameOf(value) : value;
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).flatMap(([key, part]) => (counted.has(key) ? [] : [[key, told(part)]])));
  };
  return journal.map(({ at, by, data, type }) => JSON.stringify([at - aMonday.midnightAt, type, told(data), told(by)]));
}

describe('a run from a given state', () => {
  it(
    '[Y23] goes on as the day did: cut anywhere, taken up from the folded journal and the rest of the tape',
    () => {
      const cuts = {
        waiting: 0,
        called: 0,
        serving: 0,
        turnaround: 0,
        standby: 0,
        teams: 0,
        assisted: 0,
        later: 0,
        flex: 0,
        closing: 0,
        parked: 0,
        away: 0,
        owedAbsence: 0,
      };
      fc.assert(
        fc.property(toldDay, fc.noBias(fc.integer({ min: 0, max: 9999 })), ({ model, plan, tape }, where) => {
          const floor = floorOf(model.branch, plan, 1);
          const behaviour = behaviourOf(model);
          const kernel = new Kernel(floor, turnaroundOf(model, floor), behaviour);
          const journal: SimulatedEvent[] = [];
          kernel.run(tape, makeOutcome(), new JournalScribe(floor, aMonday, (event) => journal.push(event)));
          const cutAt = journal[Math.floor((where / 10_000) * (journal.length - 2))]!.at;
          const past = journal.filter(({ at }) => at <= cutAt);
          if (past.at(-1)!.type === 'day-closed') return;
          const { state, memories, parked, rules } = fold(past, tape);
          const away = awayAfter(past, cutAt, floor, behaviour, tape);
          const here = [...state.tickets.values()]
            .filter(({ status }) => status !== 'no-show')
            .map(({ id }) => Number(id.slice(1)));
          const inLobby = here.sort((a, b) => a - b);
          const toCome = Array.from({ length: tape.visits }, (_, visit) => visit).filter(
            (visit) => tape.arrivalMs[visit]! > cutAt - aMonday.midnightAt,
          );
          const all = [...inLobby, ...toCome];
          const rest = partOf(tape, new Set(all));
          const from: From = lobbyNow({ ...state, at: cutAt }, floor, behaviour, rest, {
            midnightAt: aMonday.midnightAt,
            tickets: inLobby.map((visit) => `v${visit}`),
            endOf: (id) => {
              const { since, status } = state.stations.get(id)!;
              return since - aMonday.midnightAt + (status === 'paused' ? away.lengthAt.get(id)! : 30_000);
            },
            owedAbsences: away.owed,
            memories,
            parked,
            rules,
          });
          const goesOn: SimulatedEvent[] = [];
          kernel.run(rest, makeOutcome(), new JournalScribe(floor, aMonday, (event) => goesOn.push(event)), from);
          const asItWas = told(
            journal.filter(({ at }) => at > cutAt),
            (visit) => visit,
          );
          const asItGoes = told(goesOn, (visit) => `v${all[Number(visit.slice(1))]}`);
          const parts = asItWas.findIndex((line, at) => line !== asItGoes[at]);
          if (parts >= 0 || asItGoes.length > asItWas.length)
            expect(asItGoes.slice(Math.max(0, parts - 3), parts + 3)).toEqual(asItWas.slice(Math.max(0, parts - 3), parts + 3));
          for (const { status, staff, assistedBy, current } of state.tickets.values()) {
            if (status === 'waiting' || status === 'called' || status === 'serving' || status === 'parked') cuts[status]++;
            if (staff.length > 1) cuts.teams++;
            if (assistedBy !== null) cuts.assisted++;
            if (current > 0) cuts.later++;
          }
          for (const { kind, id } of floor.branch.stations) {
            const { staff, status } = state.stations.get(id)!;
            if (status === 'wrap-up') cuts.turnaround++;
            if (status === 'paused') cuts.away++;
            if (status !== 'closed' && staff.length === 0 && kind !== 'device') cuts.flex++;
          }
          cuts.standby += from.people.filter(({ person }) => !from.places.some((place) => place.person === person)).length;
          cuts.owedAbsence += away.owed.size;
          if (from.atMs >= floor.closesMs) cuts.closing++;
        }),
        { numRuns: Number(process.env.FROM_RUNS ?? 250), seed: Number(process.env.FROM_SEED ?? 20261122) },
      );
      // the cuts meet everything that a state can hold
      for (const [what, count] of Object.entries(cuts)) expect(count, what).toBeGreaterThan(1);
    },
    Number(process.env.FROM_RUNS ?? 250) * 240,
  );
});
