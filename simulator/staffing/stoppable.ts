import type { Run } from '../engine/run.ts';

/** A search was told to end; what it has by then is kept. */
export class StoppedByHand extends Error {
  override readonly name = 'StoppedByHand';

  constructor() {
    super('stopped by hand before there was anything to keep');
  }
}

/** The run port that ends a search at its next run, by throwing. Between runs others have their turn: who stops it, a timer. */
export const stoppable = (run: Run, signal: AbortSignal | undefined): Run =>
  signal === undefined
    ? run
    : async (job) => {
        await new Promise(setImmediate);
        if (signal.aborted) throw new StoppedByHand();
        return run(job);
      };
