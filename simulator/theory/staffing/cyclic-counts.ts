/**
 * Mean number of arrivals of a Poisson process by rate: `rates[k]` holds up to `ends[k]` of each cycle, the process runs to `until`.
 * Counts are Poisson, so their variance is their mean.
 */
export function cyclicMeanCounts(rates: readonly number[], ends: readonly number[], cycle: number, until: number): number[] {
  const whole = Math.floor(until / cycle);
  const rest = until - whole * cycle;
  return rates.map((rate, k) => {
    const from = k === 0 ? 0 : ends[k - 1]!;
    const to = ends[k]!;
    return rate * (whole * (to - from) + Math.max(0, Math.min(rest, to) - from));
  });
}
