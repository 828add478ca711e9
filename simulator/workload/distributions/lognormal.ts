import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import type { Distribution } from './distribution.ts';
import { normalQuantile } from './normal-quantile.ts';
import { tabulated, valueAt } from './tabulated.ts';

/** Lognormal with the given mean and coefficient of variation: σ² = ln(1 + cv²), μ = ln mean − σ²/2. */
export function lognormal(meanMs: number, cv: number): Distribution {
  const variance = Math.log1p(cv * cv);
  const sigma = Math.sqrt(variance);
  const mu = Math.log(meanMs) - variance / 2;
  const table = tabulated((u) => Math.exp(mu + sigma * normalQuantile(u)));
  return {
    meanMs,
    scv: cv * cv,
    table,
    quantile: (u) => valueAt(table, u),
    cdf: (ms) => (ms <= 0 ? 0 : normalCdf((Math.log(ms) - mu) / sigma, 0, 1)),
  };
}
