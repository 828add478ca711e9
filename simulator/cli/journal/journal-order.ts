import type { LobbyEvent } from '../../lobby/journal/event.ts';

/**
 * What is wrong with the order of a journal's events, told at the first of them; null when nothing is. Several exports may stand one
 * after another: where `seq` goes back another begins. In front of a day an export leaves out what does not bear on it; from the last
 * day it opens on, every event has to be there.
 */
export function problemOfOrder(events: readonly LobbyEvent[]): { readonly at: number; readonly message: string } | null {
  const begins = events.flatMap(({ seq }, at) => (at === 0 || seq <= events[at - 1]!.seq ? [at] : []));
  for (const [n, from] of begins.entries()) {
    const to = begins[n + 1] ?? events.length;
    const opened = lastOpened(events, from, to);
    if (opened < 0) return { at: from, message: noDay(events[from]!, events[from - 1]) };
    for (let at = from + 1; at < to; at++) {
      const message = problemBetween(events[at - 1]!, events[at]!, at > opened);
      if (message !== null) return { at, message };
    }
  }
  const other = events.findIndex(({ branch }) => branch !== events[0]!.branch);
  return other < 0 ? null : { at: other, message: `branch "${events[other]!.branch}" in a journal of "${events[0]!.branch}"` };
}

function lastOpened(events: readonly LobbyEvent[], from: number, to: number): number {
  for (let at = to - 1; at >= from; at--) if (events[at]!.type === 'day-opened') return at;
  return -1;
}

const noDay = ({ seq }: LobbyEvent, before: LobbyEvent | undefined): string =>
  before === undefined
    ? 'no day-opened in it: a journal as "tingtang export" writes it holds a business day from its opening on'
    : `seq ${seq} after ${before.seq}: events of a journal stand in the order of seq`;

function problemBetween(before: LobbyEvent, event: LobbyEvent, within: boolean): string | null {
  if (event.at < before.at) return `seq ${event.seq} is earlier than seq ${before.seq}: at ${event.at} after ${before.at}`;
  if (!within || event.seq === before.seq + 1) return null;
  return `seq ${event.seq} after ${before.seq}: ${event.seq - before.seq - 1} events of the day are missing`;
}
