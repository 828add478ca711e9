import { erlangB } from './erlang-b.ts';

/** M/M/c: rates per one and the same unit of time; all times answered in that unit. */
export interface Mmc {
  readonly servers: number;
  readonly lam: number;
  /** Rate of one server. */
  readonly mu: number;
}

const loadOf = ({ lam, mu }: Mmc): number => lam / mu;
export const isStable = (queue: Mmc): boolean => loadOf(queue) < queue.servers;

/** Erlang C: P(wait > 0) = B / (1 − ρ(1 − B)); 1 when the load is not below the servers. (Erlang 1917.) */
export function delayProbability(queue: Mmc): number {
  if (!isStable(queue)) return 1;
  const block = erlangB(queue.servers, loadOf(queue));
  const rho = loadOf(queue) / queue.servers;
  return block / (1 - rho * (1 - block));
}

/** P(wait > t) = C e^{−(cμ − λ)t}. */
export function waitTail(queue: Mmc, t: number): number {
  if (!isStable(queue)) return 1;
  return delayProbability(queue) * Math.exp(-(queue.servers * queue.mu - queue.lam) * t);
}

/** E[wait] = C / (cμ − λ), over all customers. */
export function meanWait(queue: Mmc): number {
  if (!isStable(queue)) return Number.POSITIVE_INFINITY;
  return delayProbability(queue) / (queue.servers * queue.mu - queue.lam);
}

/** The wait that a share `p` of all customers stays below. */
export function waitQuantile(queue: Mmc, p: number): number {
  if (!isStable(queue)) return Number.POSITIVE_INFINITY;
  const delay = delayProbability(queue);
  return delay <= 1 - p ? 0 : Math.log(delay / (1 - p)) / (queue.servers * queue.mu - queue.lam);
}

/** Means by Little's law: `L` in the system, `Lq` waiting, `W` in the system. */
export function meansOf(queue: Mmc): { Wq: number; W: number; Lq: number; L: number } {
  const Wq = meanWait(queue);
  const W = Wq + 1 / queue.mu;
  return { Wq, W, Lq: queue.lam * Wq, L: queue.lam * W };
}
