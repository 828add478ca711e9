import type { ModelInput } from '../../../workload/model.ts';
import type { Visit } from '../../clean/visit.ts';
import { shareLimits } from '../share-limits.ts';

/** What the records tell of answering calls, for people. */
export interface AnswersSummary {
  /** Customers who were called: served, or a no-show. */
  readonly called: number;
  readonly noShows: number;
  readonly noShow: Share;
  /** Share of calls at which a customer who is still there was away; null: the records do not count calls. */
  readonly away: Share | null;
  /** Recalls made, and those served whose calls were counted; null: the records do not count calls. */
  readonly recalls: number | null;
  readonly counted: number;
  /** From a call to the next; null: not told. */
  readonly recallAfterMs: number | null;
}

export interface Share {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Calls beyond this are of no machine's usual day. */
const mostCalls = 10;
const usualRecallAfterMs = 20_000;
const usualCalls = 3;
/** Recalls with the time of the first call, to tell from how long is waited between calls. */
const fewTimed = 20;
const mostTimed = 20_000;

/** 过号、重呼: how calls were answered. */
export class Answers {
  private noShows = 0;
  private served = 0;
  /** Served at the n-th call, and no-shows after n calls. */
  private readonly at = new Float64Array(mostCalls + 1);
  private readonly gaveUp = new Float64Array(mostCalls + 1);
  /** From the first call to the start of service, by calls. */
  private readonly untilStart: readonly number[][] = Array.from({ length: mostCalls + 1 }, () => []);

  add({ after, calledMs, calls, outcome, place, startMs }: Visit): void {
    // Whoever has been served before has not gone; a device calls nobody back.
    if (place === 'device' || after !== null) return;
    if (outcome === 'no-show') {
      this.noShows++;
      if (calls !== null && calls >= 1) this.gaveUp[Math.min(calls, mostCalls)]!++;
    }
    if (outcome !== 'served') return;
    this.served++;
    if (calls === null || calls < 1 || calls > mostCalls) return;
    this.at[calls]!++;
    const timed = this.untilStart[calls]!;
    if (calledMs !== null && startMs !== null && startMs >= calledMs && timed.length < mostTimed) timed.push(startMs - calledMs);
  }

  /** From a call to the next, by what a customer who came at the second took longer than one who came at the first; null: too few to tell. */
  recallAfterMs(): number | null {
    const [first, second] = [this.untilStart[1]!, this.untilStart[2]!];
    if (first.length < fewTimed || second.length < fewTimed) return null;
    const ms = Math.round((median(second) - median(first)) / 1000) * 1000;
    return ms >= 1000 ? ms : null;
  }

  /** Calls before a no-show; null: not told. */
  callsBeforeNoShow(): number | null {
    const most = this.gaveUp.reduce((best, count, calls) => (count > this.gaveUp[best]! ? calls : best), 0);
    return most === 0 ? null : most;
  }

  fit(): { answers: ModelInput['answers']; summary: AnswersSummary; assumed: readonly string[] } {
    const called = this.served + this.noShows;
    const counted = this.at.reduce((sum, count) => sum + count, 0);
    const most =
      this.callsBeforeNoShow() ??
      Math.max(
        usualCalls,
        this.at.findLastIndex((count) => count > 0),
      );
    const away = counted === 0 ? null : awayOf(this.at, most);
    const recallAfterMs = this.recallAfterMs();
    const noShow = { value: called === 0 ? 0 : this.noShows / called, ...shareLimits(this.noShows, called) };
    // Some no-shows are people who were away at every call; the others had gone.
    const never = (share: number): number => share ** most;
    const goneOf = (share: number, at: number): number => Math.max(0, (share - never(at)) / (1 - never(at)));
    const at = away ?? { value: 0, low: 0, high: 0 };
    const value = goneOf(noShow.value, at.value);
    // Both shares are estimates: their errors add up as squares.
    const limit = (share: number, other: number): number =>
      Math.hypot(goneOf(share, at.value) - value, goneOf(noShow.value, other) - value);
    const gone = {
      low: Math.max(0, value - limit(noShow.low, at.high)),
      high: Math.min(1, value + limit(noShow.high, at.low)),
    };
    const recalls = this.at.reduce((sum, count, calls) => sum + count * Math.max(0, calls - 1), 0);
    const summary = {
      called,
      noShows: this.noShows,
      noShow,
      away,
      recalls: counted === 0 ? null : recalls,
      counted,
      recallAfterMs,
    };
    if (this.noShows === 0 && recalls === 0) return { answers: undefined, summary, assumed: [] };
    return {
      answers: {
        away: rounded(away?.value ?? 0),
        gone: rounded(value),
        recallAfterMs: recallAfterMs ?? usualRecallAfterMs,
        evidence: {
          records: called,
          intervals: {
            gone: { low: rounded(gone.low), high: rounded(gone.high) },
            ...(away === null ? {} : { away: { low: rounded(away.low), high: rounded(away.high) } }),
          },
        },
      },
      summary,
      assumed: [
        ...(counted === 0 ? ['the records do not count calls, so recalls are not known: who comes, comes at the first call'] : []),
        ...(recallAfterMs === null ? [`how long is waited before a recall is not on record: ${usualRecallAfterMs / 1000} s`] : []),
      ],
    };
  }
}

/**
 * The share of calls at which somebody is away, by maximum likelihood: who is served at all is served at one of at most `most` calls, so the
 * geometric distribution is cut off there. Limits where twice the logarithm of the likelihood has fallen by 3.84.
 */
function awayOf(at: Float64Array, most: number): Share {
  const total = at.reduce((sum, count) => sum + count, 0);
  const further = at.reduce((sum, count, calls) => sum + count * Math.max(0, calls - 1), 0);
  const log = (share: number): number =>
    (further === 0 ? 0 : further * Math.log(share)) + total * Math.log((1 - share) / (1 - share ** most));
  // The likelihood rises, then falls: thirds are taken away until the top is known to six places.
  let [from, to] = [1e-9, 0.95];
  while (to - from > 1e-7) {
    const [one, other] = [from + (to - from) / 3, to - (to - from) / 3];
    if (log(one) < log(other)) from = one;
    else to = other;
  }
  const value = further === 0 ? 0 : (from + to) / 2;
  const least = (further === 0 ? log(1e-12) : log(value)) - 1.92;
  const edge = (inside: number, outside: number): number => {
    let [near, far] = [inside, outside];
    for (let step = 0; step < 60; step++) {
      const middle = (near + far) / 2;
      if (log(middle) > least) near = middle;
      else far = middle;
    }
    return near;
  };
  return { value, low: further === 0 ? 0 : edge(value, 1e-12), high: edge(Math.max(value, 1e-12), 0.98) };
}

const rounded = (share: number): number => Number(share.toFixed(4));
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
