/** Lengths known to lie in an interval, counted by bins: one number for each pair of bins. */
export class IntervalCounts {
  /** Lower edges of the bins, ms, rising. */
  readonly edges: readonly number[];
  readonly counts: Float64Array;
  total = 0;
  /** Of those known exactly. */
  exact = 0;

  constructor(edges: readonly number[]) {
    this.edges = edges;
    this.counts = new Float64Array(edges.length * edges.length);
  }

  /** A length above `lowMs` (or that itself, when equal) and at most `highMs`. */
  add(lowMs: number, highMs: number): void {
    const high = this.binOf(highMs);
    const low = Math.min(this.binOf(lowMs), high);
    this.counts[low * this.edges.length + high]! += 1;
    this.total++;
    if (lowMs === highMs) this.exact++;
  }

  merge(other: IntervalCounts): void {
    for (let at = 0; at < this.counts.length; at++) this.counts[at]! += other.counts[at]!;
    this.total += other.total;
    this.exact += other.exact;
  }

  private binOf(ms: number): number {
    let low = 0;
    let high = this.edges.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.edges[middle]! <= ms) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

const rounds = 120;
/** From an answer that is near already. */
const roundsNear = 12;

/**
 * Share of lengths in each bin when some are known only to lie between two bins: the maximum of the likelihood without any family
 * (Turnbull, JRSS B 38 (1976) 290-295), by the EM steps of that paper; `near` is an answer to begin from.
 */
export function turnbull(edges: readonly number[], counts: Float64Array, near?: Float64Array): Float64Array {
  const bins = edges.length;
  const pairs: { low: number; high: number; count: number }[] = [];
  let total = 0;
  for (let low = 0; low < bins; low++)
    for (let high = low; high < bins; high++) {
      const count = counts[low * bins + high]!;
      if (count > 0) pairs.push({ low, high, count });
      total += count;
    }
  let share = near === undefined ? new Float64Array(bins).fill(1 / bins) : near.map((part) => Math.max(part, 1e-9));
  for (let round = 0; round < (near === undefined ? rounds : roundsNear) && total > 0; round++) {
    const next = new Float64Array(bins);
    for (const { low, high, count } of pairs) {
      let within = 0;
      for (let bin = low; bin <= high; bin++) within += share[bin]!;
      if (within <= 0) next[high]! += count / total;
      else for (let bin = low; bin <= high; bin++) next[bin]! += ((count / total) * share[bin]!) / within;
    }
    share = next;
  }
  return share;
}

/** Bins fine where most turnarounds are: by the second to 10 s, then by 12 %, to `limitMs`. */
export function turnaroundEdges(limitMs: number): number[] {
  const edges = Array.from({ length: 11 }, (_, second) => second * 1000);
  for (let edge = 11_200; edge < limitMs; edge *= 1.12) edges.push(Math.round(edge));
  return [...edges, limitMs];
}

/** Bins up to this are as fine as clocks are: their lower edge stands for them. */
const fineMs = 10_000;

/** Values, each as likely as the other, that are spread as the bins are. */
export function valuesOf(edges: readonly number[], share: Float64Array, count: number): number[] {
  const values: number[] = [];
  let bin = 0;
  let below = 0;
  for (let at = 0; at < count; at++) {
    const u = (at + 0.5) / count;
    while (bin < edges.length - 1 && below + share[bin]! < u) below += share[bin++]!;
    const from = edges[bin]!;
    const to = from <= fineMs ? from : (edges[bin + 1] ?? from);
    values.push(Math.round(from + (to - from) * Math.min(1, Math.max(0, (u - below) / (share[bin]! || 1)))));
  }
  return values;
}

/** Mean over the bins. */
export function meanOf(edges: readonly number[], share: Float64Array): number {
  return share.reduce((sum, part, bin) => {
    const from = edges[bin]!;
    const to = from <= fineMs ? from : (edges[bin + 1] ?? from);
    return sum + (part * (from + to)) / 2;
  }, 0);
}
