/** M/D/c: every service takes `D`. */
export interface Mdc {
  readonly servers: number;
  readonly lam: number;
  readonly D: number;
}

/**
 * E[wait] in M/D/c, exactly; infinite at λD ≥ c. Everybody in service at t has left at t + D, so N(t + D) = (N(t) − c)⁺ + Poisson(λD)
 * (Crommelin 1932), a bulk-service queue whose mean is a/(2(c − a)) + a/2 − (c − 1)/2 + Σ 1/(1 − z_k) with a = λD and z_k the c − 1
 * roots of z^c = e^{a(z − 1)} inside the unit circle, 1 itself left out (Bailey 1954; Janssen & van Leeuwaarden 2005).
 */
export function mdcWait({ servers, lam, D }: Mdc): number {
  const load = lam * D;
  if (load >= servers) return Number.POSITIVE_INFINITY;
  let inSystem = load / (2 * (servers - load)) + load / 2 - (servers - 1) / 2;
  for (let k = 1; k < servers; k++) inSystem += inverseGap(servers, load, k);
  return (inSystem - load) / lam;
}

/** Re 1/(1 − z_k); the root is the fixed point of z = e^{(a(z − 1) + 2πik)/c}, which contracts by a/c. */
function inverseGap(servers: number, load: number, k: number): number {
  let re = 0;
  let im = 0;
  for (let round = 0; round < 100_000; round++) {
    const size = Math.exp((load * (re - 1)) / servers);
    const angle = (load * im + 2 * Math.PI * k) / servers;
    const nextRe = size * Math.cos(angle);
    const nextIm = size * Math.sin(angle);
    const moved = Math.abs(nextRe - re) + Math.abs(nextIm - im);
    re = nextRe;
    im = nextIm;
    if (moved < 1e-16) break;
  }
  return (1 - re) / ((1 - re) ** 2 + im * im);
}
