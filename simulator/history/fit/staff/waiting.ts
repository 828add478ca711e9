import type { Visit } from '../../clean/visit.ts';

/** Somebody who waited for a person. */
export interface Wait {
  readonly fromMs: number;
  /** Until they were called, where that is on record, else until they were served or left. */
  readonly toMs: number;
  readonly service: string | null;
}

/** Those of a day who had to wait. */
export function waitsOf(visits: readonly Visit[]): Wait[] {
  return visits.flatMap(({ arrivalMs, calledMs, place, service, waitMs }) => {
    // Who waits for a device waits for nobody.
    if (place === 'device' || arrivalMs === null) return [];
    const toMs = calledMs ?? (waitMs === null ? null : arrivalMs + waitMs);
    return toMs === null || toMs <= arrivalMs ? [] : [{ fromMs: arrivalMs, toMs, service }];
  });
}

/** Servers with the same skills have the same key. */
export const poolOf = (able: ReadonlySet<string> | undefined): string => (able === undefined ? '' : [...able].sort().join('\n'));

/** When customers of some services waited on a day: who had to wait, in order of time. */
export class Waiting {
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
