import { boardOf } from '../../simulator/lobby/board/board-of.ts';
import type { BranchQueue } from '../branches/branch-queue.ts';
import type { Clock } from '../branches/clock.ts';
import type { LobbyMessage } from './messages.ts';
import { publicEvent } from './public-event.ts';

export type View = 'public' | 'full';

/** Publishing takes at most about a quarter of the time: however fast commits follow, a burst becomes fewer, larger messages. */
const restPerWork = 3;

/**
 * What one branch has to tell its screens. A message is made after the commit, once for each view, and at once unless the
 * one before was just sent.
 */
export class BranchFeed {
  readonly queue: BranchQueue;
  readonly #clock: Clock;
  readonly #onNews: (feed: BranchFeed) => void;
  readonly #stop: () => void;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #notBeforeMs = 0;

  constructor(queue: BranchQueue, clock: Clock, onNews: (feed: BranchFeed) => void) {
    this.queue = queue;
    this.#clock = clock;
    this.#onNews = onNews;
    this.#stop = queue.onCommitted(() => this.#schedule());
  }

  get seq(): number {
    return this.queue.committed.lobby.end.seq;
  }

  get now(): number {
    return Math.max(this.#clock(), this.queue.committed.lobby.end.at);
  }

  /** Board and the events after a position; null: from no position, the board stands alone. */
  message(view: View, after: number | null): LobbyMessage {
    const { committed } = this.queue;
    const missed = after === null || after > this.seq ? null : committed.since(after);
    const numberOf = (ticket: string) => committed.visits.numberOf(ticket);
    const events = missed ?? [];
    return {
      seq: this.seq,
      board: boardOf(committed.lobby.state, this.now, view),
      events: view === 'full' ? events : events.flatMap((event) => publicEvent(event, numberOf) ?? []),
      snapshot: missed === null,
    };
  }

  close(): void {
    this.#stop();
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #schedule(): void {
    if (this.#timer !== null) return;
    const waitMs = this.#notBeforeMs - performance.now();
    if (waitMs <= 0) this.#publish();
    else this.#timer = setTimeout(() => this.#publish(), waitMs);
  }

  #publish(): void {
    this.#timer = null;
    const startedMs = performance.now();
    this.#onNews(this);
    const endedMs = performance.now();
    this.#notBeforeMs = endedMs + restPerWork * (endedMs - startedMs);
  }
}
