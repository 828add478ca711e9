/**
 * A histogram of whole milliseconds whose buckets grow with the value: exact below 1,024 ms, then 512 buckets to each
 * doubling, so a quantile is within 0.1 % (2⁻¹⁰) of the true one. Counts are integers and merge by addition: the same
 * quantiles come out in whatever order, and on however many workers, the parts were made. Plain data: it may cross threads.
 * After the HDR histogram (Tene) and DDSketch (Masson, Rim & Lee 2019).
 */
export interface Sketch {
  readonly counts: Uint32Array;
  /** Sum of each 512 counts: what is empty is skipped, so that a day's quantiles, merge and clearing cost a day's waits. */
  readonly blocks: Uint32Array;
  /** Values held. */
  total: number;
}

const precisionBits = 9;
const blockSize = 2 ** precisionBits;
/** Largest value held, ms: 24 days. */
export const sketchMaxMs = 2 ** 31 - 1;
const blockCount = (bucketOf(sketchMaxMs) + 1) / blockSize;

export const emptySketch = (): Sketch => ({
  counts: new Uint32Array(blockCount * blockSize),
  blocks: new Uint32Array(blockCount),
  total: 0,
});

/** Few integer operations and no logarithm, so every host puts a value into the same bucket; and no branch: half of the waits are none. */
function bucketOf(ms: number): number {
  const shift = 31 - precisionBits - Math.clz32(ms);
  // What is short is not shifted: 0 for a shift below it.
  const by = shift & ~(shift >> 31);
  return (by << precisionBits) + (ms >>> by);
}

/** The middle of a bucket, ms. */
function middleOf(bucket: number): number {
  const shift = (bucket >>> precisionBits) - 1;
  return shift <= 0 ? bucket : ((bucket - (shift << precisionBits)) << shift) + (1 << (shift - 1));
}

/** Counts one value: a whole number of ms from 0; longer ones count as `sketchMaxMs`. Anything else is a bug and throws. */
export function addTo(sketch: Sketch, ms: number): void {
  // One comparison finds fractions, NaN and what is too large: `| 0` changes them all.
  const bucket = bucketOf((ms | 0) === ms && ms >= 0 ? ms : heldAs(ms));
  sketch.counts[bucket]! += 1;
  sketch.blocks[bucket >>> precisionBits]! += 1;
  sketch.total += 1;
}

/**
 * Counts the first `count` of some values, as `addTo` does. In a loop that does nothing else the processor fetches many counts at
 * once: a study's sketches are more than its nearest cache holds, and between other work each count is waited for.
 */
export function addAllTo(sketch: Sketch, values: Float64Array, count: number): void {
  const { blocks, counts } = sketch;
  for (let at = 0; at < count; at += 1) {
    const ms = values[at]!;
    const bucket = bucketOf((ms | 0) === ms && ms >= 0 ? ms : heldAs(ms));
    counts[bucket]! += 1;
    blocks[bucket >>> precisionBits]! += 1;
  }
  sketch.total += count;
}

function heldAs(ms: number): number {
  if (Number.isSafeInteger(ms) && ms > sketchMaxMs) return sketchMaxMs;
  throw new RangeError(`a duration must be a whole number of ms from 0, got ${ms}`);
}

/** Adds the counts of one sketch to another. */
export function mergeSketch(into: Sketch, from: Sketch): void {
  for (let block = 0; block < blockCount; block += 1) {
    if (from.blocks[block] === 0) continue;
    into.blocks[block]! += from.blocks[block]!;
    const end = (block + 1) * blockSize;
    for (let bucket = block * blockSize; bucket < end; bucket += 1) into.counts[bucket]! += from.counts[bucket]!;
  }
  into.total += from.total;
}

export function clearSketch(sketch: Sketch): void {
  for (let block = 0; block < blockCount; block += 1) {
    if (sketch.blocks[block] !== 0) sketch.counts.fill(0, block * blockSize, (block + 1) * blockSize);
  }
  sketch.blocks.fill(0);
  sketch.total = 0;
}

/**
 * The value at 0-based position ⌊p·n⌋ of the sorted values, within 0.1 %; NaN when there are none.
 *
 * @example
 * quantileOf(sketch, 0.9) // P90, ms
 */
export function quantileOf(sketch: Sketch, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a quantile is asked for with p from 0 to 1, got ${p}`);
  if (sketch.total === 0) return Number.NaN;
  let left = Math.min(Math.floor(p * sketch.total), sketch.total - 1);
  let block = 0;
  for (; left >= sketch.blocks[block]!; block += 1) left -= sketch.blocks[block]!;
  let bucket = block * blockSize;
  for (; left >= sketch.counts[bucket]!; bucket += 1) left -= sketch.counts[bucket]!;
  return middleOf(bucket);
}
