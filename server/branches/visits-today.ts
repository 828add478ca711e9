import type { LobbyEvent } from '../../simulator/lobby/journal/event.ts';
import type { LobbyState, Ticket } from '../../simulator/lobby/state.ts';

/** How a visit ended. */
export type Ended = 'done' | 'abandoned' | 'void';

export interface EndedVisit {
  /** The ticket as it was in the lobby last. */
  readonly ticket: Ticket;
  readonly status: Ended;
  readonly at: number;
}

/** How the ticket of an event that took it out of the lobby ended. */
export const endingOf = ({ type }: Pick<LobbyEvent, 'type'>): Ended =>
  type === 'abandoned' ? 'abandoned' : type === 'voided' ? 'void' : 'done';

/**
 * Tickets of this business day and the one before, those that left the lobby too: a phone must still be told that its visit
 * is over, and public screens are told numbers, never ids. Follows committed events only.
 */
export class VisitsToday {
  #numbers = new Map<string, string>();
  #ended = new Map<string, EndedVisit>();
  #numbersBefore = new Map<string, string>();
  #endedBefore = new Map<string, EndedVisit>();

  numberOf(ticket: string): string | null {
    return this.#numbers.get(ticket) ?? this.#numbersBefore.get(ticket) ?? null;
  }

  ended(ticket: string): EndedVisit | null {
    return this.#ended.get(ticket) ?? this.#endedBefore.get(ticket) ?? null;
  }

  follow(before: LobbyState, event: LobbyEvent, after: LobbyState): void {
    if (event.type === 'day-opened') {
      [this.#numbersBefore, this.#numbers] = [this.#numbers, new Map()];
      [this.#endedBefore, this.#ended] = [this.#ended, new Map()];
    }
    if (event.type === 'ticket-issued') this.#numbers.set(event.data.ticket, event.data.number);
    const id = 'ticket' in event.data ? event.data.ticket : null;
    if (id === null) return;
    const ticket = before.tickets.get(id);
    if (after.tickets.has(id)) {
      this.#ended.delete(id);
      this.#endedBefore.delete(id);
    } else if (ticket !== undefined) this.#ended.set(id, { ticket, status: endingOf(event), at: event.at });
  }
}
