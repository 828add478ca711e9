import { profileOf, type RunJob, type TapeSource } from '../engine/run.ts';
import type { Model } from '../workload/model.ts';
import { makeSampler, sampleInto } from '../workload/sample.ts';
import { makeTape, type Tape } from '../workload/tape.ts';

/** Visits kept on a shelf: 26 bytes each. */
const mostVisits = 2_000_000;

/** Tapes of one kind of day. */
interface Row {
  readonly tapes: Map<string, Tape>;
  visits: number;
}

/**
 * Tapes that have been drawn, kept up to a bound for the next plan: a search asks for the same days again and again. Where there is no
 * more room, those of the kind of day that was asked for longest ago go.
 */
export class TapeShelf {
  private readonly known = new WeakMap<Model, Map<string, TapeSource>>();
  /** Those that hold tapes, the one asked for last at the end. */
  private readonly rows = new Set<Row>();
  private readonly most: number;
  private visits = 0;

  constructor({ keepTapes, most = mostVisits }: { readonly keepTapes: boolean; readonly most?: number }) {
    this.most = keepTapes ? most : 0;
  }

  tapesOf({ model, profile: id }: Pick<RunJob, 'model' | 'profile'>): TapeSource {
    const profile = profileOf(model, id);
    const ofModel = this.known.get(model) ?? new Map<string, TapeSource>();
    this.known.set(model, ofModel);
    const source = ofModel.get(profile.id) ?? this.tapesFrom(model, profile);
    ofModel.set(profile.id, source);
    return source;
  }

  private tapesFrom(model: Model, profile: Model['arrivals'][number]): TapeSource {
    const sampler = makeSampler(model, profile);
    const row: Row = { tapes: new Map(), visits: 0 };
    const passing = makeTape(0);
    return (seed, day) => {
      const key = `${seed} ${day}`;
      const known = row.tapes.get(key);
      if (known) return known;
      const tape = sampleInto(sampler, seed, day, this.hasRoomFor(row) ? makeTape(0) : passing);
      if (tape === passing) return tape;
      row.tapes.set(key, tape);
      row.visits += tape.visits;
      this.visits += tape.visits;
      return tape;
    };
  }

  /** Makes room at the cost of other kinds of day. */
  private hasRoomFor(row: Row): boolean {
    this.rows.delete(row);
    this.rows.add(row);
    for (const other of this.rows) {
      if (this.visits < this.most || other === row) break;
      this.rows.delete(other);
      this.visits -= other.visits;
      other.visits = 0;
      other.tapes.clear();
    }
    return this.visits < this.most;
  }
}
