import { z } from 'zod';
import { waitTail } from '../../../theory/queues/erlang-c.ts';
import { fewestServers, scheduledFor } from '../../../theory/staffing/fewest-servers.ts';
import { answererOf } from '../../answer.ts';
import { length, rate, share } from '../../params.ts';

const params = z.object({
  arrivalsPerHour: rate,
  ahtSec: length,
  targetSec: z.number().min(0),
  serviceLevel: share,
  maxOccupancy: z.number().gt(0).max(1).default(1),
  shrinkage: z.number().min(0).lt(1).default(0),
});

/** Where the search ends. */
const mostServers = 10_000;

/** The fewest servers that meet a service level and an occupancy, and how many to roster: Erlang C. */
export const erlangCSizing = answererOf('erlang-c-sizing', params, (need) => {
  const queue = { lam: need.arrivalsPerHour / 3600, mu: 1 / need.ahtSec };
  const servers = fewestServers(
    (count) =>
      1 - waitTail({ ...queue, servers: count }, need.targetSec) >= need.serviceLevel &&
      queue.lam / queue.mu / count <= need.maxOccupancy,
    1,
    mostServers,
  );
  if (servers === mostServers) return { reason: `more than ${mostServers} servers are needed` };
  return { exact: { servers, scheduled: scheduledFor(servers, need.shrinkage) } };
});
