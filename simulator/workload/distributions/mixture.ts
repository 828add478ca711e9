import type { Distribution } from './distribution.ts';

/** A share of all from one distribution, the rest from another; one uniform serves both. */
export function mixture(share: number, some: Distribution, others: Distribution): Distribution {
  const meanMs = share * some.meanMs + (1 - share) * others.meanMs;
  const square = ({ meanMs: mean, scv }: Distribution): number => mean * mean * (1 + scv);
  return {
    meanMs,
    scv: meanMs === 0 ? 0 : (share * square(some) + (1 - share) * square(others)) / (meanMs * meanMs) - 1,
    quantile: (u) => (u < share ? some.quantile(inside(u / share)) : others.quantile(inside((u - share) / (1 - share)))),
    cdf: (ms) => share * some.cdf(ms) + (1 - share) * others.cdf(ms),
  };
}

/** Strictly between 0 and 1, as distributions want it. */
const inside = (u: number): number => Math.min(Math.max(u, 2 ** -54), 1 - 2 ** -53);
