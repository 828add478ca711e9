import { RateLimiterMemory, RateLimiterQueue } from 'rate-limiter-flexible';

/** Tickets that may wait for their turn, per token; beyond it the kiosk is told to come back. */
const waitingAtOnce = 5_000;

/**
 * Keeps one kiosk token to so many tickets a second. A burst is spread over the next seconds rather than refused: whoever
 * stands at a kiosk is owed a ticket. A flood is refused.
 */
export class KioskRate {
  readonly #queue: RateLimiterQueue;

  constructor(ticketsPerSecond: number, waiting = waitingAtOnce) {
    const limiter = new RateLimiterMemory({ points: ticketsPerSecond, duration: 1 });
    this.#queue = new RateLimiterQueue(limiter, { maxQueueSize: waiting });
  }

  /** Resolves when it is this token's turn; false when too many wait already. */
  async turn(scope: string): Promise<boolean> {
    try {
      await this.#queue.removeTokens(1, scope);
      return true;
    } catch {
      return false;
    }
  }
}
