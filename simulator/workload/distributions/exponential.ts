import type { Distribution } from './distribution.ts';
import { tabulated } from './tabulated.ts';

/** Exponential with the given mean. Quantile: −mean · ln(1 − u). */
export function exponential(meanMs: number): Distribution {
  return {
    meanMs,
    scv: 1,
    quantile: tabulated((u) => -meanMs * Math.log(1 - u)),
    cdf: (ms) => (ms <= 0 ? 0 : -Math.expm1(-ms / meanMs)),
  };
}
