import { profileOf, type Run, runJob, type TapeSource } from '../engine/run.ts';
import type { Model } from '../workload/model.ts';
import { makeSampler, sampleInto } from '../workload/sample.ts';
import { makeTape, type Tape } from '../workload/tape.ts';

/** Visits kept on the shelf: 26 bytes each. */
const shelfVisits = 2_000_000;

/**
 * The `run` port in this very thread. Tapes are kept for the next plan, up to a bound, since a search asks for the same days
 * again and again; beyond it a day is drawn anew, which gives the same tape.
 */
export function inlineRun(): Run {
  const shelves = new WeakMap<Model, Map<string, TapeSource>>();
  return async (job) => {
    const profile = profileOf(job.model, job.profile);
    const ofModel = shelves.get(job.model) ?? new Map<string, TapeSource>();
    shelves.set(job.model, ofModel);
    const source = ofModel.get(profile.id) ?? keptTapes(job.model, profile);
    ofModel.set(profile.id, source);
    return runJob(job, source);
  };
}

function keptTapes(model: Model, profile: Model['arrivals'][number]): TapeSource {
  const sampler = makeSampler(model, profile);
  const kept = new Map<string, Tape>();
  const passing = makeTape(0);
  let visits = 0;
  return (seed, day) => {
    const key = `${seed} ${day}`;
    const known = kept.get(key);
    if (known) return known;
    const tape = sampleInto(sampler, seed, day, visits < shelfVisits ? makeTape(0) : passing);
    if (tape === passing) return tape;
    visits += tape.visits;
    kept.set(key, tape);
    return tape;
  };
}
