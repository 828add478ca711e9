import type { Visit } from '../../clean/visit.ts';
import { Reservoir } from '../reservoir.ts';
import type { Work } from '../staff/servers.ts';

/** How long a customer who is called takes to be there. */
export interface Walk {
  readonly ms: number;
  /** Limits of the median, from its order statistics. */
  readonly low: number;
  readonly high: number;
  /** Spread of paces, lognormal. */
  readonly paceCv: number;
  readonly records: number;
  /** From calls and starts, or from the waits of those whose server had long been free. */
  readonly from: 'calls' | 'free servers';
}

/** Fewer of them tell nothing. */
const fewWalks = 30;
const mostKept = 50_000;
/** Nobody walks for longer. */
const longestMs = 300_000;
/** A server who ended so long before a customer came was free. */
const longFreeMs = 120_000;
/** Clocks that are written to the second put a median on a whole one. */
const toTheSecondMs = 500;
/** Shorter than clocks are fine. */
const shortestMs = 2000;

/** 叫号到开始: what passes between the call and the start, or what a customer "waits" whose server is free. */
export class Walks {
  private readonly called = new Reservoir(mostKept);
  private readonly free = new Reservoir(mostKept);

  add(visits: readonly Visit[], works: ReadonlyMap<string, readonly Work[]>): void {
    for (const { calledMs, calls, outcome, place, startMs } of visits)
      if (calledMs !== null && startMs !== null && outcome === 'served' && place !== 'device' && (calls ?? 1) <= 1)
        keep(this.called, startMs - calledMs);
    for (const list of works.values())
      for (let at = 1; at < list.length; at++) {
        const { noShow, startMs, waitMs } = list[at]!;
        if (waitMs !== null && !noShow && startMs - waitMs - list[at - 1]!.endMs >= longFreeMs) keep(this.free, waitMs);
      }
  }

  /** The median, since some of the servers were not there after all; null: nobody walks, as far as the records tell. */
  fit(): Walk | null {
    const from = this.called.seen >= fewWalks ? 'calls' : 'free servers';
    const values = Float64Array.from((from === 'calls' ? this.called : this.free).values).sort();
    if (values.length < fewWalks) return null;
    const at = (share: number): number => values[Math.min(values.length - 1, Math.max(0, Math.floor(share * values.length)))]!;
    const ms = at(0.5);
    if (ms < shortestMs) return null;
    const half = 0.98 / Math.sqrt(values.length);
    const sigma = Math.log(Math.max(1, at(0.75)) / Math.max(1000, at(0.25))) / (2 * 0.6745);
    // The pace has mean 1, so the mean walk is above the median.
    const mean = Math.exp(sigma ** 2 / 2);
    return {
      ms: Math.round(ms * mean),
      low: Math.round((at(0.5 - half) - toTheSecondMs) * mean),
      high: Math.round((at(0.5 + half) + toTheSecondMs) * mean),
      paceCv: Number(Math.min(2, Math.sqrt(Math.expm1(sigma ** 2))).toFixed(3)),
      records: (from === 'calls' ? this.called : this.free).seen,
      from,
    };
  }
}

function keep(into: Reservoir, ms: number): void {
  if (ms >= 0 && ms <= longestMs) into.add(ms);
}

/** The mean of a pace is 1, its median below. */
const sigmaOf = ({ paceCv }: Pick<Walk, 'paceCv'>): number => Math.sqrt(Math.log1p(paceCv ** 2));

/** Hardly any walk (2.5 %) takes longer, to the second. */
export function longestWalkMs(walk: Pick<Walk, 'ms' | 'paceCv'>): number {
  const sigma = sigmaOf(walk);
  return walk.ms * Math.exp(1.96 * sigma - sigma ** 2 / 2) + 1000;
}

/**
 * Visits with the time of the call, where a file only has that of the start: a walk before it. Who started within the time of a long walk had not
 * waited, unless their server was busy when they came.
 */
export function withCalls(visits: readonly Visit[], walk: Pick<Walk, 'ms' | 'paceCv'> | null): readonly Visit[] {
  if (walk === null || visits.every(({ calledMs }) => calledMs !== null)) return visits;
  const longMs = longestWalkMs(walk);
  const busyUntil = new Map<string, number>();
  const calls = new Map<Visit, number>();
  for (const visit of [...visits].sort((a, b) => (a.startMs ?? 0) - (b.startMs ?? 0))) {
    const { arrivalMs, calledMs, endMs, outcome, place, server, startMs, waitMs } = visit;
    if (startMs === null || outcome !== 'served' || place === 'device') continue;
    const freeMs = (server === null ? undefined : busyUntil.get(server)) ?? Number.NEGATIVE_INFINITY;
    if (server !== null && endMs !== null) busyUntil.set(server, endMs);
    if (calledMs !== null || arrivalMs === null || waitMs === null) continue;
    const waited = arrivalMs < freeMs || waitMs > longMs;
    calls.set(visit, waited ? Math.min(startMs, Math.max(arrivalMs, freeMs, startMs - walk.ms)) : arrivalMs);
  }
  return visits.map((visit) => {
    const calledMs = calls.get(visit);
    return calledMs === undefined ? visit : { ...visit, calledMs };
  });
}
