import tQuantile from '@stdlib/stats-base-dists-t-quantile';

/** A value with its 95 % confidence limits. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * A 95 % interval by sectioning (Asmussen & Glynn 2007, III.5a): the value is that of all days pooled, its spread that of the
 * same statistic over sections of days around it, s² = G/(G−1) Σ w²(v − value)², with Student's t of G − 1 degrees of freedom.
 * It serves means, ratios and quantiles alike. Null with fewer than two sections that have a value.
 */
export function sectionInterval(
  value: number,
  sections: readonly { readonly value: number; readonly weight: number }[],
): Estimate | null {
  const held = sections.filter((section) => !Number.isNaN(section.value));
  if (held.length < 2 || Number.isNaN(value)) return null;
  const total = held.reduce((sum, { weight }) => sum + weight, 0);
  const spread = held.reduce((sum, section) => sum + ((section.weight / total) * (section.value - value)) ** 2, 0);
  const half = tQuantile(0.975, held.length - 1) * Math.sqrt((spread * held.length) / (held.length - 1));
  return { value, low: value - half, high: value + half };
}
