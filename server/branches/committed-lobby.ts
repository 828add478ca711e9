import type { LobbyEvent } from '../../simulator/lobby/journal/event.ts';
import type { ChainBreak } from '../store/chain.ts';
import type { Store, StoreFailure } from '../store/store.ts';
import { readJournal } from './journal/read-journal.ts';
import type { Stamped } from './journal/stamp.ts';
import { advance, emptyLobby, type Lobby } from './lobby.ts';
import { VisitsToday } from './visits-today.ts';

/** Events kept at hand for screens that come back; who missed more gets the board anew. */
export const tailLength = 1000;

/** What of a branch is durable, in memory: the lobby, its visits, and its last events. Only committed events get here. */
export class CommittedLobby {
  lobby: Lobby = emptyLobby;
  readonly visits = new VisitsToday();
  #tail: LobbyEvent[] = [];

  /** Takes events that the store has kept, with the lobby after each of them. */
  takeAll(stamped: readonly Pick<Stamped, 'event'>[], steps: readonly Lobby[]): void {
    stamped.forEach(({ event }, n) => {
      const before = this.lobby.state;
      this.lobby = steps[n]!;
      this.visits.follow(before, event, this.lobby.state);
      this.#tail.push(event);
    });
    if (this.#tail.length > tailLength * 2) this.#tail = this.#tail.slice(-tailLength);
  }

  /** The last events, at most `tailLength`. */
  tail(): readonly LobbyEvent[] {
    return this.#tail.slice(-tailLength);
  }

  /** Events with seq > after; null when they reach further back than what is at hand. */
  since(after: number): readonly LobbyEvent[] | null {
    const missed = this.lobby.end.seq - after;
    if (missed <= 0) return [];
    return missed > Math.min(this.#tail.length, tailLength) ? null : this.#tail.slice(-missed);
  }

  /** Reads what the store has beyond what is known. Null when all of it was taken. */
  async catchUp(store: Store, branch: string): Promise<StoreFailure | ChainBreak | null> {
    for await (const piece of readJournal(store, branch, this.lobby.end)) {
      if (!('linked' in piece)) return piece;
      for (const item of piece.linked) this.takeAll([item], [advance(this.lobby, item)]);
    }
    return null;
  }
}
