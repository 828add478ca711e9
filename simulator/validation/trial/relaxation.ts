/** What decides how fast a queue forgets how it began. */
export interface Forgetful {
  readonly servers: number;
  readonly lam: number;
  readonly mu: number;
  /** 1 / mean patience; 0: nobody leaves. */
  readonly theta?: number | undefined;
  /** (ca² + cs²) / 2; 1 for Poisson arrivals and exponential services. */
  readonly variability?: number | undefined;
}

/**
 * Time in which the distance from the stationary law shrinks by e. For M/M/c it is 1/(√(cμ) − √λ)², never below a service (Morse
 * 1955; van Doorn 1985), stretched by the variability in heavy traffic (Iglehart & Whitt); with abandonment it is at most the longer of service and
 * patience, since every customer present at the start has gone by then. Infinite for a queue that grows for ever.
 */
export function relaxationTime({ servers, lam, mu, theta = 0, variability = 1 }: Forgetful): number {
  const gap = lam < servers * mu ? (Math.sqrt(servers * mu) - Math.sqrt(lam)) ** 2 : 0;
  const queue = Math.max(Math.max(variability, 0.5) / gap, 1 / mu);
  return theta > 0 ? Math.min(queue, 1 / Math.min(theta, mu)) : queue;
}
