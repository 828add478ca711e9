import { catalogueOf } from '../branch/catalogue.ts';
import type { CommandOf } from '../command/command.ts';
import { heldStaff, stationOf } from '../held-staff.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import type { LobbyState, StationState } from '../state.ts';
import type { Act } from './act.ts';
import { branchOf, knownPerson, stationOfId } from './find.ts';
import { joinIfAbsent } from './staff.ts';

/** An open station without a customer. */
function idleStation(state: LobbyState, id: string): StationState | Refusal {
  const station = stationOfId(state, id);
  if (isRefusal(station)) return station;
  if (station.status === 'closed') return refuse('counter-closed', { station: id });
  if (station.status === 'busy')
    return refuse('counter-busy', { station: id, number: state.tickets.get(station.ticket ?? '')?.number ?? null });
  return station;
}

/** [S1] Who opens a station is present from now on; a person works one station. */
export function open(act: Act, command: CommandOf<'open'>): Refusal | null {
  const branch = branchOf(act.state);
  if (isRefusal(branch)) return branch;
  const station = stationOfId(act.state, command.station);
  if (isRefusal(station)) return station;
  if (station.status !== 'closed') return refuse('counter-already-open', { station: station.id, status: station.status });
  for (const person of command.staff) {
    const unknown = knownPerson(branch, person);
    if (unknown) return unknown;
    const elsewhere = stationOf(act.state, person);
    if (elsewhere !== null) return refuse('person-elsewhere', { person, station: elsewhere });
    if (heldStaff(act.state).has(person)) return refuse('person-busy', { person });
    if (act.state.staff.get(person)?.onBreak) return refuse('person-on-break', { person });
  }
  const { staff } = catalogueOf(branch);
  for (const person of command.staff) joinIfAbsent(act, staff.get(person)!);
  act.emit({ type: 'station-opened', data: { station: station.id, staff: command.staff } });
  return null;
}

export function close(act: Act, command: CommandOf<'close'>): Refusal | null {
  const station = idleStation(act.state, command.station);
  if (isRefusal(station)) return station;
  act.emit({ type: 'station-closed', data: { station: station.id } });
  return null;
}

export function pause(act: Act, command: CommandOf<'pause'>): Refusal | null {
  const station = idleStation(act.state, command.station);
  if (isRefusal(station)) return station;
  if (station.status === 'paused') return refuse('counter-paused', { station: station.id, reason: station.pauseReason });
  act.emit({ type: 'station-paused', data: { station: station.id, reason: command.reason } });
  return null;
}

export function unpause(act: Act, command: CommandOf<'unpause'>): Refusal | null {
  const station = stationOfId(act.state, command.station);
  if (isRefusal(station)) return station;
  if (station.status !== 'paused') return refuse('counter-not-paused', { station: station.id, status: station.status });
  const resting = station.staff.find((person) => act.state.staff.get(person)?.onBreak);
  if (resting !== undefined) return refuse('person-on-break', { person: resting });
  act.emit({ type: 'station-ready', data: { station: station.id } });
  return null;
}

/** [S3] Saying ready when ready changes nothing. */
export function ready(act: Act, command: CommandOf<'ready'>): Refusal | null {
  const station = idleStation(act.state, command.station);
  if (isRefusal(station)) return station;
  if (station.status === 'paused') return refuse('counter-paused', { station: station.id, reason: station.pauseReason });
  if (station.status === 'wrap-up') act.emit({ type: 'station-ready', data: { station: station.id } });
  return null;
}
