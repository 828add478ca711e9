import type { Tabulated } from './tabulated.ts';

/** A distribution of lengths of time in ms. Everything is drawn by inversion: one uniform, one value. */
export interface Distribution {
  readonly meanMs: number;
  /** Squared coefficient of variation: variance / mean². */
  readonly scv: number;
  /** The value below which a share `u` of all lies, 0 < u < 1. Not rounded. */
  quantile(u: number): number;
  /** The same as `quantile`, for loops that draw by the thousand; absent where no table helps. */
  readonly table?: Tabulated;
  /** Share of values at or below `ms`. */
  cdf(ms: number): number;
}
