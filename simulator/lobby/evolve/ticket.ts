import type { DataOf } from '../journal/event.ts';
import type { Outcome } from '../journal/ticket-events.ts';
import type { LobbyState, Need, Place, Ticket } from '../state.ts';
import { changeTicket, endTicket, freeStaff, ticketIn, withEntry } from './change.ts';
import { leaveStation } from './station.ts';

/** [T1] A ticket is born waiting. */
export function issued(state: LobbyState, data: DataOf<'ticket-issued'>, arrivedAt: number): LobbyState {
  const ticket: Ticket = {
    id: data.ticket,
    number: data.number,
    series: data.series,
    date: data.date,
    seq: state.seq,
    channel: data.channel,
    segment: data.segment,
    traits: data.traits,
    language: data.language,
    prepared: data.prepared,
    appointment: data.appointment ?? null,
    arrivedAt,
    readyAt: data.readyAt,
    needs: data.needs,
    current: 0,
    status: 'waiting',
    place: null,
    needSince: arrivedAt,
    present: data.channel !== 'remote',
    greetedAt: null,
    greetedBy: null,
    station: null,
    staff: [],
    assistedBy: null,
    calledAt: null,
    startedAt: null,
    calls: 0,
    quote: data.quote ?? null,
    touched: state.seq,
  };
  const numbered = data.block === undefined ? numberGiven(state, data) : blockNumberGiven(state, data.block);
  return {
    ...numbered,
    tickets: withEntry(state.tickets, ticket.id, ticket),
    tally: { ...state.tally, issued: state.tally.issued + 1, waiting: state.tally.waiting + 1 },
  };
}

function numberGiven(state: LobbyState, data: DataOf<'ticket-issued'>): LobbyState {
  if (!state.day) throw new Error(`event ${state.seq}: a ticket outside any business day`);
  return { ...state, day: { ...state.day, lastOrdinal: withEntry(state.day.lastOrdinal, data.series, data.ordinal) } };
}

function blockNumberGiven(state: LobbyState, id: string): LobbyState {
  const block = state.blocks.get(id);
  if (!block) throw new Error(`event ${state.seq}: unknown number block ${id}`);
  return { ...state, blocks: withEntry(state.blocks, id, { ...block, next: block.next + 1 }) };
}

export const greeted = (state: LobbyState, data: DataOf<'greeted'>): LobbyState =>
  changeTicket(state, ticketIn(state, data.ticket), { greetedAt: state.at, greetedBy: data.greeter });

/** [T11] A remote customer keeps the place in line; the wait counts from now. */
export const arrived = (state: LobbyState, data: DataOf<'arrived'>): LobbyState =>
  changeTicket(state, ticketIn(state, data.ticket), { present: true, arrivedAt: state.at, needSince: state.at });

const placeOf = ({ line, zone, kind, mode }: Place): Place => ({ line, zone, kind, mode });

export const needRouted = (state: LobbyState, data: DataOf<'need-routed'>): LobbyState =>
  changeTicket(state, ticketIn(state, data.ticket), { place: placeOf(data) });

/** What a ticket looks like when it goes back to wait for need `current`. */
export const waitingAgain = (current: number, needs: readonly Need[]): Partial<Ticket> => ({
  status: 'waiting',
  current,
  needs,
  station: null,
  staff: [],
  assistedBy: null,
  calledAt: null,
  startedAt: null,
  calls: 0,
});

/** [T9] A need in service ends as `referred` and the new one follows it; a need only waited for is changed in place. */
export function transferred(state: LobbyState, data: DataOf<'transferred'>): LobbyState {
  const ticket = ticketIn(state, data.ticket);
  const place = placeOf(data);
  const tried = ticket.status === 'serving';
  const needs = tried
    ? insertNeed(endNeed(ticket, 'referred'), ticket.current + 1, { service: data.service })
    : ticket.needs.map((need, at) => (at === ticket.current ? { ...need, service: data.service } : need));
  const freed = freeStaff(state, ticket.staff);
  return changeTicket(freed, ticket, { ...waitingAgain(data.need, needs), place, ...(tried ? { needSince: state.at } : {}) });
}

/** The ticket's needs with the current one ended. */
export const endNeed = (ticket: Ticket, outcome: Outcome): readonly Need[] =>
  ticket.needs.map((need, at) => (at === ticket.current ? { ...need, outcome } : need));

export const insertNeed = (needs: readonly Need[], at: number, need: Need): readonly Need[] => [
  ...needs.slice(0, at),
  need,
  ...needs.slice(at),
];

/** A called customer who leaves, or whose ticket is void, gives the station and its people back. */
function leaveLobby(state: LobbyState, id: string, ending: 'abandoned' | 'void'): LobbyState {
  const ticket = ticketIn(state, id);
  return endTicket(freeStaff(leaveStation(state, ticket.station), ticket.staff), ticket, ending);
}

export const abandoned = (state: LobbyState, data: DataOf<'abandoned'>): LobbyState => leaveLobby(state, data.ticket, 'abandoned');

export const voided = (state: LobbyState, data: DataOf<'voided'>): LobbyState => leaveLobby(state, data.ticket, 'void');
