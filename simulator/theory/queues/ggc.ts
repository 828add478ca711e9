import { meanWait } from './erlang-c.ts';

/** G/G/c by two moments: `ca2`, `cs2` the squared coefficients of variation of gaps and services, `rho` the load of a server. */
export interface Ggc {
  readonly ca2: number;
  readonly cs2: number;
  readonly servers: number;
  readonly rho: number;
  readonly meanService: number;
}

/** E[wait] ≈ Wq(M/M/c) (ca² + cs²) / 2. Off by −0.7 to −4 % for M/D/c, by +46 % for two regular servers. (Allen 1978; Cunneen.) */
export function allenCunneenWait({ ca2, cs2, servers, rho, meanService }: Ggc): number {
  const mu = 1 / meanService;
  return (meanWait({ servers, lam: rho * servers * mu, mu }) * (ca2 + cs2)) / 2;
}

/** E[wait] ≈ (ca² + cs²)/2 · ρ^(√(2(c+1)) − 1) / (c(1 − ρ)) · E[S]; infinite at ρ ≥ 1. (Sakasegawa 1977.) */
export function sakasegawaWait({ ca2, cs2, servers, rho, meanService }: Ggc): number {
  if (rho >= 1) return Number.POSITIVE_INFINITY;
  return (((ca2 + cs2) / 2) * rho ** (Math.sqrt(2 * (servers + 1)) - 1) * meanService) / (servers * (1 - rho));
}
