import { z } from 'zod';
import { erlangA, meanWaitServed, servedWithin } from '../../../theory/queues/erlang-a.ts';
import { fewestServers } from '../../../theory/staffing/fewest-servers.ts';
import { answererOf } from '../../answer.ts';
import { length, share } from '../../params.ts';
import { tooMuchWork } from '../../too-much.ts';
import { rowRates } from './row-rates.ts';

const params = z.object({
  ahtMin: length,
  targetMin: z.number().min(0),
  serviceLevel: share,
  /** One of the names that mean patience goes by. */
  patienceMeanMin: length.optional(),
  patienceMin: length.optional(),
  meanPatienceMin: length.optional(),
  lam: z.unknown().optional(),
  lamPerHour: z.unknown().optional(),
});

/** The fewest tellers for each arrival rate where people leave: served within the target, as a share of all who come. Erlang A. */
export const erlangASizingTable = answererOf('erlang-a-sizing-table', params, (need, { expected, rows }) => {
  const rates = rowRates(need.lam ?? need.lamPerHour, rows);
  const patience = need.patienceMeanMin ?? need.patienceMin ?? need.meanPatienceMin;
  if (patience === undefined) return { reason: 'no mean patience: params.patienceMeanMin is to say it' };
  if (rates === null) return { reason: 'no arrival rates: neither lam nor the rows say any (lamPerHour)' };
  const reason = tooMuchWork((Math.max(...rates) / 60) * need.ahtMin);
  if (reason !== null) return { reason };
  const exact = rates.map((lamPerHour) => {
    const queue = { lam: lamPerHour / 60, mu: 1 / need.ahtMin, theta: 1 / patience };
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
  // a table by rows, or one list a quantity
  if (rows.length > 0) return { exact };
  return { exact: Object.fromEntries(Object.keys(expected).map((key) => [key, exact.map((row) => row[key as keyof typeof row])])) };
});
