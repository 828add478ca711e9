import type { Distribution } from './distribution.ts';

/** The recorded values themselves, each as likely as the other: no family is claimed and no value invented. */
export function empirical(valuesMs: readonly number[]): Distribution {
  const sorted = Float64Array.from(valuesMs).sort();
  const count = sorted.length;
  let sum = 0;
  for (const value of sorted) sum += value;
  const meanMs = sum / count;
  let squares = 0;
  for (const value of sorted) squares += (value - meanMs) ** 2;
  return {
    meanMs,
    scv: meanMs === 0 ? 0 : squares / count / (meanMs * meanMs),
    quantile: (u) => sorted[Math.floor(u * count)]!,
    cdf: (ms) => countUpTo(sorted, ms) / count,
  };
}

/** How many values are at or below `ms`. */
function countUpTo(sorted: Float64Array, ms: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= ms) low = middle + 1;
    else high = middle;
  }
  return low;
}
