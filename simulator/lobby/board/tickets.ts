import { kindOf } from '../greeting/options-for.ts';
import { targetsOf } from '../kpi/target-of.ts';
import { isRefusal } from '../refusal.ts';
import { routeByPolicy } from '../routing.ts';
import { isServable } from '../servable.ts';
import type { LobbyState, Ticket } from '../state.ts';
import type { BoardTicket } from './board.ts';

export function boardTickets(state: LobbyState, waiting: ReadonlyMap<string, readonly Ticket[]>): BoardTicket[] {
  const ahead = new Map<string, number>();
  for (const queue of waiting.values())
    queue.forEach((ticket, place) => {
      ahead.set(ticket.id, place);
    });
  const targetOf = targetsOf(state.config!.branch);
  const advise = oncePer(adviceKey, (ticket) => adviceFor(state, ticket));
  const servable = oncePer(servableKey, (ticket) => isServable(state, ticket));
  const ways = waysOf(state);
  return [...state.tickets.values()].map((ticket) => {
    const { service } = ticket.needs[ticket.current]!;
    const isWaiting = ticket.status === 'waiting';
    return {
      id: ticket.id,
      number: ticket.number,
      status: ticket.status,
      segment: ticket.segment,
      traits: ticket.traits,
      channel: ticket.channel,
      prepared: ticket.prepared,
      present: ticket.present,
      greeted: ticket.greetedAt !== null,
      greetedAt: ticket.greetedAt,
      greetedBy: ticket.greetedBy,
      service,
      further: ticket.needs.slice(ticket.current + 1).map((need) => need.service),
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
      targetMs: targetOf(service, ticket.place?.line ?? null),
      servable: !isWaiting || servable(ticket),
      advice: isWaiting ? advise(ticket) : null,
      ways: ways.get(service) ?? [],
      assistedBy: ticket.assistedBy,
    };
  });
}

/** What depends on less than the whole ticket is worked out once a board for all that are alike. */
function oncePer<T>(keyOf: (ticket: Ticket) => string, make: (ticket: Ticket) => T): (ticket: Ticket) => T {
  const made = new Map<string, T>();
  return (ticket) => {
    const key = keyOf(ticket);
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(ticket);
    made.set(key, fresh);
    return fresh;
  };
}

const adviceKey = ({ needs, current, segment, traits }: Ticket): string =>
  JSON.stringify([needs[current]!.service, segment, traits]);

const servableKey = ({ needs, current, place }: Ticket): string =>
  JSON.stringify([needs[current]!.service, needs[current]!.person, place?.line, place?.mode]);

function adviceFor(state: LobbyState, ticket: Ticket): BoardTicket['advice'] {
  const route = routeByPolicy(state, { ...ticket, service: ticket.needs[ticket.current]!.service });
  if (isRefusal(route)) return null;
  const { line, kind, mode, reason } = route;
  return { line, kind, mode, reason };
}

const waysOf = (state: LobbyState): ReadonlyMap<string, BoardTicket['ways']> =>
  new Map(state.config!.branch.services.map(({ id, modes }) => [id, [...new Set(modes.map(({ at }) => kindOf(at)))]]));
