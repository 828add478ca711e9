import { erlangA as means, meanWaitServed, servedWithin, waitTailA } from '../../../theory/queues/erlang-a.ts';
import { answererOf } from '../../answer.ts';
import { length, mmcParams, rate } from '../../params.ts';
import { queueQuantities } from '../../trial/queue-quantities.ts';
import { simulateQueue } from '../../trial/simulate.ts';
import { plainQueue } from './plain-queue.ts';

/** Customers that the chain is followed to. */
const longest = 1e6;
const params = mmcParams.extend({ theta: rate, target: length.optional() });

/** M/M/c+M in the long run: the birth-death chain and the density of the offered wait, and the engine. */
export const erlangA = answererOf('erlang-a', params, (queue, { expected, effort }) => {
  const waiting = (queue.lam - queue.servers * queue.mu) / queue.theta;
  if (waiting > longest) return { reason: `some ${waiting.toPrecision(2)} wait at a time: at most ${longest} are followed` };
  const exact = {
    ...means(queue),
    meanWaitServed: meanWaitServed(queue),
    ...(queue.target === undefined
      ? {}
      : { pServedWithinTarget: servedWithin(queue, queue.target), pWaitGtTarget: waitTailA(queue, queue.target) }),
  };
  const keys = Object.keys(expected);
  return { exact, ...simulateQueue(plainQueue(queue, queue.target), (view) => queueQuantities(view, keys), effort) };
});
