import { ableTeam, assistantFor, declaredTeam } from '../ability.ts';
import { catalogueOf } from '../branch/catalogue.ts';
import type { CommandOf } from '../command/command.ts';
import { heldStaff } from '../held-staff.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { routeAfterDevice, routeByPolicy } from '../routing.ts';
import type { Ticket } from '../state.ts';
import { type Act, readyAgain } from './act.ts';
import { branchOf, freeStation, ticketAt, ticketOf } from './find.ts';

export function start(act: Act, command: CommandOf<'start'>): Refusal | null {
  const branch = branchOf(act.state);
  if (isRefusal(branch)) return branch;
  if (catalogueOf(branch).stations.get(command.station)?.kind === 'device') return startDevice(act, command);
  const ticket = ticketAt(act.state, command.station, 'called');
  if (isRefusal(ticket)) return ticket;
  if (command.ticket !== undefined && command.ticket !== ticket.id)
    return refuse('ticket-not-at-station', { station: command.station, number: ticket.number });
  act.emit({
    type: 'service-started',
    data: { ticket: ticket.id, need: ticket.current, station: command.station, staff: [...ticket.staff] },
  });
  return null;
}

/** [V1] A device serves whoever was called to it, or a waiting customer who walks up. */
function startDevice(act: Act, command: CommandOf<'start'>): Refusal | null {
  const ticket = deviceUser(act, command);
  if (isRefusal(ticket)) return ticket;
  const assistant = assistantFor(act.state, ticket, command.assistedBy);
  if (isRefusal(assistant)) return assistant;
  act.emit({
    type: 'device-use-started',
    data: {
      ticket: ticket.id,
      need: ticket.current,
      station: command.station,
      ...(assistant === null ? {} : { assistedBy: assistant }),
    },
  });
  return null;
}

function deviceUser(act: Act, command: CommandOf<'start'>): Ticket | Refusal {
  const here = ticketAt(act.state, command.station, 'called');
  if (!isRefusal(here)) {
    return command.ticket === undefined || command.ticket === here.id
      ? here
      : refuse('ticket-not-at-station', { station: command.station, number: here.number });
  }
  if (command.ticket === undefined) return here;
  const free = freeStation(act.state, command.station, heldStaff(act.state));
  if (isRefusal(free)) return free;
  const ticket = ticketOf(act.state, command.ticket);
  if (isRefusal(ticket)) return ticket;
  if (ticket.status !== 'waiting') return refuse('ticket-not-waiting', { number: ticket.number, status: ticket.status });
  const team = ableTeam(act.state, command.station, ticket);
  return isRefusal(team) ? team : ticket;
}

/** [T8] Ends the need; the next one is routed in the same command, the station readies itself if it does so. */
export function finish(act: Act, command: CommandOf<'finish'>): Refusal | null {
  const branch = branchOf(act.state);
  if (isRefusal(branch)) return branch;
  const ticket = ticketAt(act.state, command.station, 'serving');
  if (isRefusal(ticket)) return ticket;
  const device = catalogueOf(branch).stations.get(command.station)?.kind === 'device';
  const data = { ticket: ticket.id, need: ticket.current, station: command.station, outcome: command.outcome };
  if (device) {
    act.emit({
      type: 'device-use-ended',
      data: { ...data, ...(ticket.assistedBy === null ? {} : { assistedBy: ticket.assistedBy }) },
    });
  } else if (command.outcome === 'device-failed') {
    return refuse('station-cannot-serve', { station: command.station, outcome: command.outcome });
  } else {
    act.emit({ type: 'service-finished', data });
  }
  routeNextNeed(act, ticket.id, command.outcome === 'device-failed');
  readyAgain(act, command.station);
  return null;
}

function routeNextNeed(act: Act, id: string, afterDevice: boolean): void {
  const ticket = act.state.tickets.get(id);
  if (ticket?.status !== 'waiting') return;
  const subject = { ...ticket, service: ticket.needs[ticket.current]!.service };
  const route = afterDevice ? routeAfterDevice(act.state, subject) : routeByPolicy(act.state, subject);
  // A need is only accepted where a line takes it, so a route is always there while the branch stands as it is.
  if (isRefusal(route)) throw new Error(`no line takes need ${ticket.current} of ${ticket.number}`);
  act.emit({ type: 'need-routed', data: { ticket: id, need: ticket.current, ...route } });
}

export function noShow(act: Act, command: CommandOf<'no-show'>): Refusal | null {
  const ticket = ticketAt(act.state, command.station, 'called');
  if (isRefusal(ticket)) return ticket;
  act.emit({ type: 'no-show', data: { ticket: ticket.id, station: command.station } });
  readyAgain(act, command.station);
  return null;
}

export function park(act: Act, command: CommandOf<'park'>): Refusal | null {
  const called = ticketAt(act.state, command.station, 'called');
  const ticket = isRefusal(called) ? ticketAt(act.state, command.station, 'serving') : called;
  if (isRefusal(ticket)) return ticket;
  act.emit({ type: 'parked', data: { ticket: ticket.id, station: command.station } });
  readyAgain(act, command.station);
  return null;
}

/** [P3] Someone of the declared team joins a service under way. */
export function joinTeam(act: Act, command: CommandOf<'join-team'>): Refusal | null {
  const ticket = ticketAt(act.state, command.station, 'serving');
  if (isRefusal(ticket)) return ticket;
  const person = act.state.staff.get(command.person);
  if (!person) return refuse('person-not-present', { person: command.person });
  if (person.onBreak) return refuse('person-on-break', { person: command.person });
  if (heldStaff(act.state).has(command.person)) return refuse('person-busy', { person: command.person });
  const missing = declaredTeam(act.state, command.station, ticket).missing;
  if (!missing.some(({ role, skill }) => role === person.role && person.skills.includes(skill))) {
    return refuse('team-complete', { person: command.person, missing: missing.map(({ role }) => role) });
  }
  act.emit({ type: 'team-joined', data: { ticket: ticket.id, station: command.station, staff: command.person } });
  return null;
}

export function leaveTeam(act: Act, command: CommandOf<'leave-team'>): Refusal | null {
  const ticket = ticketAt(act.state, command.station, 'serving');
  if (isRefusal(ticket)) return ticket;
  if (ticket.staff.indexOf(command.person) < 1)
    return refuse('person-elsewhere', { person: command.person, station: command.station });
  act.emit({ type: 'team-left', data: { ticket: ticket.id, station: command.station, staff: command.person } });
  return null;
}
