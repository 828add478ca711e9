import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import type { Role } from '../lobby/branch/service.ts';
import type { Distribution } from './distributions/distribution.ts';
import { normalQuantile } from './distributions/normal-quantile.ts';
import { makeDistribution } from './distributions/table.ts';
import type { Model } from './model.ts';
import { Stream } from './streams.ts';

/** 办结间隔 of one person, ready for drawing. A plain distribution is a turnaround that nothing changes. */
export interface Turnaround extends Pick<Distribution, 'quantile'> {
  /** When nobody waits whom they can serve. */
  readonly quiet?: Distribution | null;
  /** Correlation of one turnaround with the next of the same person, in normal scores: long ones cluster. */
  readonly persistence?: number;
}

/** The model's first entry that is for this person. */
export function turnaroundFor(entries: Model['turnaround'], role: Role, person: string | undefined): Turnaround | null {
  const entry = entries.find(
    (one) => (one.role ?? role) === role && (one.staff === undefined || (person !== undefined && one.staff.includes(person))),
  );
  if (entry === undefined) return null;
  const { quantile } = makeDistribution(entry.distribution);
  return { quantile, quiet: entry.quiet ? makeDistribution(entry.quiet) : null, persistence: entry.persistence };
}

const none: readonly number[] = [];

/** The turnarounds of a person on a day, one after another (engine/SPEC.md, Y15). */
export class TurnaroundDraws {
  private readonly stream = new Stream();
  private score = Number.NaN;
  private recorded: readonly number[] = none;
  private taken = 0;

  /** `recorded` come first. */
  start(seed: number, day: number, person: number, recorded: readonly number[] = none): void {
    this.recorded = recorded;
    this.taken = 0;
    this.stream.start(seed, day, 'turnaround', person);
    this.score = Number.NaN;
  }

  /** Whole ms. `wanted`: somebody waits whom they can serve. */
  next(turnaround: Turnaround, wanted: boolean): number {
    if (this.taken < this.recorded.length) return this.recorded[this.taken++]!;
    let u = this.stream.uniform();
    const { persistence = 0, quiet = null } = turnaround;
    if (persistence > 0) {
      const fresh = normalQuantile(u);
      this.score = Number.isNaN(this.score) ? fresh : persistence * this.score + Math.sqrt(1 - persistence * persistence) * fresh;
      u = Math.min(normalCdf(this.score, 0, 1), 1 - 2 ** -53);
    }
    return Math.round((quiet === null || wanted ? turnaround : quiet).quantile(u));
  }
}
