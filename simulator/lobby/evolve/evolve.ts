import type { JournalEntry } from '../journal/event.ts';
import type { LobbyState } from '../state.ts';
import { appointmentEnded, appointmentSet } from './appointment.ts';
import * as day from './day.ts';
import * as elastic from './elastic.ts';
import { emptyState } from './empty-state.ts';
import * as help from './help.ts';
import * as service from './service.ts';
import * as station from './station.ts';
import * as ticket from './ticket.ts';
import { rememberAct, undone } from './undo.ts';

/** The state after one more event. Pure; an event that cannot follow from the state is a bug and throws. */
export function evolve(state: LobbyState, event: JournalEntry): LobbyState {
  const next = apply({ ...state, seq: event.seq, at: event.at }, event);
  return rememberAct(state, next, event);
}

function apply(state: LobbyState, event: JournalEntry): LobbyState {
  switch (event.type) {
    case 'branch-configured':
      return day.branchConfigured(state, event.data);
    case 'plan-adopted':
      return day.planAdopted(state, event.data);
    case 'strategy-changed':
      return day.strategyChanged(state, event.data);
    case 'day-opened':
      return day.dayOpened(state, event.data);
    case 'day-closed':
      return day.dayClosed(state);
    case 'number-block-leased':
      return day.blockLeased(state, event.data);
    case 'number-block-returned':
      return day.blockReturned(state, event.data);
    case 'undone':
      return undone(state, event.data);
    case 'ticket-issued':
      return ticket.issued(state, event.data, event.occurredAt ?? event.at);
    case 'greeted':
      return ticket.greeted(state, event.data);
    case 'arrived':
      return ticket.arrived(state, event.data);
    case 'need-routed':
      return ticket.needRouted(state, event.data);
    case 'transferred':
      return station.leaveStation(ticket.transferred(state, event.data), event.data.from);
    case 'abandoned':
      return ticket.abandoned(state, event.data);
    case 'voided':
      return ticket.voided(state, event.data);
    case 'called':
      return service.called(state, event.data);
    case 'recalled':
      return service.recalled(state, event.data);
    case 'service-started':
      return service.serviceStarted(state, event.data);
    case 'team-joined':
      return service.teamJoined(state, event.data);
    case 'team-left':
      return service.teamLeft(state, event.data);
    case 'service-finished':
      return service.needEnded(state, event.data);
    case 'device-use-started':
      return service.deviceUseStarted(state, event.data);
    case 'device-use-ended':
      return service.needEnded(state, event.data);
    case 'parked':
      return service.parked(state, event.data);
    case 'resumed':
      return service.resumed(state, event.data);
    case 'no-show':
      return service.noShow(state, event.data);
    case 'staff-joined':
      return station.staffJoined(state, event.data);
    case 'staff-left':
      return station.staffLeft(state, event.data);
    case 'staff-break-started':
      return station.breakChanged(state, event.data.person, true);
    case 'staff-break-ended':
      return station.breakChanged(state, event.data.person, false);
    case 'station-opened':
      return station.stationOpened(state, event.data);
    case 'station-paused':
      return station.stationPaused(state, event.data);
    case 'station-ready':
      return station.stationReady(state, event.data);
    case 'station-closed':
      return station.stationClosed(state, event.data);
    case 'appointment-booked':
      return appointmentSet(state, event.data);
    case 'appointment-changed':
      return appointmentSet(state, event.data);
    case 'appointment-cancelled':
      return appointmentEnded(state, event.data.appointment, 'cancelled');
    case 'appointment-checked-in':
      return appointmentEnded(state, event.data.appointment, 'checked-in');
    case 'appointment-missed':
      return appointmentEnded(state, event.data.appointment, 'missed');
    case 'elastic-proposed':
      return elastic.elasticProposed(state, event.data);
    case 'elastic-accepted':
      return elastic.elasticAnswered(state, event.data.proposal);
    case 'elastic-declined':
      return elastic.elasticAnswered(state, event.data.proposal);
    case 'elastic-expired':
      return elastic.elasticAnswered(state, event.data.proposal);
    case 'help-requested':
      return help.helpRequested(state, event.data);
    case 'help-answered':
      return help.helpAnswered(state, event.data);
    default:
      return assertNever(event);
  }
}

function assertNever(event: never): never {
  throw new Error(`unknown event ${JSON.stringify(event)}`);
}

/** The state a journal leads to. */
export function fold(events: Iterable<JournalEntry>, from: LobbyState = emptyState): LobbyState {
  let state = from;
  for (const event of events) state = evolve(state, event);
  return state;
}
