import type { AnyDay } from '../../../simulator/agreement/any-day.ts';
import { aMonday } from '../../../simulator/agreement/both-journals.ts';
import { keepVisits } from '../../../simulator/agreement/keep-visits.ts';
import type { Floor } from '../../../simulator/engine/floor/floor.ts';
import type { From } from '../../../simulator/engine/floor/from.ts';
import { JournalScribe, type SimulatedEvent } from '../../../simulator/engine/journal/journal-scribe.ts';
import { Kernel } from '../../../simulator/engine/kernel.ts';
import { type BesideState, lobbyNow } from '../../../simulator/engine/lobby-now.ts';
import { makeOutcome, type Outcome } from '../../../simulator/engine/results/outcome.ts';
import { turnaroundOf } from '../../../simulator/engine/results/study.ts';
import { floorOf } from '../../../simulator/engine/run.ts';
import type { LobbyState } from '../../../simulator/lobby/state.ts';
import { type Behaviour, behaviourOf } from '../../../simulator/workload/behaviour.ts';
import { firstNeedOf, type Tape } from '../../../simulator/workload/tape.ts';
import { needsByVisit } from '../agreement/what-counts.ts';
import { fold } from './past.ts';

/** A day run whole and written down. */
export interface WholeDay {
  readonly tape: Tape;
  readonly floor: Floor;
  readonly behaviour: Behaviour;
  readonly kernel: Kernel;
  readonly journal: readonly SimulatedEvent[];
  readonly outcome: Outcome;
}

/** The same from a moment on. */
export interface TakenUp {
  readonly state: LobbyState;
  readonly from: From;
  /** What came after the moment, and what the run that begins there writes: one line an event. */
  readonly asItWas: readonly string[];
  readonly asItGoes: readonly string[];
  /** What became of the needs that were not over, by visit of the rest, in the whole day and in the run that begins there. */
  readonly became: readonly unknown[];
  readonly becomes: readonly unknown[];
  /** The run that begins there, written down and not. */
  readonly written: Outcome;
  readonly unwritten: Outcome;
}

export function runWhole({ model, plan, tape }: AnyDay): WholeDay {
  const floor = floorOf(model.branch, plan, aMonday.weekday);
  const behaviour = behaviourOf(model);
  const kernel = new Kernel(floor, turnaroundOf(model, floor), behaviour);
  const journal: SimulatedEvent[] = [];
  const outcome = makeOutcome();
  kernel.run(tape, outcome, new JournalScribe(floor, aMonday, (event) => journal.push(event)));
  return { tape, floor, behaviour, kernel, journal, outcome };
}

/** Takes a day up at a moment, ms after midnight, from its folded journal, the rest of the tape, and what is told beside these; `staff`: as recorded. */
export function takeUpAt(whole: WholeDay, atMs: number, more: Partial<BesideState>, staff = whole.tape.staff): TakenUp {
  const { behaviour, floor, journal, kernel, outcome, tape } = whole;
  const { midnightAt } = aMonday;
  const cutAt = midnightAt + atMs;
  const past = fold(
    journal.filter(({ at }) => at <= cutAt),
    tape,
  );
  const future = journal.filter(({ at }) => at > cutAt);
  const inLobby = [...past.state.tickets.values()].filter(({ status }) => status !== 'no-show').map(({ id }) => visitOf(id));
  const toCome = Array.from({ length: tape.visits }, (_, visit) => visit).filter((visit) => tape.arrivalMs[visit]! > atMs);
  const visits = [...inLobby, ...toCome];
  const rest = { ...partOf(tape, new Set(visits)), staff };
  for (const visit of putOff(future, cutAt)) {
    if (tape.arrivalMs[visit] === atMs) rest.patienceMs[firstNeedOf(rest, visits.indexOf(visit))] = 1;
  }
  const from = lobbyNow({ ...past.state, at: cutAt }, floor, behaviour, rest, {
    ...past,
    midnightAt,
    tickets: inLobby.map((visit) => `v${visit}`),
    endOf: (id) => endOf(future, id) - midnightAt,
    ...more,
  });
  const goesOn: SimulatedEvent[] = [];
  const written = makeOutcome();
  const unwritten = makeOutcome();
  kernel.run(rest, written, new JournalScribe(floor, aMonday, (event) => goesOn.push(event)), from);
  kernel.run(rest, unwritten, null, from);
  const became = needsByVisit(outcome);
  const becomes = needsByVisit(written);
  return {
    became: becomes.map((needs, at) => became[visits[at]!]!.slice(-needs.length)),
    becomes,
    state: past.state,
    from,
    asItWas: told(future, (visit) => visit),
    asItGoes: told(goesOn, (visit) => `v${visits[visitOf(visit)]}`),
    written,
    unwritten,
  };
}

const visitOf = (ticket: string): number => Number(ticket.slice(1));

/** Who goes in the next ms: those put off by the line among them, whose patience is 1 ms whatever the tape says (SPEC Y10). */
const putOff = (future: readonly SimulatedEvent[], cutAt: number): number[] =>
  future.flatMap(({ at, data, type }) => (type === 'abandoned' && at === cutAt + 1 ? [visitOf(data.ticket)] : []));

/** When the turnaround, break or absence at a station or of a person ends: by what is heard of them next. */
function endOf(future: readonly SimulatedEvent[], id: string): number {
  const next = future.find(({ data }) => ('station' in data && data.station === id) || ('person' in data && data.person === id));
  return next!.at;
}

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
