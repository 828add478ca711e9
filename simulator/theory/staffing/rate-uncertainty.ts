import { waitTail } from '../queues/erlang-c.ts';

/** A day whose rate is not known: one of `points` [rate, weight]. */
export interface UncertainRate {
  readonly points: readonly (readonly [rate: number, weight: number])[];
  readonly mu: number;
  readonly target: number;
}

/** Expected share served within the target by Erlang C over the points; at a rate that the servers cannot bear it counts 0. (Gurvich, Luedtke & Tezcan 2010.) */
export function expectedServiceLevel({ points, mu, target }: UncertainRate, servers: number): number {
  return points.reduce((sum, [lam, weight]) => sum + weight * (1 - waitTail({ servers, lam, mu }, target)), 0);
}
