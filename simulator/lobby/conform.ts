import { dueProposals, type ElasticMemories, lookAround, remembered } from './elastic/watch.ts';
import { stationIn } from './evolve/change.ts';
import { emptyState } from './evolve/empty-state.ts';
import { evolve } from './evolve/evolve.ts';
import type { JournalEntry } from './journal/event.ts';
import { isRefusal } from './refusal.ts';
import { routeAfterDevice, routeByPolicy } from './routing.ts';
import { rulesInForce } from './rules-in-force.ts';
import { selectCall } from './select-call.ts';
import type { LobbyState, Place } from './state.ts';

/** A recorded decision that the rule would have taken otherwise. */
export interface Mismatch {
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  readonly rule: string;
  readonly expected: unknown;
  readonly recorded: unknown;
  /** The state it was decided in, as far as it matters. */
  readonly state: Readonly<Record<string, unknown>>;
}

export interface Conformance {
  /** Calls, routes and elastic proposals re-derived. */
  readonly decisions: number;
  readonly mismatches: readonly Mismatch[];
}

/** An event that cannot come after those before it: some are missing, or were changed. */
export class CannotFollow extends Error {
  override readonly name = 'CannotFollow';

  constructor({ seq, type }: JournalEntry, cause: Error) {
    super(`seq ${seq} (${type}) cannot follow from the events before it: ${cause.message}`, { cause });
  }
}

/** Re-derives every call, route and elastic decision of a journal with the same functions that took them live. Throws `CannotFollow`. */
export function conformJournal(journal: Iterable<JournalEntry>): Conformance {
  const mismatches: Mismatch[] = [];
  let decisions = 0;
  let state = emptyState;
  let memories: ElasticMemories = new Map();
  for (const event of journal) {
    try {
      const verdict = event.type === 'elastic-proposed' ? checkElastic(state, memories, event) : check(state, event);
      if (verdict !== 'not-a-decision') decisions += 1;
      if (verdict !== 'not-a-decision' && verdict !== null) mismatches.push(verdict);
      memories = remembered(memories, event);
      state = evolve(state, event);
      memories = lookAround(state, memories, event.at);
    } catch (error) {
      throw new CannotFollow(event, error as Error);
    }
  }
  return { decisions, mismatches };
}

type Verdict = Mismatch | null | 'not-a-decision';

function check(state: LobbyState, event: JournalEntry): Verdict {
  switch (event.type) {
    case 'called':
      return checkCall(state, event);
    case 'need-routed':
      return checkRoute(state, event);
    default:
      return 'not-a-decision';
  }
}

function checkCall(state: LobbyState, event: Extract<JournalEntry, { type: 'called' }>): Verdict {
  stationIn(state, event.data.station);
  const { strategy } = rulesInForce(state, event.at);
  const choice = selectCall(state, event.data.station, event.at);
  const { ticket, staff, rule, overrode } = event.data;
  const expected = {
    ticket: choice?.ticket.id ?? null,
    ...(overrode ? {} : { staff: choice?.staff ?? [] }),
    rule: { id: strategy.id, version: strategy.version },
  };
  const recorded = { ticket: overrode ? overrode.ticket : ticket, ...(overrode ? {} : { staff }), rule };
  return same(expected, recorded) ? null : mismatch(state, event, strategy.id, expected, recorded, { station: event.data.station });
}

function checkRoute(state: LobbyState, event: Extract<JournalEntry, { type: 'need-routed' }>): Verdict {
  const ticket = state.tickets.get(event.data.ticket);
  if (!ticket) return mismatch(state, event, event.data.policy, null, event.data.ticket, {});
  const before = ticket.needs[event.data.need - 1];
  const subject = { ...ticket, service: ticket.needs[event.data.need]!.service };
  const route =
    before?.outcome === 'device-failed' && ticket.place === null ? routeAfterDevice(state, subject) : routeByPolicy(state, subject);
  const expected = isRefusal(route) ? null : { ...placeOf(route), policy: route.policy, version: route.version };
  const { policy, version, overrode } = event.data;
  const recorded = { ...(overrode ?? placeOf(event.data)), policy, version };
  return same(expected, recorded) ? null : mismatch(state, event, policy, expected, recorded, { ticket: ticket.number });
}

function checkElastic(
  state: LobbyState,
  memories: ElasticMemories,
  event: Extract<JournalEntry, { type: 'elastic-proposed' }>,
): Verdict {
  const { rule, action, station, waiting } = event.data;
  const recorded = { rule, action, station, waiting };
  const expected = dueProposals(state, memories, event.at).find((due) => due.rule === rule) ?? null;
  return same(expected, recorded) ? null : mismatch(state, event, rule, expected, recorded, { waiting });
}

const placeOf = ({ line, zone, kind, mode }: Place): Place => ({ line, zone, kind, mode });

const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

const sorted = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

function mismatch(
  state: LobbyState,
  event: JournalEntry,
  rule: string,
  expected: unknown,
  recorded: unknown,
  facts: Readonly<Record<string, unknown>>,
): Mismatch {
  const callsSoFar = Object.fromEntries(state.callsSoFar);
  return {
    seq: event.seq,
    at: event.at,
    type: event.type,
    rule,
    expected,
    recorded,
    state: { position: state.seq, tally: state.tally, callsSoFar, ...facts },
  };
}
