/** Bounds of the wait between attempts, so that a screen is right again within 2 s of the network's return; the spread keeps many screens apart. */
export const redial = { leastPauseMs: 300, spreadMs: 500, answerMs: 1_200, openMs: 5_000 } as const;

/** What a line is dialled with. */
export interface Dialling {
  readonly dial: () => void;
  /** Asks the server for anything at all. */
  readonly send?: typeof fetch;
  readonly wait?: (ms: number) => Promise<void>;
}

/**
 * Brings a cut line back. It knocks with plain requests, and opens a socket only once somebody answers: a browser holds a page
 * whose sockets failed a dozen times back for up to five seconds before each further one, which made a screen minutes late.
 */
export class Redial {
  readonly #address: string;
  readonly #dialling: Required<Dialling>;
  #underWay = false;
  #stopped = false;

  constructor(address: string, dialling: Dialling) {
    this.#address = address;
    this.#dialling = {
      send: (...request) => fetch(...request),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      ...dialling,
    };
  }

  /** The line was cut, or could not be opened. */
  async again(): Promise<void> {
    if (this.#underWay) return;
    this.#underWay = true;
    do await this.#dialling.wait(redial.leastPauseMs + Math.random() * redial.spreadMs);
    while (!this.#stopped && !(await this.#isThere()));
    this.#underWay = false;
    if (!this.#stopped) this.#dialling.dial();
  }

  stop(): void {
    this.#stopped = true;
  }

  /** Whatever it says, it is there; what stands before it says 5xx while it is not. */
  async #isThere(): Promise<boolean> {
    try {
      const answer = await this.#dialling.send(`${this.#address}/healthz`, {
        cache: 'no-store',
        signal: AbortSignal.timeout(redial.answerMs),
      });
      return answer.status < 500;
    } catch {
      return false;
    }
  }
}
