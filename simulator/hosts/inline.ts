import { prepareJob, type Run, type RunDays, type RunJob, type TapeSource } from '../engine/run.ts';
import type { Host } from '../study/host.ts';
import { dispatch, type Hands } from './dispatch.ts';
import { TapeShelf } from './tape-shelf.ts';

/**
 * Replications in this very thread. With `keepTapes` they are kept for the next plan, up to a bound, since a search asks for the same
 * days again and again; else, and beyond it, a day is drawn anew, which gives the same tape. Its limits are looked at between
 * days: a single day cannot be broken off here.
 */
export function inlineHost({ keepTapes = false }: { readonly keepTapes?: boolean } = {}): Host {
  const shelf = new TapeShelf({ keepTapes });
  return {
    workers: 1,
    start: async (job, options) => dispatch(handsFor(job, shelf.tapesOf(job)), job, options),
    close: async () => {},
  };
}

/** The `run` port of studies in this very thread. */
export function inlineRun(): Run {
  const host = inlineHost({ keepTapes: true });
  return async (job) => (await host.start(job)).result;
}

function handsFor(job: RunJob, tapes: TapeSource): Hands {
  let runDays: RunDays | undefined;
  let first = true;
  return {
    workers: 1,
    memory: () => process.memoryUsage.rss(),
    async run(_, { firstDay, days }, signal, untilMs) {
      // Between pieces others have their turn: who cancels, a timer.
      if (!first) await new Promise(setImmediate);
      first = false;
      runDays ??= prepareJob(job, tapes);
      return runDays(firstDay, days, () => !signal.aborted && performance.now() < untilMs);
    },
  };
}
