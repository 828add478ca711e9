import { delayProbability } from '../queues/erlang-c.ts';
import { slackForDelay } from '../queues/halfin-whitt.ts';
import { fewestServers } from './fewest-servers.ts';

/** A load, the fewest servers that hold a target of delay there by Erlang C, and those that the square root rule says. */
export interface SquareRootRow {
  readonly R: number;
  readonly exact: number;
  readonly sqrtRule: number;
  readonly pWaitExact: number;
}

/** c = ⌈R + β√R⌉ beside the exact answer, for P(wait > 0) ≤ `alpha` at a load of `R` Erlang. (Borst, Mandelbaum & Reiman 2004.) */
export function squareRootRow(R: number, alpha: number): SquareRootRow {
  const delay = (servers: number): number => delayProbability({ servers, lam: R, mu: 1 });
  const exact = fewestServers((servers) => delay(servers) <= alpha);
  return { R, exact, sqrtRule: Math.ceil(R + slackForDelay(alpha) * Math.sqrt(R)), pWaitExact: delay(exact) };
}
