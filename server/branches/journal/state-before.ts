import { emptyState } from '../../../simulator/lobby/evolve/empty-state.ts';
import { evolve } from '../../../simulator/lobby/evolve/evolve.ts';
import type { LobbyEvent } from '../../../simulator/lobby/journal/event.ts';
import type { LobbyState } from '../../../simulator/lobby/state.ts';
import type { Store } from '../../store/store.ts';
import { readJournal } from './read-journal.ts';

/** The lobby just before an event, folded anew from the journal: the past is never guessed. Null: there is no such event. */
export async function stateBefore(
  store: Store,
  branch: string,
  seq: number,
): Promise<{ readonly before: LobbyState; readonly event: LobbyEvent } | null | 'unavailable'> {
  let before = emptyState;
  for await (const piece of readJournal(store, branch)) {
    if (!('linked' in piece)) return 'unavailable';
    for (const { event } of piece.linked) {
      if (event.seq === seq) return { before, event };
      before = evolve(before, event);
    }
  }
  return null;
}
