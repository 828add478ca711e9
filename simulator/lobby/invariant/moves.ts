import type { EventType, JournalEntry } from '../journal/event.ts';
import type { LobbyState, StationStatus, TicketStatus } from '../state.ts';

/** [T7] In which status a ticket may be for each event that moves it. */
const ticketMoves: Partial<Record<EventType, readonly TicketStatus[]>> = {
  greeted: ['waiting'],
  arrived: ['waiting'],
  'need-routed': ['waiting'],
  called: ['waiting'],
  recalled: ['called'],
  'service-started': ['called'],
  'team-joined': ['serving'],
  'team-left': ['serving'],
  'service-finished': ['serving'],
  'device-use-started': ['waiting', 'called'],
  'device-use-ended': ['serving'],
  transferred: ['waiting', 'called', 'serving'],
  parked: ['called', 'serving'],
  resumed: ['parked', 'no-show'],
  'no-show': ['called'],
  abandoned: ['waiting', 'called', 'parked'],
  voided: ['waiting', 'called', 'parked'],
};

/** [S1] In which status a station may be. */
const stationMoves: Partial<Record<EventType, readonly StationStatus[]>> = {
  'station-opened': ['closed'],
  'station-paused': ['ready', 'wrap-up'],
  'station-ready': ['wrap-up', 'paused'],
  'station-closed': ['ready', 'wrap-up', 'paused'],
  called: ['ready'],
  resumed: ['ready'],
  recalled: ['busy'],
  'service-started': ['busy'],
  'service-finished': ['busy'],
  'device-use-started': ['ready', 'busy'],
  'device-use-ended': ['busy'],
  parked: ['busy'],
  'no-show': ['busy'],
};

/** What is illegal about an event in this state; null when it may follow. */
export function legalMove(state: LobbyState, event: JournalEntry): string | null {
  const data = event.data as { ticket?: unknown; station?: unknown };
  const allowedTicket = ticketMoves[event.type];
  if (allowedTicket && typeof data.ticket === 'string') {
    const status = state.tickets.get(data.ticket)?.status;
    if (status === undefined) return `${event.type} of ${data.ticket}, which is not in the lobby`;
    if (!allowedTicket.includes(status)) return `${event.type} of a ticket that is ${status}`;
  }
  const allowedStation = stationMoves[event.type];
  if (allowedStation && typeof data.station === 'string') {
    const status = state.stations.get(data.station)?.status;
    if (status === undefined) return `${event.type} at unknown station ${data.station}`;
    if (!allowedStation.includes(status)) return `${event.type} at a station that is ${status}`;
  }
  return null;
}
