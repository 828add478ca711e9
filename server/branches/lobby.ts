import { type ElasticMemories, lookAround, remembered } from '../../simulator/lobby/elastic/watch.ts';
import { emptyState } from '../../simulator/lobby/evolve/empty-state.ts';
import { evolve } from '../../simulator/lobby/evolve/evolve.ts';
import { noHash } from '../../simulator/lobby/journal/canonical-text.ts';
import type { LobbyState } from '../../simulator/lobby/state.ts';
import { type CounterHolders, heldAfter } from './counter-holders.ts';
import type { JournalEnd, Stamped } from './journal/stamp.ts';

/** A branch's lobby as the service keeps it in memory: the core's state and what the host derives from the same events. Immutable. */
export interface Lobby {
  readonly state: LobbyState;
  /** Where the next event goes. */
  readonly end: JournalEnd;
  readonly holders: CounterHolders;
  readonly elastic: ElasticMemories;
}

export const emptyLobby: Lobby = {
  state: emptyState,
  end: { seq: 0, hash: noHash, at: 0 },
  holders: new Map(),
  elastic: new Map(),
};

/** The lobby after one more stored event. */
export function advance(lobby: Lobby, { event, hash }: Pick<Stamped, 'event' | 'hash'>): Lobby {
  const state = evolve(lobby.state, event);
  return {
    state,
    end: { seq: event.seq, hash, at: event.at },
    holders: heldAfter(lobby.holders, event),
    elastic: lookAround(state, remembered(lobby.elastic, event), event.at),
  };
}
