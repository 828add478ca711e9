import type { Visit } from '../../clean/visit.ts';
import type { LogNames } from '../namer.ts';

/** One segment against the one with most customers. */
export interface CallingSummary {
  readonly against: string;
  readonly segments: readonly {
    readonly segment: string;
    /** It is called as if it had come so much earlier than the other. */
    readonly boostMs: number;
    /** Calls made while both waited, and the share of them that this tells right; then that by order of arrival alone. */
    readonly calls: number;
    readonly agreement: number;
    readonly agreementFcfs: number;
  }[];
}

const fewCalls = 100;
/** A boost is believed where it tells at least so many more of the calls right than order of arrival does. */
const leastGain = 0.03;
/** Longer than anybody's advantage: one segment always goes first. */
const mostMs = 3_600_000;
/** Calls compared for one pair of segments; more tell nothing new. */
const mostCompared = 200_000;

/**
 * The rule of calling that the order of services shows. Whenever a customer of one segment was called while one of another waited whom the
 * server could have taken, the one had the better score: a boost b of a segment is held against every such pair.
 */
export class CallOrder {
  /** By pair of segments: how much longer the second had waited, and whether the first was called. */
  private readonly pairs = new Map<string, { longerMs: number[]; first: boolean[] }>();
  private readonly customers = new Map<string, number>();

  add(visits: readonly Visit[], names: LogNames, skills: ReadonlyMap<string, ReadonlySet<string>>): void {
    if (names.segments.length < 2) return;
    const waits = visits.flatMap((visit) => {
      const segment = names.segmentCode(visit);
      this.customers.set(segment, (this.customers.get(segment) ?? 0) + 1);
      const { arrivalMs, calledMs, waitMs } = visit;
      if (arrivalMs === null || waitMs === null) return [];
      const toMs = Math.min(arrivalMs + waitMs, calledMs ?? Number.POSITIVE_INFINITY);
      return toMs <= arrivalMs ? [] : [{ visit, segment, fromMs: arrivalMs, toMs }];
    });
    waits.sort((a, b) => a.fromMs - b.fromMs);
    const calls = waits.filter(({ visit }) => visit.startMs !== null).sort((a, b) => a.toMs - b.toMs);
    let next = 0;
    let here: typeof waits = [];
    for (const called of calls) {
      while (next < waits.length && waits[next]!.fromMs < called.toMs) here.push(waits[next++]!);
      here = here.filter(({ toMs }) => toMs >= called.toMs);
      const able = called.visit.server === null ? undefined : skills.get(called.visit.server);
      for (const other of here) {
        // Who was called within the same second may have been called before.
        if (other === called || other.segment === called.segment || other.toMs < called.toMs + 1000) continue;
        if (other.visit.service !== null && able?.has(other.visit.service) === false) continue;
        this.compare(called.segment, other.segment, other.fromMs, called.fromMs);
      }
    }
  }

  private compare(called: string, other: string, otherFromMs: number, calledFromMs: number): void {
    const inOrder = called < other;
    const key = inOrder ? `${called}\n${other}` : `${other}\n${called}`;
    let pair = this.pairs.get(key);
    if (pair === undefined) {
      pair = { longerMs: [], first: [] };
      this.pairs.set(key, pair);
    }
    if (pair.first.length >= mostCompared) return;
    pair.longerMs.push(inOrder ? calledFromMs - otherFromMs : otherFromMs - calledFromMs);
    pair.first.push(inOrder);
  }

  /** Boosts by segment over the one with least; empty: first come, first served. */
  fit(): { boosts: ReadonlyMap<string, number>; summary: CallingSummary | null } {
    const against = [...this.customers].sort((a, b) => b[1] - a[1])[0]?.[0];
    if (against === undefined) return { boosts: new Map(), summary: null };
    const segments = [...this.customers.keys()].flatMap((segment) => {
      const inOrder = segment < against;
      const pair = this.pairs.get(inOrder ? `${segment}\n${against}` : `${against}\n${segment}`);
      if (segment === against || pair === undefined || pair.first.length < fewCalls) return [];
      return [{ segment, calls: pair.first.length, ...bestBoost(pair, inOrder) }];
    });
    if (segments.length === 0) return { boosts: new Map(), summary: null };
    const boosts = new Map([[against, 0], ...segments.map(({ segment, boostMs }) => [segment, boostMs] as const)]);
    const least = Math.min(...boosts.values());
    for (const code of this.customers.keys()) boosts.set(code, (boosts.get(code) ?? 0) - least);
    const any = [...boosts.values()].some((ms) => ms > 0);
    return { boosts: any ? boosts : new Map(), summary: { against, segments } };
  }
}

/** The boost of a segment that tells most calls right: one pass over the sorted differences. */
function bestBoost(
  { longerMs, first }: { readonly longerMs: readonly number[]; readonly first: readonly boolean[] },
  inOrder: boolean,
): { boostMs: number; agreement: number; agreementFcfs: number } {
  // How much longer the other had waited, and whether this segment was called all the same.
  const calls = longerMs.map((ms, at) => ({ ms: inOrder ? ms : -ms, called: first[at] === inOrder })).sort((a, b) => a.ms - b.ms);
  const total = calls.length;
  const others = calls.filter(({ called }) => !called).length;
  // With a boost b this segment is called where the other had waited at most b longer.
  let right = others;
  let best = { boostMs: -mostMs, right };
  let fcfs = others;
  for (const [at, { ms, called }] of calls.entries()) {
    right += called ? 1 : -1;
    if (ms < 0) fcfs = right;
    if (calls[at + 1]?.ms !== ms && right > best.right) best = { boostMs: ms, right };
  }
  const agreementFcfs = fcfs / total;
  if (best.right / total < agreementFcfs + leastGain) return { boostMs: 0, agreement: agreementFcfs, agreementFcfs };
  const boostMs = Math.round(Math.min(Math.max(best.boostMs, -mostMs), mostMs) / 1000) * 1000;
  return { boostMs, agreement: best.right / total, agreementFcfs };
}
