import type { Mmc } from './erlang-c.ts';

/** M/M/c/K: room for `room` customers, in service and waiting together; who finds it full goes away. */
export interface Mmck extends Mmc {
  readonly room: number;
}

/** By the birth-death chain: `p` of 0 … K in the system; `pBlock` = p(K); waits over those who came in, by Little's law. */
export function mmck({ servers, room, lam, mu }: Mmck): { p: number[]; pBlock: number; L: number; W: number; Wq: number } {
  const weights = [1];
  for (let n = 1; n <= room; n++) {
    const weight = (weights[n - 1]! * lam) / (Math.min(n, servers) * mu);
    weights.push(weight);
    // what is smaller by as much is nothing beside it
    if (weight > 1e200) for (const at of weights.keys()) weights[at]! /= weight;
  }
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const p = weights.map((weight) => weight / sum);
  const pBlock = p[room]!;
  const L = p.reduce((total, share, n) => total + n * share, 0);
  const Lq = p.reduce((total, share, n) => total + Math.max(0, n - servers) * share, 0);
  const entering = lam * (1 - pBlock);
  return { p, pBlock, L, W: L / entering, Wq: Lq / entering };
}

/** M/M/1: P(n in the system) = (1 − ρ) ρⁿ. */
export function mm1State(lam: number, mu: number, n: number): number {
  return (1 - lam / mu) * (lam / mu) ** n;
}
