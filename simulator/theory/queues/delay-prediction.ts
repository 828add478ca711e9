/** What somebody who has `queueAhead` customers waiting before them may be told. */
export interface QueueAhead {
  readonly queueAhead: number;
  readonly servers: number;
  readonly mu: number;
  /** Rate at which each of those ahead leaves; 0: nobody does. */
  readonly theta?: number | undefined;
}

/**
 * QL and QLM: the wait until those ahead and the first server are gone is a sum of exponential steps with rates cμ + iθ,
 * i = 0 … queueAhead; without leaving an Erlang. Mean and standard deviation. (Ibrahim & Whitt 2009; with leaving: Whitt 1999.)
 */
export function waitByQueueLength({ queueAhead, servers, mu, theta = 0 }: QueueAhead): { mean: number; sd: number } {
  let mean = 0;
  let variance = 0;
  for (let ahead = 0; ahead <= queueAhead; ahead++) {
    const step = 1 / (servers * mu + ahead * theta);
    mean += step;
    variance += step * step;
  }
  return { mean, sd: Math.sqrt(variance) };
}

/**
 * How many times the mean squared error of QL that of LES is (last to enter service: quote the wait of whoever was called last), in
 * heavy traffic: ca² + 1; 2 for Poisson arrivals, 1 for regular ones. A limit. (Ibrahim & Whitt 2009.)
 */
export const lastWaitErrorRatio = (ca2: number): number => ca2 + 1;
