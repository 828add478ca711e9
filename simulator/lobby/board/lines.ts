import type { Branch } from '../branch/branch.ts';
import { comesBefore } from '../select-call.ts';
import type { LobbyState, Ticket } from '../state.ts';
import type { BoardLine } from './board.ts';

/** Numbers of a line that a board shows. */
const shown = 8;

/** Waiting tickets by line, in calling order. */
export function queues(state: LobbyState): ReadonlyMap<string, readonly Ticket[]> {
  const byLine = new Map<string, Ticket[]>();
  for (const ticket of state.tickets.values()) {
    if (ticket.status !== 'waiting' || !ticket.place) continue;
    const queue = byLine.get(ticket.place.line);
    if (queue) queue.push(ticket);
    else byLine.set(ticket.place.line, [ticket]);
  }
  for (const queue of byLine.values()) queue.sort((a, b) => (comesBefore(a, b) ? -1 : 1));
  return byLine;
}

export const boardLines = (branch: Branch, waiting: ReadonlyMap<string, readonly Ticket[]>): BoardLine[] =>
  branch.lines.map(({ id, names, zone, kinds, services, targetWaitMs }) => {
    const queue = waiting.get(id) ?? [];
    return {
      id,
      names,
      zone,
      kinds,
      services: services ?? null,
      targetMs: targetWaitMs ?? null,
      waiting: queue.length,
      longestSince: queue.reduce<number | null>((longest, { needSince }) => Math.min(longest ?? needSince, needSince), null),
      next: queue.slice(0, shown).map(({ number }) => number),
    };
  });
