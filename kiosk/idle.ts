import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface Patience {
  /** Quiet this long: the screen asks whether anyone is there. */
  readonly askAfterMs: number;
  /** Then this long to answer. */
  readonly answerMs: number;
}

/** Notices that a customer has gone, asks first, then says so once. */
export class Idle implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #patience: () => Patience | null;
  readonly #gone: () => void;
  #timer: ReturnType<typeof setInterval> | null = null;
  #touchedMs = 0;

  /** `patience` null: nobody is expected to be there. */
  constructor(host: ReactiveControllerHost, patience: () => Patience | null, gone: () => void) {
    this.#host = host;
    this.#patience = patience;
    this.#gone = gone;
    host.addController(this);
  }

  /** Seconds left to answer; null while nothing is asked. */
  get secondsLeft(): number | null {
    const patience = this.#patience();
    if (patience === null) return null;
    const askedMs = performance.now() - this.#touchedMs - patience.askAfterMs;
    return askedMs < 0 ? null : Math.max(0, Math.ceil((patience.answerMs - askedMs) / 1000));
  }

  hostConnected(): void {
    this.touched();
    addEventListener('pointerdown', this.touched);
    addEventListener('keydown', this.touched);
    this.#timer = setInterval(() => this.#look(), 250);
  }
  hostDisconnected(): void {
    removeEventListener('pointerdown', this.touched);
    removeEventListener('keydown', this.touched);
    if (this.#timer !== null) clearInterval(this.#timer);
  }

  readonly touched = (): void => {
    const asked = this.secondsLeft !== null;
    this.#touchedMs = performance.now();
    if (asked) this.#host.requestUpdate();
  };

  #look(): void {
    const left = this.secondsLeft;
    if (left === null) return;
    if (left > 0) {
      this.#host.requestUpdate();
      return;
    }
    this.touched();
    this.#gone();
  }
}
