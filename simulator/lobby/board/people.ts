import { heldStaff, stationOf } from '../held-staff.ts';
import type { LobbyState, Ticket } from '../state.ts';
import type { BoardPerson, BoardTicket } from './board.ts';

export function boardTickets(state: LobbyState, waiting: ReadonlyMap<string, readonly Ticket[]>): BoardTicket[] {
  const ahead = new Map<string, number>();
  for (const queue of waiting.values())
    queue.forEach((ticket, place) => {
      ahead.set(ticket.id, place);
    });
  return [...state.tickets.values()].map((ticket) => ({
    id: ticket.id,
    number: ticket.number,
    status: ticket.status,
    segment: ticket.segment,
    traits: ticket.traits,
    channel: ticket.channel,
    prepared: ticket.prepared,
    present: ticket.present,
    greeted: ticket.greetedAt !== null,
    service: ticket.needs[ticket.current]!.service,
    further: ticket.needs.slice(ticket.current + 1).map(({ service }) => service),
    line: ticket.place?.line ?? null,
    zone: ticket.place?.zone ?? null,
    kind: ticket.place?.kind ?? null,
    station: ticket.station,
    arrivedAt: ticket.arrivedAt,
    needSince: ticket.needSince,
    calls: ticket.calls,
    ahead: ahead.get(ticket.id) ?? null,
    quote: ticket.quote,
    slotAt: ticket.appointment?.slotAt ?? null,
  }));
}

export function boardStaff(state: LobbyState): BoardPerson[] {
  const held = heldStaff(state);
  return state.config!.branch.staff.map(({ id, label, role }) => ({
    id,
    label,
    role,
    present: state.staff.has(id),
    onBreak: state.staff.get(id)?.onBreak ?? false,
    station: stationOf(state, id),
    ticket: held.get(id) ?? null,
  }));
}
