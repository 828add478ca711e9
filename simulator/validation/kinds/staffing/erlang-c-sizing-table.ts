import { z } from 'zod';
import { meanWait, waitTail } from '../../../theory/queues/erlang-c.ts';
import { fewestServers } from '../../../theory/staffing/fewest-servers.ts';
import { answererOf } from '../../answer.ts';
import { length, share } from '../../params.ts';
import { tooMuchWork } from '../../too-much.ts';
import { rowRates } from './row-rates.ts';

const params = z.object({ ahtMin: length, targetMin: z.number().min(0), serviceLevel: share, lam: z.unknown() });

/** The fewest tellers for each arrival rate by Erlang C, and how they do. */
export const erlangCSizingTable = answererOf(
  'erlang-c-sizing-table',
  params,
  ({ ahtMin, targetMin, serviceLevel, lam }, { rows }) => {
    const rates = rowRates(lam, rows);
    if (rates === null) return { reason: 'no arrival rates: neither lam nor the rows say any (lamPerHour)' };
    const reason = tooMuchWork((Math.max(...rates) / 60) * ahtMin);
    if (reason !== null) return { reason };
    const exact = rates.map((lamPerHour) => {
      const queue = { lam: lamPerHour / 60, mu: 1 / ahtMin };
      const level = (servers: number): number => 1 - waitTail({ ...queue, servers }, targetMin);
      const servers = fewestServers((count) => level(count) >= serviceLevel);
      return {
        lamPerHour,
        servers,
        serviceLevel: level(servers),
        meanWaitMin: meanWait({ ...queue, servers }),
        occupancy: (queue.lam * ahtMin) / servers,
      };
    });
    return { exact };
  },
);
