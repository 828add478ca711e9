import gammainc from '@stdlib/math-base-special-gammainc';
import { fewestServers } from './fewest-servers.ts';

/** P(N ≥ c) for N Poisson with the given mean: the regularised lower incomplete gamma function P(c, mean). */
export const poissonTail = (mean: number, c: number): number => (c <= 0 ? 1 : gammainc(mean, c));

/**
 * The fewest servers at which an arrival has to wait with a probability of at most `alpha`, when patience is as long as service
 * (θ = μ): nobody's leaving then depends on the servers, so the number in the system is Poisson with the offered load m(t), and
 * what iterative staffing (ISA) converges to is min{c: P(N ≥ c) ≤ α} exactly. (Feldman, Mandelbaum, Massey & Whitt 2008.)
 */
export function poissonStaffing(load: number, alpha: number): { s: number; pDelay: number } {
  const s = fewestServers((c) => poissonTail(load, c) <= alpha);
  return { s, pDelay: poissonTail(load, s) };
}
