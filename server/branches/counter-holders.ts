import type { LobbyEvent } from '../../simulator/lobby/journal/event.ts';

/** Who works which open counter, by station: the teller or advisor who opened it or acted there first since. */
export type CounterHolders = ReadonlyMap<string, string>;

/** Follows the journal, so that a restart forgets no holder. */
export function heldAfter(holders: CounterHolders, event: LobbyEvent): CounterHolders {
  const station = 'station' in event.data && typeof event.data.station === 'string' ? event.data.station : null;
  if (station === null) return holders;
  if (event.type === 'station-closed') {
    if (!holders.has(station)) return holders;
    const left = new Map(holders);
    left.delete(station);
    return left;
  }
  const works = event.by.kind === 'teller' || event.by.kind === 'advisor';
  if (!works || holders.has(station)) return holders;
  return new Map(holders).set(station, event.by.id);
}
