/** Time to come, as a port: tests move it by hand. */
export interface Timers {
  /** Runs `act` once after a delay; the answer cancels it. */
  after(delayMs: number, act: () => void): () => void;
}

export const systemTimers: Timers = {
  after(delayMs, act) {
    const timer = setTimeout(act, delayMs);
    return () => clearTimeout(timer);
  },
};
