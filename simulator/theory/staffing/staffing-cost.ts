import { type Mmc, meansOf } from '../queues/erlang-c.ts';

/** What a unit of time costs: of a server, and of a customer waiting in line. */
export interface StaffingCost {
  readonly lam: number;
  readonly mu: number;
  readonly serverCost: number;
  readonly waitingCost: number;
}

/** Cost per unit of time: servers and those waiting, by Erlang C; infinite where the queue grows for ever. (Winston, Operations Research, queueing optimisation.) */
export function costRateOf({ lam, mu, serverCost, waitingCost }: StaffingCost, servers: number): number {
  const queue: Mmc = { servers, lam, mu };
  return servers * serverCost + waitingCost * meansOf(queue).Lq;
}

/** The cheapest of the candidates; of equal ones the first. */
export function cheapestServers(cost: StaffingCost, candidates: readonly number[]): number {
  return candidates.reduce((best, servers) => (costRateOf(cost, servers) < costRateOf(cost, best) ? servers : best));
}
