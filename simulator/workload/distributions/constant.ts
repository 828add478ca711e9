import type { Distribution } from './distribution.ts';

/** Always the same length. */
export function constant(ms: number): Distribution {
  return { meanMs: ms, scv: 0, quantile: () => ms, cdf: (at) => (at >= ms ? 1 : 0) };
}
