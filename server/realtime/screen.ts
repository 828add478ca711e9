import type { Socket } from 'socket.io';
import type { Principal } from '../auth/principal.ts';
import type { BranchFeed, View } from './branch-feed.ts';
import type { ScreenToServer, ServerToScreen } from './messages.ts';

export type ScreenSocket = Socket<ScreenToServer, ServerToScreen>;

/** A screen that has not taken its last message for this long is cut; it comes back with its position. */
const tooSlowMs = 5_000;

interface Wire {
  readonly writeBuffer: readonly unknown[];
  readonly transport: { readonly socket?: { terminate(): void } };
}

/**
 * One connected screen. At most one message waits for it: while it has not taken that, news are not queued but told in one
 * message when it has. So a screen that stops reading costs no memory, and never sees an old board after a newer one.
 */
export class Screen {
  readonly socket: ScreenSocket;
  readonly who: Principal;
  readonly feed: BranchFeed;
  readonly view: View;
  /** The token it joined with, to look at again when tokens change; null for a ticket. */
  readonly secret: string | null;
  /** Last position it was told. */
  seq: number;
  #behindSinceMs: number | null = null;

  constructor(given: { socket: ScreenSocket; who: Principal; feed: BranchFeed; view: View; secret: string | null; seq: number }) {
    this.socket = given.socket;
    this.who = given.who;
    this.feed = given.feed;
    this.view = given.view;
    this.secret = given.secret;
    this.seq = given.seq;
    this.socket.conn.on('drain', () => {
      if (this.#behindSinceMs !== null && !this.#busy) this.#catchUp();
    });
  }

  /** True when the last message is still on its way: the caller must not send this one. */
  mustWait(nowMs: number): boolean {
    if (!this.#busy) return false;
    this.#behindSinceMs ??= nowMs;
    return true;
  }

  isTooSlow(nowMs: number): boolean {
    return this.#behindSinceMs !== null && nowMs - this.#behindSinceMs > tooSlowMs;
  }

  /** Closes the line under a screen that would never take a farewell. */
  terminate(): void {
    this.#wire.transport.socket?.terminate();
  }

  get #busy(): boolean {
    return this.#wire.writeBuffer.length > 0;
  }

  /** engine.io keeps its send queue and its ws to itself; nothing public tells how far a client lags. */
  get #wire(): Wire {
    return this.socket.conn as unknown as Wire;
  }

  #catchUp(): void {
    this.#behindSinceMs = null;
    if (this.seq === this.feed.seq) return;
    const after = this.seq;
    this.seq = this.feed.seq;
    this.socket.emit('lobby', this.feed.message(this.view, after));
  }
}
