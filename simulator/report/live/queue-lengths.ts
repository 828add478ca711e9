import type { DayClock } from '../../lobby/day-clock.ts';
import type { JournalEntry } from '../../lobby/journal/event.ts';
import { keptEvents } from '../../lobby/kpi/kept-events.ts';
import type { LengthStep } from '../charts/queue-line.ts';

/**
 * How many wait in each line, from event to event: a ticket waits in the line it was last sent to, from then until it is
 * called, leaves or is parked. Acts that were taken back do not count. A pure fold; a day of 10,000 events takes some ms.
 */
export function queueLengths(journal: Iterable<JournalEntry>, clock: DayClock): ReadonlyMap<string, readonly LengthStep[]> {
  const steps = new Map<string, LengthStep[]>();
  const waiting = new Set<string>();
  const lineOf = new Map<string, string>();

  const change = (line: string | undefined, by: 1 | -1, at: number): void => {
    if (line === undefined) return;
    const known = steps.get(line) ?? [];
    steps.set(line, known);
    const last = known.at(-1);
    const step = { atMs: clock(at), waiting: (last?.waiting ?? 0) + by };
    if (last?.atMs === step.atMs) known[known.length - 1] = step;
    else known.push(step);
  };
  const put = (ticket: string, waits: boolean, line: string | undefined, at: number): void => {
    const before = waiting.has(ticket) ? lineOf.get(ticket) : undefined;
    const after = waits ? line : undefined;
    if (before !== after) {
      change(before, -1, at);
      change(after, 1, at);
    }
    if (waits) waiting.add(ticket);
    else waiting.delete(ticket);
    if (line === undefined) lineOf.delete(ticket);
    else lineOf.set(ticket, line);
  };

  for (const { type, data, at } of keptEvents(journal)) {
    switch (type) {
      case 'ticket-issued':
        put(data.ticket, true, undefined, at);
        break;
      case 'need-routed':
        put(data.ticket, waiting.has(data.ticket), data.line, at);
        break;
      case 'transferred':
        put(data.ticket, true, data.line, at);
        break;
      // The next need waits from here, once it is routed; after the last one nothing follows.
      case 'service-finished':
      case 'device-use-ended':
        put(data.ticket, true, undefined, at);
        break;
      case 'called':
      case 'resumed':
      case 'service-started':
      case 'device-use-started':
      case 'parked':
      case 'no-show':
        put(data.ticket, false, lineOf.get(data.ticket), at);
        break;
      case 'abandoned':
      case 'voided':
        put(data.ticket, false, undefined, at);
        break;
    }
  }
  return steps;
}
