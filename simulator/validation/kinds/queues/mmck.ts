import { kpis } from '../../../lobby/kpi/need/table.ts';
import { mmck as chain } from '../../../theory/queues/mmck.ts';
import { answererOf } from '../../answer.ts';
import { mmcParams, servers } from '../../params.ts';
import type { Quantities } from '../../trial/measure.ts';
import { simulateQueue } from '../../trial/simulate.ts';
import { limitedQueue } from './limited-queue.ts';

const params = mmcParams.extend({ room: servers });

/** M/M/c/K: the birth-death chain, and the engine with customers who do not join a full lobby. Waits and numbers are of those who join. */
export const mmck = answererOf('mmck', params, (queue, { expected, effort }) => {
  if (queue.room < queue.servers) return { reason: `room for ${queue.room} is less than ${queue.servers} servers` };
  const { p, ...means } = chain(queue);
  const simulation = simulateQueue(
    limitedQueue(queue),
    ({ unitMs, window }) => {
      const all: Quantities = {
        pBlock: ({ tallies }) => kpis.abandonRate.value(tallies[0]!),
        Wq: ({ tallies }) => kpis.waitMeanMs.value(tallies[0]!) / unitMs,
        W: ({ tallies: [tally] }) => (tally!.servedWaitMs + tally!.workMs) / tally!.served / unitMs,
        L: ({ tallies: [tally], days }) => (tally!.servedWaitMs + tally!.workMs) / (days * window * unitMs),
      };
      return Object.fromEntries(Object.entries(all).filter(([key]) => key in expected));
    },
    effort,
  );
  return { exact: { ...means, p, p0: p[0]! }, ...simulation };
});
