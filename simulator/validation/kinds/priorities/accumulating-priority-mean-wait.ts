import { z } from 'zod';
import { accumulatingWaits } from '../../../theory/priorities/accumulating-priority.ts';
import { answererOf } from '../../answer.ts';
import { rate, servers } from '../../params.ts';
import { lineOfTier } from '../../trial/lobby-of.ts';
import { waitsByClass } from '../../trial/queue-quantities.ts';
import { simulateQueue } from '../../trial/simulate.ts';
import { priorityQueue } from './priority-queue.ts';

const params = z
  .object({ servers, lams: z.array(rate).min(1), b: z.array(rate).min(1), mu: rate })
  .refine(({ lams, b }) => lams.length === b.length, { path: ['b'], message: 'one value for each class of lams' });

/** Accumulating priority: the linear system of mean waits, and the engine under the strategy `ageing`. */
export const accumulatingPriorityMeanWait = answererOf('accumulating-priority-mean-wait', params, (queue, { effort }) => {
  const { servers, lams, b, mu } = queue;
  const load = lams.reduce((sum, lam) => sum + lam, 0) / mu;
  if (load >= servers) return { reason: `no long run: a load of ${load} is not below ${servers} servers` };
  const largest = Math.max(...b);
  const asLobby = priorityQueue(
    servers,
    lams.map((lam, tier) => ({ lam, work: { mean: 1 / mu, scv: 1 }, tier })),
    { id: 'ageing', options: { ratePerLine: Object.fromEntries(b.map((one, at) => [lineOfTier(at), one / largest])) } },
  );
  return {
    exact: accumulatingWaits(queue),
    ...simulateQueue(asLobby, (view) => ({ Wq: waitsByClass(view, lams.length) }), effort),
  };
});
