import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { ModelInput } from '../../../workload/model.ts';
import type { Evidence } from '../../../workload/model-shape.ts';
import { Stream } from '../../../workload/streams.ts';
import { absenceMs, type Gaps, type LongPairs } from './gaps.ts';
import { IntervalCounts, meanOf, turnaroundEdges, turnbull, valuesOf } from './turnbull.ts';

/** A server with fewer gaps of each kind is pooled with the others. */
const fewGaps = 150;
const pooledValues = 400;
const serverValues = 100;
const resamples = 60;
/**
 * Who has been ready longest is called first, so a gap that only bounds a turnaround is the longer the longer that was, and the estimate a little low:
 * by about 5 % where two in three gaps are bounds (docs/validation.md). Standard error of that, as a share of the mean, where all are.
 */
const orderShare = 0.055;
/**
 * Where a call is only known as a walk before the start, turnarounds are off by a part of that walk: by about these shares of it, while somebody waits
 * and while nobody does (docs/validation.md). Standard errors of that.
 */
const walkShares = { waiting: 0.05, quiet: 0.45 } as const;

export interface FittedTurnaround {
  readonly entries: NonNullable<ModelInput['turnaround']>;
  readonly summary: TurnaroundSummary | null;
}

/** What was found, for people. */
export interface TurnaroundSummary {
  readonly gaps: number;
  /** Known exactly: the others lie between limits. */
  readonly exact: number;
  readonly meanWaitingMs: number;
  readonly meanQuietMs: number;
  /** Share of turnarounds longer than a minute: short absences. */
  readonly absentWaiting: number;
  readonly absentQuiet: number;
  readonly persistence: { readonly value: number; readonly low: number; readonly high: number };
  readonly ownServers: readonly string[];
}

/** Turnaround by server, while somebody waits and while nobody does, and how much long ones cluster. */
export function fitTurnaround(
  gaps: Gaps,
  limitMs: number,
  intervals: boolean,
  /** Who can have an entry of their own; everybody when absent. */
  declared?: readonly string[],
  /** A walk that calls were told by; 0: calls are on record, or nobody walks. */
  toldByMs = 0,
): FittedTurnaround {
  const edges = turnaroundEdges(limitMs);
  const waiting = new IntervalCounts(edges);
  const quiet = new IntervalCounts(edges);
  for (const own of gaps.by.values()) {
    waiting.merge(own.waiting);
    quiet.merge(own.quiet);
  }
  if (waiting.total + quiet.total < 2) return { entries: [], summary: null };
  // With hardly any gaps of one kind, both are one.
  const few = Math.min(waiting.total, quiet.total) < 30;
  if (few) {
    waiting.merge(quiet);
    quiet.counts.set(waiting.counts);
    quiet.total = waiting.total;
  }
  const shareWaiting = turnbull(edges, waiting.counts);
  const shareQuiet = few ? shareWaiting : turnbull(edges, quiet.counts);
  const persistence = persistenceOf(gaps.pairs, longShare(edges, shareQuiet), longShare(edges, shareWaiting));
  const own = [...gaps.by]
    .filter(([, one]) => one.waiting.total >= fewGaps && one.quiet.total >= fewGaps && !few)
    .filter(([server]) => declared?.includes(server) ?? true);
  const entry = (one: { waiting: IntervalCounts; quiet: IntervalCounts }, values: number, pooled: boolean) => {
    const evidence: Evidence = {
      records: few ? one.waiting.total : one.waiting.total + one.quiet.total,
      ...(intervals ? { intervals: intervalsOf(one, few, persistence.value, toldByMs) } : {}),
      ...(pooled ? { pooled: true } : {}),
      ...(few ? { doubts: [`only ${one.waiting.total} gaps between services say anything of the turnaround`] } : {}),
    };
    return {
      distribution: { family: 'empirical' as const, valuesMs: valuesOf(edges, turnbull(edges, one.waiting.counts), values) },
      ...(few
        ? {}
        : { quiet: { family: 'empirical' as const, valuesMs: valuesOf(edges, turnbull(edges, one.quiet.counts), values) } }),
      persistence: Number(persistence.value.toFixed(3)),
      evidence,
    };
  };
  return {
    entries: [
      ...own.map(([server, one]) => ({ staff: [server], ...entry(one, serverValues, false) })),
      entry({ waiting, quiet }, pooledValues, true),
    ],
    summary: {
      gaps: few ? waiting.total : waiting.total + quiet.total,
      exact: few ? waiting.exact : waiting.exact + quiet.exact,
      meanWaitingMs: meanOf(edges, shareWaiting),
      meanQuietMs: meanOf(edges, shareQuiet),
      absentWaiting: longShare(edges, shareWaiting),
      absentQuiet: longShare(edges, shareQuiet),
      persistence,
      ownServers: own.map(([server]) => server),
    },
  };
}

function longShare(edges: readonly number[], share: Float64Array): number {
  return share.reduce((sum, part, bin) => {
    const from = edges[bin]!;
    const to = edges[bin + 1] ?? from;
    const over = from >= absenceMs ? 1 : to <= absenceMs ? 0 : (to - absenceMs) / (to - from);
    return sum + part * over;
  }, 0);
}

/** Limits of the means by resampling the gaps. */
function intervalsOf(
  one: { waiting: IntervalCounts; quiet: IntervalCounts },
  few: boolean,
  persistence: number,
  toldByMs: number,
): NonNullable<Evidence['intervals']> {
  // Turnarounds that resemble the one before say less than as many that do not: as of a first-order chain.
  const wider = Math.sqrt((1 + persistence) / (1 - persistence));
  return {
    meanMs: resampledMean(one.waiting, wider, walkShares.waiting * toldByMs),
    ...(few ? {} : { quietMeanMs: resampledMean(one.quiet, wider, walkShares.quiet * toldByMs) }),
  };
}

function resampledMean(
  { edges, counts, exact, total }: IntervalCounts,
  wider: number,
  toldMs: number,
): { low: number; high: number } {
  const cells = [...counts.keys()].filter((at) => counts[at]! > 0);
  const share = turnbull(edges, counts);
  const stream = new Stream().start(20_261_122, 0, 'turnaround');
  const means = Array.from({ length: resamples }, () => {
    const resample = new Float64Array(counts.length);
    // A multinomial of this size is as good as Poisson counts, made to add up by the shares.
    for (const at of cells) resample[at] = poisson(counts[at]!, stream);
    return meanOf(edges, turnbull(edges, resample, share));
  });
  const mean = meanOf(edges, share);
  const drawn = wider * Math.sqrt(means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / resamples);
  const sd = Math.hypot(drawn, orderShare * (1 - exact / total) * mean, toldMs);
  return { low: Math.round(Math.max(0, mean - 1.96 * sd)), high: Math.round(mean + 1.96 * sd + (total < 2 ? mean : 0)) };
}

function poisson(mean: number, stream: Stream): number {
  if (mean > 40) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normalQuantile(stream.uniform(), 0, 1)));
  let count = 0;
  for (let product = stream.uniform(); product > Math.exp(-mean); product *= stream.uniform()) count++;
  return count;
}

/**
 * Correlation, in normal scores, at which two turnarounds in a row are both long as often as they were: the tetrachoric correlation,
 * with limits from the count of such pairs.
 */
function persistenceOf(pairs: LongPairs, quiet: number, waiting: number): { value: number; low: number; high: number } {
  const observed = pairs.bothLong.reduce((sum, count) => sum + count, 0);
  const limits = [quiet, waiting].map((share) => normalQuantile(1 - Math.min(Math.max(share, 1e-6), 1 - 1e-6), 0, 1));
  const expected = (r: number): number =>
    pairs.pairs.reduce((sum, count, kind) => sum + count * bothAbove(limits[kind >> 1]!, limits[kind & 1]!, r), 0);
  const at = (count: number): number => {
    let low = 0;
    let high = 0.95;
    if (expected(0) >= count) return 0;
    for (let round = 0; round < 40; round++) {
      const middle = (low + high) / 2;
      if (expected(middle) < count) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  const spread = 1.96 * Math.sqrt(Math.max(observed, 1));
  return { value: at(observed), low: at(observed - spread), high: at(observed + spread) };
}

/** P(X > h, Y > k) of two standard normals with correlation r: the integral over r of their density (Sheppard 1900). */
function bothAbove(h: number, k: number, r: number): number {
  const steps = 40;
  const density = (t: number): number =>
    Math.exp(-(h * h - 2 * t * h * k + k * k) / (2 * (1 - t * t))) / (2 * Math.PI * Math.sqrt(1 - t * t));
  let sum = 0;
  for (let step = 0; step <= steps; step++)
    sum += density((r * step) / steps) * (step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2);
  return (1 - normalCdf(h, 0, 1)) * (1 - normalCdf(k, 0, 1)) + (r / steps / 3) * sum;
}
