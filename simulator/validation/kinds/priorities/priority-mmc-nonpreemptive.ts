import { z } from 'zod';
import { priorityWaits } from '../../../theory/priorities/priority.ts';
import { answererOf } from '../../answer.ts';
import { rate, servers } from '../../params.ts';
import { waitsByClass } from '../../trial/queue-quantities.ts';
import { simulateQueue } from '../../trial/simulate.ts';
import { priorityQueue } from './priority-queue.ts';

const params = z.object({ servers, lams: z.array(rate).min(1), mu: rate });

/** M/M/c with strict priority, nobody interrupted: Cobham, and the engine under the product's own strategy. */
export const priorityMmcNonpreemptive = answererOf('priority-mmc-nonpreemptive', params, ({ servers, lams, mu }, { effort }) => {
  const load = lams.reduce((sum, lam) => sum + lam, 0) / mu;
  if (load >= servers) return { reason: `no long run: a load of ${load} is not below ${servers} servers` };
  const queue = priorityQueue(
    servers,
    lams.map((lam, tier) => ({ lam, work: { mean: 1 / mu, scv: 1 }, tier })),
  );
  return {
    exact: { Wq: priorityWaits(servers, lams, mu) },
    ...simulateQueue(queue, (view) => ({ Wq: waitsByClass(view, lams.length) }), effort),
  };
});
