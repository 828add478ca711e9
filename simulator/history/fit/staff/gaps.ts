import type { Visit } from '../../clean/visit.ts';
import { isNamed, type Work } from './servers.ts';
import { IntervalCounts, turnaroundEdges } from './turnbull.ts';
import { poolOf, Waiting, waitsOf } from './waiting.ts';

/** Turnarounds of a server: while somebody waited as they ended a service, and while nobody did. */
export interface ServerGaps {
  readonly waiting: IntervalCounts;
  readonly quiet: IntervalCounts;
}

/** Pairs of turnarounds one after the other of the same server, by whether they were long: what clustering is told from. */
export interface LongPairs {
  /** By whether somebody waited at the first and at the second: pairs, and those of which both were long. */
  readonly pairs: Float64Array;
  readonly bothLong: Float64Array;
}

/** A turnaround longer than this is an absence. */
export const absenceMs = 60_000;

/**
 * What the gaps between services say of turnarounds. A customer who had waited was taken the moment the server was ready: the gap is the
 * turnaround. Before one who did not have to wait the server had been ready for a while: the turnaround is at most the gap, and longer
 * than until the last moment at which somebody still waited whom they could serve.
 */
export class Gaps {
  readonly by = new Map<string, ServerGaps>();
  readonly pairs: LongPairs = { pairs: new Float64Array(4), bothLong: new Float64Array(4) };
  private readonly limitMs: number;
  private readonly edges: readonly number[];

  constructor(limitMs: number) {
    this.limitMs = limitMs;
    this.edges = turnaroundEdges(limitMs);
  }

  /** Adds a day; `skills` says whom a server can serve, everybody when it does not know them. */
  add(
    visits: readonly Visit[],
    works: ReadonlyMap<string, readonly Work[]>,
    skills: ReadonlyMap<string, ReadonlySet<string>>,
  ): void {
    const waits = waitsOf(visits);
    const byPool = new Map<string, Waiting>();
    for (const [server, list] of works) {
      if (!isNamed(server)) continue;
      const able = skills.get(server);
      const key = poolOf(able);
      const waiting =
        byPool.get(key) ?? new Waiting(waits.filter(({ service }) => service === null || (able?.has(service) ?? true)));
      byPool.set(key, waiting);
      this.addServer(server, list, waiting);
    }
  }

  private addServer(server: string, list: readonly Work[], waiting: Waiting): void {
    const own = this.by.get(server) ?? { waiting: new IntervalCounts(this.edges), quiet: new IntervalCounts(this.edges) };
    this.by.set(server, own);
    let before: { long: boolean; wanted: number } | null = null;
    for (let at = 1; at < list.length; at++) {
      const { endMs, noShow, readyMs } = list[at - 1]!;
      const { startMs, takenMs, waitMs } = list[at]!;
      // Where being ready is on record the turnaround is, whoever came next.
      const known = readyMs !== null && readyMs >= endMs && readyMs <= startMs;
      const gapMs = (known ? readyMs : (takenMs ?? Number.NaN)) - endMs;
      if (noShow || !(gapMs >= 0 && gapMs <= this.limitMs) || (!known && waitMs === null)) {
        before = null;
        continue;
      }
      const wanted = waiting.anyAt(endMs) ? 1 : 0;
      const exact = known || waitMs! > 0;
      const leastMs = exact ? gapMs : Math.min(gapMs, Math.max(0, waiting.lastEndBefore(startMs) - endMs));
      (wanted === 1 ? own.waiting : own.quiet).add(leastMs, gapMs);
      const long = leastMs > absenceMs ? true : gapMs <= absenceMs ? false : null;
      if (long !== null && before !== null) {
        const kind = before.wanted * 2 + wanted;
        this.pairs.pairs[kind]!++;
        if (long && before.long) this.pairs.bothLong[kind]!++;
      }
      before = long === null ? null : { long, wanted };
    }
  }
}
