import { rulesInForce } from '../rules-in-force.ts';
import type { LobbyState } from '../state.ts';

/** [C6] A call counts for the ratio while two or more lines of the ratio have someone waiting; an empty line is owed nothing. */
export function countsForRatio(state: LobbyState, line: string, atMs: number): boolean {
  const { ratioLines } = rulesInForce(state, atMs);
  if (!ratioLines.has(line)) return false;
  const waiting = new Set<string>();
  for (const ticket of state.tickets.values()) {
    if (ticket.status !== 'waiting' || !ticket.present || !ticket.place || !ratioLines.has(ticket.place.line)) continue;
    waiting.add(ticket.place.line);
    if (waiting.size >= 2) return true;
  }
  return false;
}
