import type { LobbyState, StaffState, StationState, Tally, Ticket, TicketStatus } from '../state.ts';

/** How a ticket leaves the lobby. */
export type Ending = 'done' | 'abandoned' | 'void';

const slot: Record<TicketStatus | Ending, keyof Tally> = {
  waiting: 'waiting',
  called: 'called',
  serving: 'serving',
  parked: 'parked',
  'no-show': 'noShow',
  done: 'done',
  abandoned: 'abandoned',
  void: 'void',
};

/** Copy of a map with one entry set, or removed when the value is undefined. */
export function withEntry<K, V>(map: ReadonlyMap<K, V>, key: K, value: V | undefined): ReadonlyMap<K, V> {
  const copy = new Map(map);
  if (value === undefined) copy.delete(key);
  else copy.set(key, value);
  return copy;
}

/** Moves one ticket from one place of the tally to another; null is outside the lobby. */
export function retally(tally: Tally, from: TicketStatus | Ending | null, to: TicketStatus | Ending | null): Tally {
  if (from === to) return tally;
  const next: { -readonly [K in keyof Tally]: number } = { ...tally };
  if (from) next[slot[from]] -= 1;
  if (to) next[slot[to]] += 1;
  return next;
}

/** The ticket an event speaks of; absence is a bug of whoever wrote the event. */
export function ticketIn(state: LobbyState, id: string): Ticket {
  const ticket = state.tickets.get(id);
  if (!ticket) throw new Error(`it speaks of ticket ${id}, which is not in the lobby`);
  return ticket;
}

export function stationIn(state: LobbyState, id: string): StationState {
  const station = state.stations.get(id);
  if (!station) throw new Error(`it speaks of station ${id}, which the branch does not have`);
  return station;
}

export function changeTicket(state: LobbyState, before: Ticket, change: Partial<Ticket>): LobbyState {
  const after: Ticket = { ...before, ...change, touched: state.seq };
  return {
    ...state,
    tickets: withEntry(state.tickets, after.id, after),
    tally: retally(state.tally, before.status, after.status),
  };
}

export const endTicket = (state: LobbyState, before: Ticket, ending: Ending): LobbyState => ({
  ...state,
  tickets: withEntry(state.tickets, before.id, undefined),
  tally: retally(state.tally, before.status, ending),
});

/** `since` moves only when the status does. */
export function changeStation(state: LobbyState, before: StationState, change: Partial<StationState>): LobbyState {
  const moved = change.status !== undefined && change.status !== before.status;
  const after: StationState = { ...before, ...(moved ? { since: state.at } : {}), ...change, touched: state.seq };
  return { ...state, stations: withEntry(state.stations, after.id, after) };
}

/** The people set free by an event are free since now. */
export function freeStaff(state: LobbyState, people: readonly string[]): LobbyState {
  if (people.length === 0) return state;
  const staff = new Map(state.staff);
  for (const id of people) {
    const person = staff.get(id);
    if (person) staff.set(id, { ...person, since: state.at } satisfies StaffState);
  }
  return { ...state, staff };
}
