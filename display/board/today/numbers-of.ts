import type { JournalEntry } from '../../../simulator/lobby/journal/event.ts';

const known = new WeakMap<readonly JournalEntry[], { readonly numbers: Map<string, string>; read: number }>();

/** Numbers of the day's tickets, by id. A journal that has grown is read on from where it was left. */
export function numbersOf(events: readonly JournalEntry[]): ReadonlyMap<string, string> {
  const so = known.get(events) ?? { numbers: new Map<string, string>(), read: 0 };
  known.set(events, so);
  for (; so.read < events.length; so.read += 1) {
    const event = events[so.read]!;
    if (event.type === 'ticket-issued') so.numbers.set(event.data.ticket, event.data.number);
  }
  return so.numbers;
}
