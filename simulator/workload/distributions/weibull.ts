import gammaln from '@stdlib/math-base-special-gammaln';
import type { Distribution } from './distribution.ts';
import { tabulated, valueAt } from './tabulated.ts';

/** Weibull with the given mean and shape: F(x) = 1 − exp(−(x/scale)^shape), scale = mean / Γ(1 + 1/shape). */
export function weibull(meanMs: number, shape: number): Distribution {
  const logFirst = gammaln(1 + 1 / shape);
  const scale = meanMs / Math.exp(logFirst);
  const table = tabulated((u) => scale * (-Math.log(1 - u)) ** (1 / shape), shape);
  return {
    meanMs,
    table,
    scv: Math.expm1(gammaln(1 + 2 / shape) - 2 * logFirst),
    quantile: (u) => valueAt(table, u),
    cdf: (ms) => (ms <= 0 ? 0 : -Math.expm1(-((ms / scale) ** shape))),
  };
}
