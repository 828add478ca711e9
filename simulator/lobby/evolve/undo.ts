import type { DataOf, EventType, JournalEntry } from '../journal/event.ts';
import type { LobbyState, Ticket, UndoPoint } from '../state.ts';
import { changeStation, retally, stationIn, withEntry } from './change.ts';
import { countsForRatio } from './ratio-count.ts';

/** [U1] Acts that can be taken back, at the station where they were done. */
const acts: ReadonlySet<EventType> = new Set<EventType>([
  'called',
  'service-started',
  'service-finished',
  'device-use-started',
  'device-use-ended',
  'no-show',
  'parked',
  'resumed',
  'transferred',
  'station-paused',
]);

/** Events that follow from an act in the same command. */
const consequences: ReadonlySet<EventType> = new Set<EventType>(['station-ready', 'need-routed']);

interface Subject {
  station: string | undefined;
  ticket: string | undefined;
}

function subjectOf(event: JournalEntry): Subject {
  const data = event.data as { station?: string; ticket?: string; from?: unknown };
  const station = event.type === 'transferred' ? (event.data.from ?? undefined) : data.station;
  return { station, ticket: data.ticket };
}

/** Remembers an act, or lengthens the remembered one by what followed from it. `before` is the state without the event. */
export function rememberAct(before: LobbyState, after: LobbyState, event: JournalEntry): LobbyState {
  const { station: stationId, ticket: ticketId } = subjectOf(event);
  if (acts.has(event.type)) return stationId === undefined ? after : startAct(before, after, event, stationId, ticketId);
  if (consequences.has(event.type)) return lengthenAct(after, event, stationId, ticketId);
  return after;
}

function startAct(
  before: LobbyState,
  after: LobbyState,
  event: JournalEntry,
  stationId: string,
  ticketId: string | undefined,
): LobbyState {
  const ticket = ticketId === undefined ? null : (before.tickets.get(ticketId) ?? null);
  const undo: UndoPoint = {
    from: event.seq,
    to: event.seq,
    at: event.at,
    act: event.type,
    station: { ...stationIn(before, stationId), undo: null },
    ticket,
    ended: ticket !== null && !after.tickets.has(ticket.id),
    countedLine: event.type === 'called' && countsForRatio(before, event.data.line, event.at) ? event.data.line : null,
  };
  const station = stationIn(after, stationId);
  return { ...after, stations: withEntry(after.stations, stationId, { ...station, undo, touched: event.seq }) };
}

function lengthenAct(
  after: LobbyState,
  event: JournalEntry,
  stationId: string | undefined,
  ticketId: string | undefined,
): LobbyState {
  for (const station of after.stations.values()) {
    const { undo } = station;
    if (!undo || undo.to !== event.seq - 1 || undo.at !== event.at) continue;
    if (station.id !== stationId && (ticketId === undefined || undo.ticket?.id !== ticketId)) continue;
    return {
      ...after,
      stations: withEntry(after.stations, station.id, { ...station, undo: { ...undo, to: event.seq }, touched: event.seq }),
    };
  }
  return after;
}

/** [U2] What the act changed is as it was before it. */
export function undone(state: LobbyState, data: DataOf<'undone'>): LobbyState {
  const station = stationIn(state, data.station);
  const { undo } = station;
  if (!undo) throw new Error(`event ${state.seq}: nothing to undo at ${data.station}`);
  const back = changeStation(state, station, { ...undo.station, undo: null });
  const uncounted = undo.countedLine === null ? back : uncount(back, undo.countedLine);
  return undo.ticket ? restoreTicket(uncounted, undo.ticket, undo.ended) : uncounted;
}

function uncount(state: LobbyState, line: string): LobbyState {
  return { ...state, callsSoFar: new Map(state.callsSoFar).set(line, (state.callsSoFar.get(line) ?? 1) - 1) };
}

function restoreTicket(state: LobbyState, ticket: Ticket, ended: boolean): LobbyState {
  const now = ended ? 'done' : state.tickets.get(ticket.id)!.status;
  return {
    ...state,
    tickets: withEntry(state.tickets, ticket.id, { ...ticket, touched: state.seq }),
    tally: retally(state.tally, now, ticket.status),
  };
}
