import { z } from 'zod';
import { kpis } from '../../../lobby/kpi/need/table.ts';
import { erlangB as blocking } from '../../../theory/queues/erlang-b.ts';
import { answererOf } from '../../answer.ts';
import { servers } from '../../params.ts';
import { simulateQueue } from '../../trial/simulate.ts';
import { limitedQueue } from './limited-queue.ts';

const params = z.object({ servers, offered: z.number().min(0).max(1e6) });

/** Calls that find every server busy are lost: the recursion, and the engine where nobody waits. */
export const erlangB = answererOf('erlang-b', params, ({ servers, offered }, { effort }) => {
  const exact = { block: blocking(servers, offered) };
  if (offered === 0) return { exact };
  const queue = limitedQueue({ servers, lam: offered, mu: 1, room: servers });
  return { exact, ...simulateQueue(queue, () => ({ block: ({ tallies }) => kpis.abandonRate.value(tallies[0]!) }), effort) };
});
