import { emptyState } from './evolve/empty-state.ts';
import { evolve } from './evolve/evolve.ts';
import { checkBooks } from './invariant/books.ts';
import { checkHolds } from './invariant/holds.ts';
import { legalMove } from './invariant/moves.ts';
import { numberBook } from './invariant/numbers.ts';
import type { JournalEntry, LobbyEvent } from './journal/event.ts';
import type { LobbyState } from './state.ts';

/** What is wrong with a journal, and where. */
export interface Violation {
  readonly rule: `I${number}`;
  readonly seq: number;
  readonly message: string;
}

/** What clients hold, to be compared with the journal. */
export interface ClientRecords {
  /** Acknowledged effects: each a seq that the journal must hold, with its type. */
  readonly acks?: readonly { readonly seq: number; readonly type: string; readonly ticket?: string }[];
  /** Idempotency keys that were answered with an effect. */
  readonly keys?: readonly string[];
  /** Hash of one stored event, as its follower's `prev` must say; the chain is not checked without it. */
  readonly hashOf?: (event: LobbyEvent) => string;
}

/** Checks a whole journal against every invariant of SPEC I1 to I8. An empty answer means none is broken. */
export function checkInvariants(journal: Iterable<JournalEntry>, records: ClientRecords = {}): readonly Violation[] {
  const events = [...journal];
  const violations: Violation[] = [];
  const numbers = numberBook();
  let state = emptyState;
  for (const event of events) {
    const complain = (rule: Violation['rule'], message: string): void => {
      violations.push({ rule, seq: event.seq, message });
    };
    checkSequence(state, event, complain);
    const illegal = legalMove(state, event);
    if (illegal !== null) complain('I5', illegal);
    numbers.note(state, event, (message) => complain('I3', message));
    try {
      state = evolve(state, event);
    } catch (error) {
      complain('I5', `cannot follow: ${error instanceof Error ? error.message : String(error)}`);
      break;
    }
    checkBooks(state, (message) => complain('I6', message));
    checkHolds(state, (message) => complain('I4', message));
  }
  return [...violations, ...checkRecords(events, records), ...checkChain(events, records.hashOf)];
}

function checkSequence(state: LobbyState, event: JournalEntry, complain: (rule: 'I7', message: string) => void): void {
  if (event.seq !== state.seq + 1) complain('I7', `seq ${event.seq} follows ${state.seq}`);
  if (event.at < state.at) complain('I7', `at ${event.at} is before ${state.at}`);
  if (event.occurredAt !== undefined && event.occurredAt > event.at)
    complain('I7', `occurred ${event.occurredAt - event.at} ms after it was accepted`);
}

function checkRecords(events: readonly JournalEntry[], { acks = [], keys }: ClientRecords): Violation[] {
  const bySeq = new Map(events.map((event) => [event.seq, event]));
  const lost = acks.flatMap(({ seq, type, ticket }): Violation[] => {
    const event = bySeq.get(seq);
    const kept = event?.type === type && (ticket === undefined || (event.data as { ticket?: string }).ticket === ticket);
    return kept ? [] : [{ rule: 'I1', seq, message: `acknowledged ${type} ${ticket ?? ''} is not in the journal` }];
  });
  return [...lost, ...checkKeys(events as readonly LobbyEvent[], keys)];
}

/** [I2] Events of one cause stand together: a second effect of the same key would stand apart. */
function checkKeys(events: readonly LobbyEvent[], keys: readonly string[] | undefined): Violation[] {
  const last = new Map<string, number>();
  const violations: Violation[] = [];
  for (const { cause, seq } of events) {
    if (cause === undefined) continue;
    const before = last.get(cause);
    if (before !== undefined && before !== seq - 1)
      violations.push({ rule: 'I2', seq, message: `key ${cause} had an effect at ${before} already` });
    last.set(cause, seq);
  }
  for (const key of keys ?? []) {
    if (!last.has(key)) violations.push({ rule: 'I1', seq: 0, message: `key ${key} was answered but has no effect` });
  }
  return violations;
}

function checkChain(events: readonly JournalEntry[], hashOf: ClientRecords['hashOf']): Violation[] {
  if (!hashOf) return [];
  const violations: Violation[] = [];
  let expected = '0'.repeat(64);
  for (const event of events as readonly LobbyEvent[]) {
    if (event.prev !== expected) violations.push({ rule: 'I8', seq: event.seq, message: 'the chain is broken before this event' });
    expected = hashOf(event);
  }
  return violations;
}
