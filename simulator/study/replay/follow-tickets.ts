import type { ModeKind } from '../../lobby/branch/service.ts';
import type { DataOf, JournalEntry } from '../../lobby/journal/event.ts';
import { FreeAssistant } from './free-assistant.ts';

/** From the last call to when the customer was there, as far as it can be told: who waited at a device for assistance was there before. */
export interface Walk {
  readonly station: string;
  readonly leastMs: number;
  readonly mostMs: number;
}

export interface Interruption {
  readonly at: number;
  readonly afterMs: number;
  wentOnAt: number | null;
}

/** What a journal says of a ticket that its need records do not. Needs by their number on the ticket. */
export interface TicketFacts {
  readonly issued: DataOf<'ticket-issued'>;
  /** Calls made for a need, and from the last of them to the start of service, ms. */
  readonly calls: Map<number, number>;
  readonly walkMs: Map<number, Walk>;
  /** Mode that a need was last routed to. */
  readonly mode: Map<number, ModeKind>;
  /** Needs that arose by transfer out of a service. */
  readonly byTransfer: Set<number>;
  greetedAt: number | null;
  greeter: string | null;
  /** Stayed where they were, against the greeter's advice. */
  disobeyed: boolean;
  /** A person routed them otherwise than the policy. */
  sentElsewhere: boolean;
  /** Sent away in the middle of the service: when, after how much of it, and when it went on (null: never). The first time of each need. */
  readonly interrupted: Map<number, Interruption>;
  /** Set aside before service began. */
  parked: boolean;
}

export interface Followed {
  readonly tickets: ReadonlyMap<string, TicketFacts>;
  /** From a call that was not answered to the next, or to the no-show. */
  readonly recallGapsMs: readonly number[];
}

/** Follows every ticket issued in some events. */
export function followTickets(events: readonly JournalEntry[]): Followed {
  const tickets = new Map<string, TicketFacts>();
  const lastCall = new Map<string, number>();
  const current = new Map<string, number>();
  const calledTo = new Map<string, string>();
  /** Since when. */
  const serving = new Map<string, number>();
  const recallGapsMs: number[] = [];
  const assistant = new FreeAssistant();
  const call = (ticket: string, facts: TicketFacts, need: number, at: number): void => {
    facts.calls.set(need, (facts.calls.get(need) ?? 0) + 1);
    lastCall.set(ticket, at);
    current.set(ticket, need);
  };
  const follow = (event: JournalEntry): void => {
    const { at, type, data } = event;
    if (type === 'ticket-issued') {
      tickets.set(data.ticket, {
        issued: data,
        calls: new Map(),
        walkMs: new Map(),
        mode: new Map(),
        byTransfer: new Set(),
        greetedAt: null,
        greeter: null,
        disobeyed: false,
        sentElsewhere: false,
        interrupted: new Map(),
        parked: false,
      });
      return;
    }
    const ticket = 'ticket' in data ? data.ticket : null;
    const facts = ticket === null ? undefined : tickets.get(ticket);
    if (ticket === null || facts === undefined) return;
    switch (type) {
      case 'need-routed':
        facts.mode.set(data.need, data.mode);
        if (data.overrode && data.reason === 'customer-wish') facts.disobeyed = true;
        else if (data.overrode) facts.sentElsewhere = true;
        break;
      case 'greeted':
        facts.greetedAt = at;
        facts.greeter = data.greeter;
        break;
      case 'resumed': {
        const interruption = facts.interrupted.get(data.need);
        if (interruption === undefined) call(ticket, facts, data.need, at);
        else interruption.wentOnAt ??= at;
        current.set(ticket, data.need);
        calledTo.set(ticket, data.station);
        break;
      }
      case 'called':
        call(ticket, facts, data.need, at);
        calledTo.set(ticket, data.station);
        break;
      case 'recalled':
        recallGapsMs.push(at - lastCall.get(ticket)!);
        call(ticket, facts, current.get(ticket)!, at);
        break;
      case 'no-show':
        recallGapsMs.push(at - lastCall.get(ticket)!);
        break;
      case 'service-started':
      case 'device-use-started':
        if (!facts.walkMs.has(data.need)) {
          const ms = at - (lastCall.get(ticket) ?? at);
          const assisted = type === 'device-use-started' && data.assistedBy !== undefined;
          const cameFrom = assisted ? assistant.cameFrom(at, data.station) : at;
          facts.walkMs.set(data.need, { station: data.station, leastMs: Math.max(0, ms + cameFrom - at), mostMs: ms });
        }
        current.set(ticket, data.need);
        serving.set(ticket, at);
        break;
      case 'service-finished':
      case 'device-use-ended':
        serving.delete(ticket);
        break;
      case 'transferred':
        if (serving.delete(ticket)) facts.byTransfer.add(data.need);
        facts.mode.set(data.need, data.mode);
        break;
      case 'parked':
        {
          const since = serving.get(ticket);
          const need = current.get(ticket)!;
          serving.delete(ticket);
          if (since === undefined) facts.parked = true;
          else if (!facts.interrupted.has(need)) facts.interrupted.set(need, { at, afterMs: at - since, wentOnAt: null });
        }
        break;
      case 'voided': {
        // Called to a device, and never there while somebody was free to assist.
        const need = current.get(ticket);
        const station = calledTo.get(ticket);
        if (need === undefined || station === undefined || facts.walkMs.has(need) || facts.mode.get(need) !== 'assisted-device')
          break;
        const leastMs = Math.max(0, assistant.cameFrom(at, station) - lastCall.get(ticket)!);
        facts.walkMs.set(need, { station, leastMs, mostMs: Number.POSITIVE_INFINITY });
        break;
      }
    }
  };
  for (const event of events) {
    follow(event);
    assistant.follow(event);
  }
  return { tickets, recallGapsMs };
}
