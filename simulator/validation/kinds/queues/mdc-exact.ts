import { z } from 'zod';
import { mdcWait } from '../../../theory/queues/mdc.ts';
import { answererOf } from '../../answer.ts';
import { length, rate, servers } from '../../params.ts';
import { queueQuantities } from '../../trial/queue-quantities.ts';
import { relaxationTime } from '../../trial/relaxation.ts';
import { simulateQueue } from '../../trial/simulate.ts';

const params = z.object({ servers, lam: rate, D: length });

/** M/D/c in the long run: Crommelin, and the engine. */
export const mdcExact = answererOf('mdc-exact', params, (queue, { expected, effort }) => {
  const { servers, lam, D } = queue;
  if (lam * D >= servers) return { reason: `no long run: a load of ${lam * D} is not below ${servers} servers` };
  const Wq = mdcWait(queue);
  const asLobby = {
    servers,
    classes: [{ lam, work: { mean: D, scv: 0 }, tier: 0 }],
    calling: { id: 'fcfs', options: {} },
    relaxation: relaxationTime({ servers, lam, mu: 1 / D, variability: 0.5 }),
    overtaking: false,
  };
  return {
    exact: { Wq, Lq: lam * Wq, W: Wq + D, L: lam * (Wq + D) },
    ...simulateQueue(asLobby, (view) => queueQuantities(view, Object.keys(expected)), effort),
  };
});
