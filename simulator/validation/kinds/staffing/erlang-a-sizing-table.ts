import { z } from 'zod';
import { erlangA, meanWaitServed, servedWithin } from '../../../theory/queues/erlang-a.ts';
import { fewestServers } from '../../../theory/staffing/fewest-servers.ts';
import { answererOf } from '../../answer.ts';
import { length, share } from '../../params.ts';
import { rowRates } from './row-rates.ts';

const params = z.object({
  ahtMin: length,
  targetMin: z.number().min(0),
  serviceLevel: share,
  patienceMeanMin: length,
  lam: z.unknown(),
});

/** The fewest tellers for each arrival rate where people leave: served within the target, as a share of all who come. Erlang A. */
export const erlangASizingTable = answererOf('erlang-a-sizing-table', params, (need, { rows }) => {
  const rates = rowRates(need.lam, rows);
  if (rates === null) return { reason: 'no arrival rates: neither lam nor the rows say any (lamPerHour)' };
  const exact = rates.map((lamPerHour) => {
    const queue = { lam: lamPerHour / 60, mu: 1 / need.ahtMin, theta: 1 / need.patienceMeanMin };
    const level = (servers: number): number => servedWithin({ ...queue, servers }, need.targetMin);
    const servers = fewestServers((count) => level(count) >= need.serviceLevel);
    const sized = { ...queue, servers };
    const { pWait, pAbandon, Lq, occupancy, meanWaitAll } = erlangA(sized);
    return {
      lamPerHour,
      servers,
      serviceLevel: level(servers),
      pServedWithinTarget: level(servers),
      pWait,
      pAbandon,
      Lq,
      occupancy,
      meanWaitMin: meanWaitAll,
      meanWaitAllMin: meanWaitAll,
      meanWaitServedMin: meanWaitServed(sized),
    };
  });
  return { exact };
});
