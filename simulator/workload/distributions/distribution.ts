/** A distribution of lengths of time in ms. Everything is drawn by inversion: one uniform, one value. */
export interface Distribution {
  readonly meanMs: number;
  /** Squared coefficient of variation: variance / mean². */
  readonly scv: number;
  /** The value below which a share `u` of all lies, 0 < u < 1. Not rounded. */
  quantile(u: number): number;
  /** Share of values at or below `ms`. */
  cdf(ms: number): number;
}
