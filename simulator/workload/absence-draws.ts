import type { AbsenceRule } from './behaviour.ts';
import { dayMs } from './clock.ts';
import { Stream } from './streams.ts';

const never = Number.POSITIVE_INFINITY;

export interface Absence {
  readonly atMs: number;
  readonly lengthMs: number;
}

/**
 * Absences of a person on a day (SPEC Y21), one after another, ms after midnight: clusters come at random, the absences of a cluster
 * follow each other by exponential gaps. A cluster is drawn when the one before it might be over, so that who stops asking in the
 * afternoon does not pay for the night.
 */
export class AbsenceDraws {
  /** The next one; `never`: there is none. */
  atMs = never;
  lengthMs = 0;
  private readonly stream = new Stream();
  private rule: AbsenceRule | null = null;
  private clusterMs = never;
  /** Drawn and still to come, in order: those from `taken` on. */
  private readonly atsMs: number[] = [];
  private readonly lengthsMs: number[] = [];
  private taken = 0;

  start(rule: AbsenceRule, seed: number, day: number, person: number): void {
    this.empty();
    this.rule = rule;
    this.stream.start(seed, day, 'absence', person);
    this.clusterMs = this.gap(everyMs(rule));
    this.next();
  }

  /** Those of a record instead, in order; none: nobody steps away. */
  follow(absences: readonly Absence[]): void {
    this.empty();
    for (const { atMs, lengthMs } of absences) this.add(atMs, lengthMs);
    this.next();
  }

  /** Goes on to the one after. */
  next(): void {
    while (this.clusterMs < dayMs && (this.taken === this.atsMs.length || this.atsMs[this.taken]! > Math.round(this.clusterMs)))
      this.drawCluster(this.rule!);
    if (this.taken === this.atsMs.length) {
      this.atMs = never;
      return;
    }
    this.atMs = this.atsMs[this.taken]!;
    this.lengthMs = this.lengthsMs[this.taken++]!;
  }

  private empty(): void {
    this.atsMs.length = 0;
    this.lengthsMs.length = 0;
    this.taken = 0;
    this.clusterMs = never;
  }

  private drawCluster(rule: AbsenceRule): void {
    const { stream } = this;
    let atMs = this.clusterMs;
    do {
      this.add(Math.round(atMs), Math.max(1, Math.round(rule.length.quantile(stream.uniform()))));
      atMs += this.gap(rule.clusterGapMs);
    } while (stream.uniform() >= 1 / rule.clusterMean);
    this.clusterMs += this.gap(everyMs(rule));
  }

  /** Takes its place in the order; of two at one ms the one drawn first goes first. */
  private add(atMs: number, lengthMs: number): void {
    const { atsMs, lengthsMs } = this;
    let at = atsMs.length;
    for (; at > this.taken && atsMs[at - 1]! > atMs; at--) {
      atsMs[at] = atsMs[at - 1]!;
      lengthsMs[at] = lengthsMs[at - 1]!;
    }
    atsMs[at] = atMs;
    lengthsMs[at] = lengthMs;
  }

  private gap(meanMs: number): number {
    return -meanMs * Math.log(1 - this.stream.uniform());
  }
}

const everyMs = ({ clusterMean, perHour }: AbsenceRule): number => (3_600_000 / perHour) * clusterMean;

/** All of a person's day. */
export function absencesOf(rule: AbsenceRule, seed: number, day: number, person: number): readonly Absence[] {
  const draws = new AbsenceDraws();
  const all: Absence[] = [];
  for (draws.start(rule, seed, day, person); draws.atMs !== never; draws.next())
    all.push({ atMs: draws.atMs, lengthMs: draws.lengthMs });
  return all;
}
