import type { LobbyState } from '../state.ts';
import type { Board } from './board.ts';

/** Projects a state to what screens show. Throws when the branch is not configured. */
export function boardOf(_state: LobbyState, _nowMs: number, _view: 'public' | 'full'): Board {
  throw new Error('not yet');
}
