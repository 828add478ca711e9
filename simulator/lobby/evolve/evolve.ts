import type { JournalEntry } from '../journal/event.ts';
import { emptyState } from './empty-state.ts';
import type { LobbyState } from '../state.ts';

/** The state after one more event. */
export function evolve(state: LobbyState, _event: JournalEntry): LobbyState {
  return state;
}

/** The state a journal leads to. */
export const fold = (events: Iterable<JournalEntry>, from: LobbyState = emptyState): LobbyState => {
  let state = from;
  for (const event of events) state = evolve(state, event);
  return state;
};
