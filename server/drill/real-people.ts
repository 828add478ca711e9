import type { LobbyEvent } from '../../simulator/lobby/journal/event.ts';
import type { Lobby } from '../branches/lobby.ts';

/** Stations that real people work, and staff who have come by themselves: the drill keeps its hands off them. */
export class RealPeople {
  private readonly taken: Set<string>;
  private readonly devices: ReadonlySet<string>;
  private readonly staff = new Set<string>();

  constructor({ holders, state }: Lobby) {
    this.taken = new Set(holders.keys());
    this.devices = new Set(state.config!.branch.stations.filter(({ kind }) => kind === 'device').map(({ id }) => id));
  }

  have(station: string): boolean {
    return this.taken.has(station);
  }

  /** Came to work without the drill. */
  are(person: string): boolean {
    return this.staff.has(person);
  }

  /** Whoever acts at a counter has it until it closes; a device until it is free again. */
  see({ by, data, type }: LobbyEvent): void {
    const isReal = by.kind !== 'system' && by.kind !== 'rule' && by.kind !== 'ticket';
    if (type === 'staff-left') this.staff.delete(data.person);
    if (type === 'staff-joined' && isReal) this.staff.add(data.person);
    if (!('station' in data) || data.station === undefined) return;
    const { station } = data;
    const over = type === 'station-closed' || (type === 'station-ready' && this.devices.has(station));
    if (over) this.taken.delete(station);
    else if (isReal) this.taken.add(station);
  }
}
