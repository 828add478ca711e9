import { erlangB } from '../queues/erlang-b.ts';
import type { Mg1 } from '../queues/mg1.ts';

/**
 * M/M/c with strict priority, nobody interrupted: mean waits from the highest class down, W_k = W₀ / (B_{k−1} B_k) with
 * B_k = 1 − Σ_{i≤k} λ_i / (cμ), W₀ = C(c, a) / (cμ). One service rate for all classes. (Cobham 1954.)
 */
export function priorityWaits(servers: number, lams: readonly number[], mu: number): number[] {
  const total = lams.reduce((sum, lam) => sum + lam, 0);
  const load = total / mu;
  const block = erlangB(servers, load);
  const delay = block / (1 - (load / servers) * (1 - block));
  let before = 1;
  return lams.map((lam) => {
    const after = before - lam / (servers * mu);
    const wait = delay / (servers * mu) / (before * after);
    before = after;
    return wait;
  });
}

/**
 * M/G/1 with strict priority, nobody interrupted: W_k = Σ λ_i E[S_i²]/2 / ((1 − σ_{k−1})(1 − σ_k)), σ_k the load of classes up to
 * k. Classes with the same `priority` (0 first) share one queue. (Cobham 1954.)
 */
export function priorityWaitsMg1(classes: readonly (Mg1 & { readonly priority: number })[]): number[] {
  const residual = classes.reduce((sum, one) => sum + (one.lam * one.meanService ** 2 * (1 + one.scv)) / 2, 0);
  const load = (upTo: (priority: number) => boolean): number =>
    classes.reduce((sum, one) => sum + (upTo(one.priority) ? one.lam * one.meanService : 0), 0);
  return classes.map(({ priority }) => residual / ((1 - load((p) => p < priority)) * (1 - load((p) => p <= priority))));
}
