import type { Timers } from '../../../server/print/timers.ts';
import { Mailbox } from './mailbox.ts';

/** A clock that stands until it is moved. */
export class HandTimers implements Timers {
  /** Delays asked for, in order. */
  readonly delays = new Mailbox<number>();
  #nowMs = 0;
  readonly #set = new Set<{ readonly atMs: number; readonly act: () => void }>();

  after(delayMs: number, act: () => void): () => void {
    const timer = { atMs: this.#nowMs + delayMs, act };
    this.#set.add(timer);
    this.delays.put(delayMs);
    return () => this.#set.delete(timer);
  }

  advance(byMs: number): void {
    const until = this.#nowMs + byMs;
    for (;;) {
      const [first] = [...this.#set].filter(({ atMs }) => atMs <= until).sort((a, b) => a.atMs - b.atMs);
      if (first === undefined) break;
      this.#set.delete(first);
      this.#nowMs = first.atMs;
      first.act();
    }
    this.#nowMs = until;
  }

  /** Timers running. */
  get size(): number {
    return this.#set.size;
  }
}
