import type { DataOf } from '../journal/event.ts';
import type { Outcome } from '../journal/ticket-events.ts';
import type { LobbyState, Ticket } from '../state.ts';
import { changeStation, changeTicket, endTicket, freeStaff, stationIn, ticketIn } from './change.ts';
import { countsForRatio } from './ratio-count.ts';
import { endNeed, insertNeed, waitingAgain } from './ticket.ts';

/** The ticket is at the station from the call to the end of service: the station is busy. */
function atStation(state: LobbyState, ticket: Ticket, station: string, change: Partial<Ticket>): LobbyState {
  const busy = changeStation(state, stationIn(state, station), { status: 'busy', ticket: ticket.id });
  return changeTicket(busy, ticket, { station, ...change });
}

/** The station is done with its ticket; until `station-ready` it is in wrap-up: that gap is the turnaround. */
const wrapUp = (state: LobbyState, station: string): LobbyState =>
  changeStation(state, stationIn(state, station), { status: 'wrap-up', ticket: null });

/** [C6] The call is counted before the ticket leaves its line. */
export function called(state: LobbyState, data: DataOf<'called'>): LobbyState {
  const ticket = ticketIn(state, data.ticket);
  const counted = countsForRatio(state, data.line, state.at)
    ? { ...state, callsSoFar: new Map(state.callsSoFar).set(data.line, (state.callsSoFar.get(data.line) ?? 0) + 1) }
    : state;
  return atStation(counted, ticket, data.station, { status: 'called', staff: data.staff, calledAt: state.at, calls: 1 });
}

export function recalled(state: LobbyState, data: DataOf<'recalled'>): LobbyState {
  const ticket = ticketIn(state, data.ticket);
  return changeTicket(state, ticket, { calls: ticket.calls + 1, calledAt: state.at });
}

export const serviceStarted = (state: LobbyState, data: DataOf<'service-started'>): LobbyState =>
  changeTicket(state, ticketIn(state, data.ticket), { status: 'serving', startedAt: state.at, staff: data.staff });

export const deviceUseStarted = (state: LobbyState, data: DataOf<'device-use-started'>): LobbyState =>
  atStation(state, ticketIn(state, data.ticket), data.station, {
    status: 'serving',
    startedAt: state.at,
    calledAt: ticketIn(state, data.ticket).calledAt ?? state.at,
    assistedBy: data.assistedBy ?? null,
  });

export function teamJoined(state: LobbyState, data: DataOf<'team-joined'>): LobbyState {
  const ticket = ticketIn(state, data.ticket);
  return changeTicket(state, ticket, { staff: [...ticket.staff, data.staff] });
}

export function teamLeft(state: LobbyState, data: DataOf<'team-left'>): LobbyState {
  const ticket = ticketIn(state, data.ticket);
  return changeTicket(freeStaff(state, [data.staff]), ticket, { staff: ticket.staff.filter((person) => person !== data.staff) });
}

/** [T8] After a need comes the next one under the same number; after the last the ticket is done. */
export function needEnded(state: LobbyState, data: DataOf<'service-finished' | 'device-use-ended'>): LobbyState {
  const ticket = ticketIn(state, data.ticket);
  const freed = freeStaff(wrapUp(state, data.station), ticket.staff);
  return afterNeed(freed, ticket, data.outcome);
}

function afterNeed(state: LobbyState, ticket: Ticket, outcome: Outcome): LobbyState {
  const ended = endNeed(ticket, outcome);
  const following = ticket.needs[ticket.current]!;
  // A failed device did not serve the need: the same need is waited for again, elsewhere.
  const needs = outcome === 'device-failed' ? insertNeed(ended, ticket.current + 1, { service: following.service }) : ended;
  const next = ticket.current + 1;
  if (outcome === 'customer-left' || next >= needs.length) return endTicket(state, ticket, 'done');
  return changeTicket(state, ticket, { ...waitingAgain(next, needs), needSince: state.at, place: null });
}

/** [T10] A parked ticket holds no station and nobody; it keeps its number and comes back by `resumed`. */
export function parked(state: LobbyState, data: DataOf<'parked'>): LobbyState {
  const ticket = ticketIn(state, data.ticket);
  const freed = freeStaff(wrapUp(state, data.station), ticket.staff);
  return changeTicket(freed, ticket, { status: 'parked', station: null, staff: [], assistedBy: null });
}

export const resumed = (state: LobbyState, data: DataOf<'resumed'>): LobbyState =>
  atStation(state, ticketIn(state, data.ticket), data.station, {
    status: 'called',
    staff: data.staff,
    calledAt: state.at,
    calls: 1,
  });

export function noShow(state: LobbyState, data: DataOf<'no-show'>): LobbyState {
  const ticket = ticketIn(state, data.ticket);
  const freed = freeStaff(wrapUp(state, data.station), ticket.staff);
  return changeTicket(freed, ticket, { status: 'no-show', station: null, staff: [], assistedBy: null });
}
