import type { EventType, LobbyEvent } from '../../simulator/lobby/journal/event.ts';
import type { PublicEvent } from './messages.ts';

/** What a public screen may know of each event it is told; every other event and field stays inside. */
const shown: Partial<Readonly<Record<EventType, readonly string[]>>> = {
  'ticket-issued': ['language'],
  called: ['station', 'line'],
  recalled: ['station'],
  resumed: ['station'],
  'service-started': ['station'],
  'service-finished': ['station'],
  'station-opened': ['station'],
  'station-paused': ['station'],
  'station-ready': ['station'],
  'station-closed': ['station'],
  'help-requested': ['help', 'device'],
  'help-answered': ['help'],
  'day-opened': ['date', 'startsAt', 'endsAt'],
  'day-closed': ['date'],
};

/** The event for public screens, or null when it is none of theirs. `numberOf` gives a ticket's number: the id is as good as a key. */
export function publicEvent({ seq, at, type, data }: LobbyEvent, numberOf: (ticket: string) => string | null): PublicEvent | null {
  const fields = shown[type];
  if (fields === undefined) return null;
  const all = data as Readonly<Record<string, unknown>>;
  const told = Object.fromEntries(fields.map((field) => [field, all[field]]));
  return {
    seq,
    at,
    type,
    data: 'ticket' in data && typeof data.ticket === 'string' ? { number: numberOf(data.ticket), ...told } : told,
  };
}
