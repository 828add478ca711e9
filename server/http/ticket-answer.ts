import type { Answer } from '../branches/answer.ts';
import type { Outcome } from '../branches/submission.ts';
import { type TicketView, ticketView } from '../branches/ticket-view.ts';
import { endingOf } from '../branches/visits-today.ts';

type Done = Extract<Outcome, { events: unknown }>;

/** The ticket a command was about, as it is after it: also when it has left the lobby with it. */
export function ticketAfter({ events, before, after }: Done, id: string): TicketView | null {
  const there = after.state.tickets.get(id);
  if (there !== undefined) return ticketView(after.state, there);
  const left = events.findLast(({ type, data }) => 'ticket' in data && data.ticket === id && type !== 'undone');
  const was = before.state.tickets.get(id);
  return was === undefined || left === undefined ? null : ticketView(after.state, was, endingOf(left));
}

/** The answer to a verb on a ticket. */
export const answerAbout = (done: Done, id: string): Answer => ({ status: 200, body: { ticket: ticketAfter(done, id) } });

/** The answer at a counter: the ticket that is there now, else the one that was there before the command. */
export function counterAnswer(done: Done, station: string): Answer {
  const now = done.after.state.stations.get(station)?.ticket ?? null;
  const was = done.before.state.stations.get(station)?.ticket ?? null;
  const changed = done.events.some(({ data }) => 'ticket' in data && data.ticket !== null);
  const id = now ?? (changed ? was : null);
  return { status: 200, body: { ticket: id === null ? null : ticketAfter(done, id) } };
}
