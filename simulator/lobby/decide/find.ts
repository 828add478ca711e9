import type { Branch } from '../branch/branch.ts';
import { catalogueOf } from '../branch/catalogue.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { LobbyState, StationState, Ticket } from '../state.ts';

/** Finders for command handlers: the thing named, or the refusal that says what is known. */
export const branchOf = (state: LobbyState): Branch | Refusal => state.config?.branch ?? refuse('branch-not-configured');

export function ticketOf(state: LobbyState, id: string): Ticket | Refusal {
  return state.tickets.get(id) ?? refuse('unknown-ticket', { ticket: id });
}

export function stationOfId(state: LobbyState, id: string): StationState | Refusal {
  return state.stations.get(id) ?? refuse('unknown-station', { station: id, known: [...state.stations.keys()] });
}

/** The ticket at a station in the status a verb needs. */
export function ticketAt(state: LobbyState, stationId: string, status: 'called' | 'serving'): Ticket | Refusal {
  const station = stationOfId(state, stationId);
  if ('refused' in station) return station;
  if (station.status === 'closed') return refuse('counter-closed', { station: stationId });
  const ticket = station.ticket === null ? undefined : state.tickets.get(station.ticket);
  if (!ticket) return refuse('counter-idle', { station: stationId });
  if (ticket.status !== status) {
    return refuse(status === 'called' ? 'ticket-not-called' : 'ticket-not-serving', {
      number: ticket.number,
      status: ticket.status,
    });
  }
  return ticket;
}

/** A station that may take a customer now: open, not busy, not paused, its lead not at work elsewhere. */
export function freeStation(state: LobbyState, stationId: string, held: ReadonlyMap<string, string>): StationState | Refusal {
  const station = stationOfId(state, stationId);
  if ('refused' in station) return station;
  if (station.status === 'closed') return refuse('counter-closed', { station: stationId });
  if (station.status === 'paused') return refuse('counter-paused', { station: stationId, reason: station.pauseReason });
  if (station.status === 'busy') {
    return refuse('counter-busy', { station: stationId, number: state.tickets.get(station.ticket ?? '')?.number ?? null });
  }
  const away = station.staff.find((person) => held.has(person));
  if (away !== undefined)
    return refuse('person-busy', { person: away, number: state.tickets.get(held.get(away) ?? '')?.number ?? null });
  return station;
}

export function knownPerson(branch: Branch, id: string): Refusal | null {
  const { staff } = catalogueOf(branch);
  return staff.has(id) ? null : refuse('unknown-person', { person: id, known: [...staff.keys()] });
}
