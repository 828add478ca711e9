import { z } from 'zod';
import { preemptiveWaits } from '../../../theory/priorities/preemptive-priority.ts';
import { answererOf } from '../../answer.ts';
import { rate, servers } from '../../params.ts';

const params = z.object({ servers, lams: z.array(rate).min(1), mu: rate });

/** M/M/c where a higher class interrupts a lower one: a formula only, since a lobby interrupts nobody. */
export const priorityMmcPreemptive = answererOf('priority-mmc-preemptive', params, ({ servers, lams, mu }) => {
  const load = lams.reduce((sum, lam) => sum + lam, 0) / mu;
  if (load >= servers) return { reason: `no long run: a load of ${load} is not below ${servers} servers` };
  const Wq = preemptiveWaits(servers, lams, mu);
  return { exact: { Wq, W: Wq.map((wait) => wait + 1 / mu) } };
});
