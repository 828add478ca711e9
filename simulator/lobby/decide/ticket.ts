import { catalogueOf } from '../branch/catalogue.ts';
import type { CommandOf } from '../command/command.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { placeByHand, routeByPolicy } from '../routing.ts';
import type { Place, Ticket } from '../state.ts';
import { type Act, readyAgain } from './act.ts';
import { branchOf, stationOfId, ticketOf } from './find.ts';

const serviceOf = (ticket: Ticket): string => ticket.needs[ticket.current]!.service;
const samePlace = (a: Place, b: Place): boolean => a.line === b.line && a.kind === b.kind;

/** [R2] A greeter sends a waiting ticket where the policy says, or elsewhere; the policy's choice is then written down too. */
export function route(act: Act, command: CommandOf<'route'>): Refusal | null {
  const branch = branchOf(act.state);
  if (isRefusal(branch)) return branch;
  const ticket = ticketOf(act.state, command.ticket);
  if (isRefusal(ticket)) return ticket;
  if (ticket.status !== 'waiting') return refuse('ticket-not-waiting', { number: ticket.number, status: ticket.status });
  if (command.greeter !== undefined && !catalogueOf(branch).staff.has(command.greeter))
    return refuse('unknown-person', { person: command.greeter });
  const advised = routeByPolicy(act.state, { ...ticket, service: serviceOf(ticket) });
  if (isRefusal(advised)) return advised;
  const chosen = command.to ? placeByHand(act.state, serviceOf(ticket), ticket.segment, command.to) : advised;
  if (isRefusal(chosen)) return chosen;
  const { line, zone, kind, mode, policy, version, reason } = advised;
  const agreed = samePlace(chosen, advised);
  if (command.greeter !== undefined && ticket.greetedAt === null)
    act.emit({ type: 'greeted', data: { ticket: ticket.id, greeter: command.greeter } });
  act.emit({
    type: 'need-routed',
    data: {
      ticket: ticket.id,
      need: ticket.current,
      line: chosen.line,
      zone: chosen.zone,
      kind: chosen.kind,
      mode: chosen.mode,
      policy,
      version,
      reason: agreed ? reason : (command.reason ?? 'greeter-choice'),
      ...(agreed ? {} : { overrode: { line, zone, kind, mode } }),
    },
  });
  return null;
}

/** [R3] May be said again and again: the last time counts. */
export function greet(act: Act, command: CommandOf<'greet'>): Refusal | null {
  const branch = branchOf(act.state);
  if (isRefusal(branch)) return branch;
  const ticket = ticketOf(act.state, command.ticket);
  if (isRefusal(ticket)) return ticket;
  if (ticket.status !== 'waiting') return refuse('ticket-not-waiting', { number: ticket.number, status: ticket.status });
  const { greeter } = command;
  if (!catalogueOf(branch).staff.has(greeter)) return refuse('unknown-person', { person: greeter });
  act.emit({ type: 'greeted', data: { ticket: ticket.id, greeter } });
  return null;
}

export function arrive(act: Act, command: CommandOf<'arrive'>): Refusal | null {
  const ticket = ticketOf(act.state, command.ticket);
  if (isRefusal(ticket)) return ticket;
  if (ticket.present) return refuse('ticket-already-present', { number: ticket.number });
  act.emit({ type: 'arrived', data: { ticket: ticket.id } });
  return null;
}

/** [T6] A ticket may be given up or made void until its service begins. */
export function leave(act: Act, command: CommandOf<'abandon' | 'void'>): Refusal | null {
  const ticket = ticketOf(act.state, command.ticket);
  if (isRefusal(ticket)) return ticket;
  if (ticket.status === 'serving') return refuse('ticket-being-served', { number: ticket.number, station: ticket.station });
  if (ticket.status === 'no-show') return refuse('ticket-not-waiting', { number: ticket.number, status: ticket.status });
  if (command.type === 'abandon') act.emit({ type: 'abandoned', data: { ticket: ticket.id, how: command.how } });
  else act.emit({ type: 'voided', data: { ticket: ticket.id, reason: command.reason } });
  if (ticket.station !== null) readyAgain(act, ticket.station);
  return null;
}

/** [T9] To another service, or the same service in another line; from the line or from a station. */
export function transfer(act: Act, command: CommandOf<'transfer'>): Refusal | null {
  const ticket = transferredTicket(act, command);
  if (isRefusal(ticket)) return ticket;
  if (ticket.status === 'parked' || ticket.status === 'no-show')
    return refuse('ticket-not-waiting', { number: ticket.number, status: ticket.status });
  const branch = branchOf(act.state);
  if (isRefusal(branch)) return branch;
  const service = command.service ?? serviceOf(ticket);
  const { services } = catalogueOf(branch);
  if (!services.has(service)) return refuse('unknown-service', { service, known: [...services.keys()] });
  const place =
    command.line === undefined
      ? routeByPolicy(act.state, { ...ticket, service })
      : placeByHand(act.state, service, ticket.segment, { line: command.line });
  if (isRefusal(place)) return place;
  const need = ticket.status === 'serving' ? ticket.current + 1 : ticket.current;
  const { line, zone, kind, mode } = place;
  act.emit({ type: 'transferred', data: { ticket: ticket.id, from: ticket.station, need, service, line, zone, kind, mode } });
  if (ticket.station !== null) readyAgain(act, ticket.station);
  return null;
}

function transferredTicket(act: Act, command: CommandOf<'transfer'>): Ticket | Refusal {
  if (command.station === undefined) return ticketOf(act.state, command.ticket ?? '');
  const station = stationOfId(act.state, command.station);
  if (isRefusal(station)) return station;
  if (station.status === 'closed') return refuse('counter-closed', { station: station.id });
  return station.ticket === null ? refuse('counter-idle', { station: station.id }) : ticketOf(act.state, station.ticket);
}
