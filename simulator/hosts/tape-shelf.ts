import { profileOf, type RunJob, type TapeSource } from '../engine/run.ts';
import type { Model } from '../workload/model.ts';
import { makeSampler, sampleInto } from '../workload/sample.ts';
import { makeTape, type Tape } from '../workload/tape.ts';

/** Visits kept on a shelf: 26 bytes each. */
const mostVisits = 2_000_000;

/** Tapes that have been drawn, kept up to a bound for the next plan: a search asks for the same days again and again. */
export class TapeShelf {
  private readonly known = new WeakMap<Model, Map<string, TapeSource>>();
  private readonly most: number;

  constructor({ keepTapes }: { readonly keepTapes: boolean }) {
    this.most = keepTapes ? mostVisits : 0;
  }

  tapesOf({ model, profile: id }: Pick<RunJob, 'model' | 'profile'>): TapeSource {
    const profile = profileOf(model, id);
    const ofModel = this.known.get(model) ?? new Map<string, TapeSource>();
    this.known.set(model, ofModel);
    const source = ofModel.get(profile.id) ?? tapesFrom(model, profile, this.most);
    ofModel.set(profile.id, source);
    return source;
  }
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
