import type { Visit } from '../clean/visit.ts';
import { isNamed, type Work } from './servers.ts';
import { IntervalCounts, turnaroundEdges } from './turnbull.ts';

/** When customers of some services waited on a day: who had to wait, in order of time. */
class Waiting {
  private readonly from: Float64Array;
  /** Latest end of the waits that began up to here. */
  private readonly latestEnd: Float64Array;
  private readonly ends: Float64Array;

  constructor(waits: readonly { readonly fromMs: number; readonly toMs: number }[]) {
    const byStart = [...waits].sort((a, b) => a.fromMs - b.fromMs);
    this.from = Float64Array.from(byStart, ({ fromMs }) => fromMs);
    let latest = Number.NEGATIVE_INFINITY;
    this.latestEnd = Float64Array.from(byStart, ({ toMs }) => {
      latest = Math.max(latest, toMs);
      return latest;
    });
    this.ends = Float64Array.from(waits, ({ toMs }) => toMs).sort();
  }

  /** Somebody waits at that moment. */
  anyAt(ms: number): boolean {
    const begun = countBelow(this.from, ms, true);
    return begun > 0 && this.latestEnd[begun - 1]! > ms;
  }

  /** The last end of a wait before that moment. */
  lastEndBefore(ms: number): number {
    const ended = countBelow(this.ends, ms, false);
    return ended > 0 ? this.ends[ended - 1]! : Number.NEGATIVE_INFINITY;
  }
}

/** How many of sorted values are below `ms`, or at it. */
function countBelow(sorted: Float64Array, ms: number, orAt: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (orAt ? sorted[middle]! <= ms : sorted[middle]! < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

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

/** Until when somebody waited: until they were called, where that is on record, else until they were served or left. */
const calledAt = ({ arrivalMs, calledMs, waitMs }: Visit): number | null =>
  calledMs ?? (waitMs === null || arrivalMs === null ? null : arrivalMs + waitMs);

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
    const waits = visits.flatMap((visit) => {
      const { arrivalMs, place, service } = visit;
      // Who waits for a device waits for nobody.
      const toMs = place === 'device' ? null : calledAt(visit);
      return arrivalMs === null || toMs === null || toMs <= arrivalMs ? [] : [{ fromMs: arrivalMs, toMs, service }];
    });
    const byPool = new Map<string, Waiting>();
    for (const [server, list] of works) {
      if (!isNamed(server)) continue;
      const able = skills.get(server);
      const key = able === undefined ? '' : [...able].sort().join('\n');
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
