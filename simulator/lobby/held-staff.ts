import type { LobbyState } from './state.ts';

/** People at work on a need, by person → ticket. A person works on one need at a time (SPEC P1). */
export function heldStaff(state: LobbyState): ReadonlyMap<string, string> {
  const held = new Map<string, string>();
  for (const station of state.stations.values()) {
    if (station.ticket === null) continue;
    for (const person of state.tickets.get(station.ticket)?.staff ?? []) held.set(person, station.ticket);
  }
  return held;
}

/** Device users a person assists now. */
export function assisting(state: LobbyState, person: string): number {
  let count = 0;
  for (const station of state.stations.values()) {
    if (station.ticket !== null && state.tickets.get(station.ticket)?.assistedBy === person) count += 1;
  }
  return count;
}

/** The open station a person works, if any. */
export function stationOf(state: LobbyState, person: string): string | null {
  for (const station of state.stations.values()) {
    if (station.status !== 'closed' && station.staff.includes(person)) return station.id;
  }
  return null;
}
