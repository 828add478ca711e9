import { emptyState } from '../../simulator/lobby/evolve/empty-state.ts';
import { evolve } from '../../simulator/lobby/evolve/evolve.ts';
import type { LobbyEvent } from '../../simulator/lobby/journal/event.ts';
import type { LobbyState } from '../../simulator/lobby/state.ts';
import type { Store } from '../store/store.ts';
import { eventOf, readJournal } from './read-journal.ts';

/** The lobby just before an event, folded anew from the journal: the past is never guessed. Null: there is no such event. */
export async function stateBefore(
  store: Store,
  branch: string,
  seq: number,
): Promise<{ readonly before: LobbyState; readonly event: LobbyEvent } | null | 'unavailable'> {
  let before = emptyState;
  for await (const piece of readJournal(store, branch)) {
    if (!('lines' in piece)) return 'unavailable';
    for (const line of piece.lines) {
      const event = eventOf(line);
      if (event.seq === seq) return { before, event };
      before = evolve(before, event);
    }
  }
  return null;
}
