import type { Distribution } from './distribution.ts';
import { tabulated, valueAt } from './tabulated.ts';

/** Exponential with the given mean. Quantile: −mean · ln(1 − u). */
export function exponential(meanMs: number): Distribution {
  const table = tabulated((u) => -meanMs * Math.log(1 - u));
  return {
    meanMs,
    scv: 1,
    table,
    quantile: (u) => valueAt(table, u),
    cdf: (ms) => (ms <= 0 ? 0 : -Math.expm1(-ms / meanMs)),
  };
}
