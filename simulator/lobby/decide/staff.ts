import { catalogueOf } from '../branch/catalogue.ts';
import type { Person } from '../branch/person.ts';
import type { CommandOf } from '../command/command.ts';
import { assisting, heldStaff, stationOf } from '../held-staff.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import type { Act } from './act.ts';
import { branchOf, knownPerson } from './find.ts';

export function joinIfAbsent(act: Act, person: Person): void {
  if (act.state.staff.has(person.id)) return;
  const { id, role, skills, assistCapacity } = person;
  act.emit({ type: 'staff-joined', data: { person: id, role, skills, assistCapacity } });
}

export function staffJoin(act: Act, command: CommandOf<'staff-join'>): Refusal | null {
  const branch = branchOf(act.state);
  if (isRefusal(branch)) return branch;
  const unknown = knownPerson(branch, command.person);
  if (unknown) return unknown;
  if (act.state.staff.has(command.person)) return refuse('person-already-present', { person: command.person });
  joinIfAbsent(act, catalogueOf(branch).staff.get(command.person)!);
  return null;
}

/** Present and with no customer in hand: [P2] a customer is finished before a break or the end of a shift. */
function free(act: Act, person: string): Refusal | null {
  const branch = branchOf(act.state);
  if (isRefusal(branch)) return branch;
  const unknown = knownPerson(branch, person);
  if (unknown) return unknown;
  if (!act.state.staff.has(person)) return refuse('person-not-present', { person });
  const held = heldStaff(act.state).get(person);
  if (held !== undefined) return refuse('person-busy', { person, number: act.state.tickets.get(held)?.number ?? null });
  return assisting(act.state, person) > 0 ? refuse('person-busy', { person, assisting: assisting(act.state, person) }) : null;
}

/** Going home closes the station the person works. */
export function staffLeave(act: Act, command: CommandOf<'staff-leave'>): Refusal | null {
  const refusal = free(act, command.person);
  if (refusal) return refusal;
  const station = stationOf(act.state, command.person);
  if (station !== null) {
    if (act.state.stations.get(station)?.status === 'busy') return refuse('counter-busy', { station });
    act.emit({ type: 'station-closed', data: { station } });
  }
  act.emit({ type: 'staff-left', data: { person: command.person } });
  return null;
}

/** A break pauses the station the person works. */
export function breakStart(act: Act, command: CommandOf<'break-start'>): Refusal | null {
  const refusal = free(act, command.person);
  if (refusal) return refusal;
  if (act.state.staff.get(command.person)!.onBreak) return refuse('person-on-break', { person: command.person });
  const station = stationOf(act.state, command.person);
  const status = station === null ? null : act.state.stations.get(station)!.status;
  if (station !== null && status === 'busy') return refuse('counter-busy', { station });
  act.emit({ type: 'staff-break-started', data: { person: command.person } });
  if (station !== null && status !== 'paused') act.emit({ type: 'station-paused', data: { station, reason: 'break' } });
  return null;
}

export function breakEnd(act: Act, command: CommandOf<'break-end'>): Refusal | null {
  const person = act.state.staff.get(command.person);
  if (!person) return refuse('person-not-present', { person: command.person });
  if (!person.onBreak) return refuse('person-not-on-break', { person: command.person });
  act.emit({ type: 'staff-break-ended', data: { person: command.person } });
  const station = stationOf(act.state, command.person);
  if (station !== null && act.state.stations.get(station)?.pauseReason === 'break')
    act.emit({ type: 'station-ready', data: { station } });
  return null;
}
