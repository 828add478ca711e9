import { rungeKutta } from './runge-kutta.ts';

/** A birth-death process whose birth rate changes with time: people come at `birth(t)`, and of n one goes at `death[n]`. */
export interface BirthDeath {
  birth(t: number): number;
  /** By number in the system, 0 … the largest that is followed. */
  readonly death: Float64Array;
  /** A rate to add up along the way, such as that of leaving or of arrivals that find everybody busy. */
  gauge(t: number, p: Float64Array): number;
}

/**
 * Follows the distribution `p` of the number in the system from `from` to `to` by the Kolmogorov forward equations, in place, in
 * steps no longer than `step`; answers the integral of the gauge. The largest number followed turns arrivals away, so it has to be
 * large enough for its probability not to matter.
 */
export function follow({ birth, death, gauge }: BirthDeath, p: Float64Array, from: number, to: number, step: number): number {
  const last = p.length - 1;
  const slope = (t: number, law: Float64Array, out: Float64Array): number => {
    const lam = birth(t);
    for (let n = 0; n <= last; n++) {
      const stays = n < last ? lam : 0;
      const comes = n > 0 ? lam * law[n - 1]! : 0;
      const goes = n < last ? death[n + 1]! * law[n + 1]! : 0;
      out[n] = comes + goes - (stays + death[n]!) * law[n]!;
    }
    return gauge(t, law);
  };
  return rungeKutta(slope, p, from, to, Math.max(1, Math.ceil((to - from) / step - 1e-9)));
}

/** What goes from n in an M/M/c+M: min(n, c)μ + (n − c)⁺θ. */
export const deathRates = (most: number, servers: number, mu: number, theta: number): Float64Array =>
  Float64Array.from({ length: most + 1 }, (_, n) => Math.min(n, servers) * mu + Math.max(0, n - servers) * theta);

/** A step that is short against every rate: a quarter of the mean time between two events at the busiest. */
export const shortStep = (largestBirth: number, death: Float64Array): number => 0.25 / (largestBirth + Math.max(...death));
