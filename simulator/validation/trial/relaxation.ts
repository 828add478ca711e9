/** What decides how fast a queue forgets how it began. */
export interface Forgetful {
  readonly servers: number;
  readonly lam: number;
  readonly mu: number;
  /** 1 / mean patience; 0: nobody leaves. */
  readonly theta?: number | undefined;
  /** (ca² + cs²) / 2; 1 for Poisson arrivals and exponential services. */
  readonly variability?: number | undefined;
  /** Most customers in the system; absent: any number. */
  readonly room?: number | undefined;
}

/**
 * Time in which the distance from the stationary law shrinks by e. For M/M/c it is 1/(√(cμ) − √λ)², never below a service (Morse
 * 1955; van Doorn 1985), stretched by the variability in heavy traffic (Iglehart & Whitt); with abandonment it is at most the longer of service and
 * patience, since every customer present at the start has gone by then. With room for K only, λ + cμ − 2√(λcμ) cos(π/(K + 1)) takes the
 * place of the gap (exact for one server). Infinite for a queue that grows for ever.
 */
export function relaxationTime({ servers, lam, mu, theta = 0, variability = 1, room }: Forgetful): number {
  const all = servers * mu;
  const bend = room === undefined ? 1 : Math.cos(Math.PI / (room + 1));
  const gap = lam < all || room !== undefined ? lam + all - 2 * Math.sqrt(lam * all) * bend : 0;
  const queue = Math.max(Math.max(variability, 0.5) / gap, 1 / mu);
  return theta > 0 ? Math.min(queue, 1 / Math.min(theta, mu)) : queue;
}
