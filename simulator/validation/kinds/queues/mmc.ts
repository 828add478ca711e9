import { delayProbability, isStable, meansOf, waitQuantile } from '../../../theory/queues/erlang-c.ts';
import { answererOf } from '../../answer.ts';
import { mmcParams } from '../../params.ts';
import { queueQuantities } from '../../trial/queue-quantities.ts';
import { simulateQueue } from '../../trial/simulate.ts';
import { plainQueue } from './plain-queue.ts';

/** M/M/c in the long run: Erlang C, and the engine. */
export const mmc = answererOf('mmc', mmcParams, (queue, { expected, effort }) => {
  if (!isStable(queue)) return { reason: `no long run: a load of ${queue.lam / queue.mu} is not below ${queue.servers} servers` };
  const exact = {
    ...meansOf(queue),
    pWait: delayProbability(queue),
    p50Wait: waitQuantile(queue, 0.5),
    p90Wait: waitQuantile(queue, 0.9),
    p95Wait: waitQuantile(queue, 0.95),
  };
  return { exact, ...simulateQueue(plainQueue(queue), (view) => queueQuantities(view, Object.keys(expected)), effort) };
});
