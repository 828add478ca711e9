import type { Language } from '../../simulator/lobby/branch/language.ts';
import { comesBefore } from '../../simulator/lobby/select-call.ts';
import type { LobbyState, Ticket, TicketStatus } from '../../simulator/lobby/state.ts';
import type { Ended } from './visits-today.ts';

/** A ticket as callers see it. */
export interface TicketView {
  readonly id: string;
  readonly number: string;
  readonly status: TicketStatus | Ended;
  readonly segment: string;
  readonly traits: readonly string[];
  readonly channel: string;
  readonly language: Language;
  readonly prepared: boolean;
  readonly services: readonly string[];
  /** The current one, or the last. */
  readonly service: string;
  readonly line: string | null;
  readonly zone: string | null;
  readonly kind: string | null;
  readonly counter: string | null;
  /** People before it in its line; null when it does not wait. */
  readonly ahead: number | null;
  readonly quote: Ticket['quote'];
  readonly arrivedAt: number;
  readonly calledAt: number | null;
  readonly startedAt: number | null;
}

export function ticketView(state: LobbyState, ticket: Ticket, status: TicketStatus | Ended = ticket.status): TicketView {
  return {
    id: ticket.id,
    number: ticket.number,
    status,
    segment: ticket.segment,
    traits: ticket.traits,
    channel: ticket.channel,
    language: ticket.language,
    prepared: ticket.prepared,
    services: ticket.needs.map(({ service }) => service),
    service: ticket.needs[Math.min(ticket.current, ticket.needs.length - 1)]!.service,
    line: ticket.place?.line ?? null,
    zone: ticket.place?.zone ?? null,
    kind: ticket.place?.kind ?? null,
    counter: status === 'called' || status === 'serving' ? ticket.station : null,
    ahead: status === 'waiting' ? aheadOf(state, ticket) : null,
    quote: ticket.quote ?? null,
    arrivedAt: ticket.arrivedAt,
    calledAt: ticket.calledAt,
    startedAt: ticket.startedAt,
  };
}

function aheadOf(state: LobbyState, ticket: Ticket): number | null {
  if (ticket.place === null) return null;
  let ahead = 0;
  for (const other of state.tickets.values()) {
    if (other.status === 'waiting' && other.place?.line === ticket.place.line && comesBefore(other, ticket)) ahead += 1;
  }
  return ahead;
}
