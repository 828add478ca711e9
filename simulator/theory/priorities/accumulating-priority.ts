import { meanWait } from '../queues/erlang-c.ts';

/** Classes of an M/M/c whose priority is `b` times the time waited, the highest called first, nobody interrupted; one `mu`. */
export interface AccumulatingPriority {
  readonly servers: number;
  readonly lams: readonly number[];
  readonly b: readonly number[];
  readonly mu: number;
}

/**
 * Mean wait by class: W_p = [W_F − Σ_{b_i<b_p} ρ_i W_i (1 − b_i/b_p)] / [1 − Σ_{b_i>b_p} ρ_i (1 − b_p/b_i)], W_F the wait first come,
 * first served, ρ_i = λ_i/(cμ). A class hangs on slower ones only, so the linear system is solved from the smallest b up.
 * (Kleinrock 1964; Stanford, Taylor & Ziedins 2014.) Σ ρ_i W_i = ρ W_F: no rule that keeps everybody busy changes the total.
 */
export function accumulatingWaits({ servers, lams, b, mu }: AccumulatingPriority): { Wq: number[]; fcfsWq: number } {
  const fcfsWq = meanWait({ servers, lam: lams.reduce((sum, lam) => sum + lam, 0), mu });
  const rho = lams.map((lam) => lam / (servers * mu));
  const Wq = lams.map(() => Number.NaN);
  const slowestFirst = b.map((_, at) => at).sort((left, right) => b[left]! - b[right]!);
  for (const p of slowestFirst) {
    let above = fcfsWq;
    let below = 1;
    b.forEach((other, i) => {
      if (other < b[p]!) above -= rho[i]! * Wq[i]! * (1 - other / b[p]!);
      if (other > b[p]!) below -= rho[i]! * (1 - b[p]! / other);
    });
    Wq[p] = above / below;
  }
  return { Wq, fcfsWq };
}
