import { z } from 'zod';
import { delayProbability, isStable, meanWait, waitTail } from '../../../theory/queues/erlang-c.ts';
import { answererOf } from '../../answer.ts';
import { length, rate, servers } from '../../params.ts';
import { queueQuantities } from '../../trial/queue-quantities.ts';
import { simulateQueue } from '../../trial/simulate.ts';
import { plainQueue } from './plain-queue.ts';

const params = z.object({ servers, arrivalsPerHour: rate, ahtSec: length, targetSec: z.number().min(0) });

/** The call centre's Erlang C, in seconds: the queue is M/M/c. */
export const erlangC = answererOf('erlang-c', params, ({ servers, arrivalsPerHour, ahtSec, targetSec }, { expected, effort }) => {
  const queue = { servers, lam: arrivalsPerHour / 3600, mu: 1 / ahtSec };
  if (!isStable(queue)) return { reason: `no long run: a load of ${queue.lam / queue.mu} is not below ${servers} servers` };
  const exact = {
    pWait: delayProbability(queue),
    serviceLevel: 1 - waitTail(queue, targetSec),
    asaSec: meanWait(queue),
    occupancy: queue.lam / queue.mu / servers,
  };
  const simulation = simulateQueue(
    plainQueue(queue, targetSec),
    (view) => {
      const { Wq, ...others } = queueQuantities(view, ['Wq', ...Object.keys(expected)]);
      return 'asaSec' in expected ? { ...others, asaSec: Wq! } : others;
    },
    effort,
  );
  return { exact, ...simulation };
});
