import { prepareJob, profileOf, type Run, type RunDays, type RunJob, type TapeSource } from '../engine/run.ts';
import type { Host } from '../study/host.ts';
import type { Model } from '../workload/model.ts';
import { makeSampler, sampleInto } from '../workload/sample.ts';
import { makeTape, type Tape } from '../workload/tape.ts';
import { dispatch, type Hands } from './dispatch.ts';

/** Visits kept on the shelf: 26 bytes each. */
const shelfVisits = 2_000_000;

/**
 * Replications in this very thread. With `keepTapes` they are kept for the next plan, up to a bound, since a search asks for the same
 * days again and again; else, and beyond it, a day is drawn anew, which gives the same tape. Its limits are looked at between
 * days: a single day cannot be broken off here.
 */
export function inlineHost({ keepTapes = false }: { readonly keepTapes?: boolean } = {}): Host {
  const shelves = new WeakMap<Model, Map<string, TapeSource>>();
  const tapesOf = ({ model, profile: id }: RunJob): TapeSource => {
    const profile = profileOf(model, id);
    const ofModel = shelves.get(model) ?? new Map<string, TapeSource>();
    shelves.set(model, ofModel);
    const source = ofModel.get(profile.id) ?? tapesFrom(model, profile, keepTapes ? shelfVisits : 0);
    ofModel.set(profile.id, source);
    return source;
  };
  return {
    workers: 1,
    start: async (job, options) => dispatch(handsFor(job, tapesOf(job)), job, options),
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

function tapesFrom(model: Model, profile: Model['arrivals'][number], most: number): TapeSource {
  const sampler = makeSampler(model, profile);
  const kept = new Map<string, Tape>();
  const passing = makeTape(0);
  let visits = 0;
  return (seed, day) => {
    const key = `${seed} ${day}`;
    const known = kept.get(key);
    if (known) return known;
    const tape = sampleInto(sampler, seed, day, visits < most ? makeTape(0) : passing);
    if (tape === passing) return tape;
    visits += tape.visits;
    kept.set(key, tape);
    return tape;
  };
}
