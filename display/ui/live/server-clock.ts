/**
 * The server's time, as last heard, carried on by a clock that only runs forward: a screen whose own wall clock is an
 * hour wrong, or is set while it runs, still shows right waits.
 */
export class ServerClock {
  readonly #monotonicMs: () => number;
  #offsetMs: number | null = null;

  constructor(monotonicMs: () => number = () => performance.now()) {
    this.#monotonicMs = monotonicMs;
  }

  heard(serverNowMs: number): void {
    this.#offsetMs = serverNowMs - this.#monotonicMs();
  }

  /** Epoch ms; before anything was heard, this machine's own. */
  now(): number {
    return this.#offsetMs === null ? Date.now() : this.#monotonicMs() + this.#offsetMs;
  }
}
