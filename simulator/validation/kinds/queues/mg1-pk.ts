import { z } from 'zod';
import { mg1Wait } from '../../../theory/queues/mg1.ts';
import { answererOf } from '../../answer.ts';
import { length, rate, scv } from '../../params.ts';
import { queueQuantities } from '../../trial/queue-quantities.ts';
import { relaxationTime } from '../../trial/relaxation.ts';
import { simulateQueue } from '../../trial/simulate.ts';

const params = z.object({ lam: rate, meanService: length, scv });

/** M/G/1 in the long run: Pollaczek-Khinchine, and the engine. */
export const mg1Pk = answererOf('mg1-pk', params, (queue, { expected, effort }) => {
  const { lam, meanService, scv } = queue;
  if (lam * meanService >= 1) return { reason: `no long run: the load ${lam * meanService} is not below 1` };
  const Wq = mg1Wait(queue);
  const asLobby = {
    servers: 1,
    classes: [{ lam, work: { mean: meanService, scv }, tier: 0 }],
    calling: { id: 'fcfs', options: {} },
    relaxation: relaxationTime({ servers: 1, lam, mu: 1 / meanService, variability: (1 + scv) / 2 }),
    overtaking: false,
  };
  return {
    exact: { Wq, Lq: lam * Wq, W: Wq + meanService, L: lam * (Wq + meanService) },
    ...simulateQueue(asLobby, (view) => queueQuantities(view, Object.keys(expected)), effort),
  };
});
