import { z } from 'zod';
import { sojournTime } from '../../../theory/queues/open-network.ts';
import { answererOf } from '../../answer.ts';
import { rate, rateOrNone, servers } from '../../params.ts';
import { measure } from '../../trial/measure.ts';
import { networkTrial } from '../../trial/network-trial.ts';

const params = z
  .object({
    stations: z
      .array(z.object({ servers, mu: rate }))
      .min(1)
      .max(60),
    arrivals: z.array(rateOrNone),
    routing: z.array(z.array(z.number().min(0).max(1))),
  })
  .refine(
    ({ stations, arrivals, routing }) =>
      arrivals.length === stations.length &&
      routing.length === stations.length &&
      routing.every((row) => row.length === stations.length),
    {
      message: 'arrivals and the rows and columns of routing are one for each station',
    },
  )
  .refine(({ routing }) => routing.every((row) => row.reduce((sum, p) => sum + p, 0) <= 1 + 1e-9), {
    path: ['routing'],
    message: 'the probabilities of a row add up to at most 1',
  })
  .refine(({ arrivals }) => arrivals.some((rate) => rate > 0), { path: ['arrivals'], message: 'nobody arrives' });

/** Mean time in an open network: Jackson, and the engine with visits of several needs. */
export const queueingNetworkOpen = answererOf('queueing-network-open', params, (network, { expected, effort }) => {
  const sojourn = sojournTime(network);
  if (!Number.isFinite(sojourn)) return { reason: 'no long run: some station cannot bear its rate, or nobody leaves the network' };
  const made = networkTrial(network, effort.seed);
  if ('reason' in made) return { exact: { sojourn }, notSimulated: made.reason };
  if (!('sojourn' in expected)) return { exact: { sojourn } };
  return { exact: { sojourn }, ...measure(made.trial, { sojourn: ({ sums }) => sums[0]! / sums[1]! / made.unitMs }, effort) };
});
