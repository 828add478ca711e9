import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnyDay, anyDay } from '../../../simulator/agreement/any-day.ts';
import type { From } from '../../../simulator/engine/from.ts';
import { JournalScribe, type SimulatedEvent } from '../../../simulator/engine/journal-scribe.ts';
import { Kernel } from '../../../simulator/engine/kernel.ts';
import { lobbyNow } from '../../../simulator/engine/lobby-now.ts';
import { makeOutcome } from '../../../simulator/engine/outcome.ts';
import { floorOf } from '../../../simulator/engine/run.ts';
import { turnaroundOf } from '../../../simulator/engine/study.ts';
import { type ElasticMemories, lookAround, remembered } from '../../../simulator/lobby/elastic/watch.ts';
import { emptyState } from '../../../simulator/lobby/evolve/empty-state.ts';
import { evolve } from '../../../simulator/lobby/evolve/evolve.ts';
import type { JournalEntry } from '../../../simulator/lobby/journal/event.ts';
import type { LobbyState } from '../../../simulator/lobby/state.ts';
import { behaviourOf } from '../../../simulator/workload/behaviour.ts';
import { firstNeedOf, type Tape } from '../../../simulator/workload/tape.ts';

/** Midnight of 2026-03-02, a Monday, in Shanghai. */
const aMonday = { date: '2026-03-02', midnightAt: Date.UTC(2026, 2, 1, 16), weekday: 1 };

/**
 * Days whose journal tells all but what the tape holds: without newcomers at a greeter, absences, breaks and who is put off, and with
 * turnarounds that are all alike.
 */
const toldDay = anyDay.map(
  ({ model, plan, tape }): AnyDay => ({
    model: {
      ...model,
      triage: undefined,
      balking: undefined,
      absences: [],
      attendance: [],
      turnaround: model.turnaround.length > 0 ? [{ distribution: { family: 'constant', ms: 30_000 }, persistence: 0 }] : [],
    },
    plan: { ...plan, roster: plan.roster.map((shift) => ({ ...shift, breaks: [] })) },
    tape: { ...tape, balk: null },
  }),
);

/** The journal up to a moment, as the lobby remembers it. */
interface Past {
  readonly state: LobbyState;
  readonly memories: ElasticMemories;
  readonly rules: ReadonlyMap<string, 'opened' | 'told to close'>;
  readonly parked: ReadonlyMap<string, { station: string; lead: string | null; backAtMs: number }>;
}

/** Who is sent away from where, and when they will be back, as the tape has it. */
function sentAway(state: LobbyState, { at, data }: Extract<SimulatedEvent, { type: 'parked' }>, tape: Tape) {
  const { current, id, needs } = state.tickets.get(data.ticket)!;
  const done = needs.slice(0, current).filter(({ outcome }) => outcome !== 'device-failed').length;
  const awayMs = tape.awayMs![firstNeedOf(tape, Number(id.slice(1))) + done]!;
  const lead = state.stations.get(data.station)!.staff[0] ?? null;
  return { station: data.station, lead, backAtMs: at - aMonday.midnightAt + awayMs };
}

function fold(journal: readonly SimulatedEvent[], tape: Tape): Past {
  let state = emptyState;
  let memories: ElasticMemories = new Map();
  const parked = new Map<string, { station: string; lead: string | null; backAtMs: number }>();
  const rules = new Map<string, 'opened' | 'told to close'>();
  for (const event of journal) {
    const entry: JournalEntry = event;
    if (event.type === 'parked') parked.set(event.data.ticket, sentAway(state, event, tape));
    if (event.type === 'service-finished' || event.type === 'transferred') parked.delete(event.data.ticket);
    state = evolve(state, entry);
    memories = lookAround(state, remembered(memories, entry), event.at);
    if (event.type === 'station-closed')
      for (const rule of state.config!.elastic) if (rule.station === event.data.station) rules.delete(rule.id);
    if (event.type === 'elastic-proposed') {
      rules.set(event.data.rule, event.data.action === 'close' ? 'told to close' : 'opened');
    }
  }
  return { state, memories, parked, rules };
}

/** The visits given, in their order, as a tape of their own. */
function partOf(tape: Tape, visits: readonly number[]): Tape {
  const needs = visits.flatMap((visit) => {
    const to = tape.firstNeed === null ? visit + 1 : tape.firstNeed[visit + 1]!;
    return Array.from({ length: to - firstNeedOf(tape, visit) }, (_, at) => firstNeedOf(tape, visit) + at);
  });
  const pick = <Column extends Float64Array | Uint8Array | Uint32Array | null>(column: Column, at: readonly number[]): Column =>
    column === null
      ? column
      : (column.constructor as unknown as { from(values: number[]): Column }).from(at.map((one) => column[one]!));
  const workMs = pick(tape.workMs, needs);
  const starts = [0];
  for (const visit of visits)
    starts.push(starts.at(-1)! + (tape.firstNeed === null ? 1 : tape.firstNeed[visit + 1]! - tape.firstNeed[visit]!));
  return {
    ...tape,
    visits: visits.length,
    needs: needs.length,
    arrivalMs: pick(tape.arrivalMs, visits),
    segment: pick(tape.segment, visits),
    firstNeed: tape.firstNeed === null ? null : Uint32Array.from(starts),
    channel: pick(tape.channel, visits),
    traits: pick(tape.traits, visits),
    language: pick(tape.language, visits),
    prepared: pick(tape.prepared, visits),
    slotMs: pick(tape.slotMs, visits),
    pace: pick(tape.pace, visits),
    answersAt: pick(tape.answersAt, visits),
    balk: pick(tape.balk, visits),
    service: pick(tape.service, needs),
    workMs,
    workIn: tape.workIn.map((column) => (column === tape.workMs ? workMs : pick(column, needs))),
    patienceMs: pick(tape.patienceMs, needs),
    deviceFails: pick(tape.deviceFails, needs),
    parkAfter: pick(tape.parkAfter, needs),
    awayMs: pick(tape.awayMs, needs),
    byTransfer: pick(tape.byTransfer, needs),
    // who came and went is no visit of this tape, and no miss either
    bookings: tape.bookings.map((booking) => ({
      ...booking,
      visit: booking.visit < 0 ? -1 : visits.includes(booking.visit) ? visits.indexOf(booking.visit) : visits.length,
    })),
  };
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
          const here = [...state.tickets.values()]
            .filter(({ status }) => status !== 'no-show')
            .map(({ id }) => Number(id.slice(1)));
          const inLobby = here.sort((a, b) => a - b);
          const toCome = Array.from({ length: tape.visits }, (_, visit) => visit).filter(
            (visit) => tape.arrivalMs[visit]! > cutAt - aMonday.midnightAt,
          );
          const all = [...inLobby, ...toCome];
          const rest = partOf(tape, all);
          const from: From = lobbyNow({ ...state, at: cutAt }, floor, behaviour, rest, {
            midnightAt: aMonday.midnightAt,
            tickets: inLobby.map((visit) => `v${visit}`),
            endOf: (id) => state.stations.get(id)!.since - aMonday.midnightAt + 30_000,
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
            if (status !== 'closed' && staff.length === 0 && kind !== 'device') cuts.flex++;
          }
          cuts.standby += from.people.filter(({ person }) => !from.places.some((place) => place.person === person)).length;
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
