import { z } from 'zod';
import { commonStep } from '../../../theory/through-the-day/common-step.ts';
import { answererOf } from '../../answer.ts';
import { servers } from '../../params.ts';
import { queueQuantities } from '../../trial/queue-quantities.ts';
import { renewalQueue } from '../../trial/renewal-queue.ts';
import { simulateQueue } from '../../trial/simulate.ts';
import { distributionOf, drawOf, sayable } from '../../trial/words.ts';

const params = z.object({ interarrival: z.string(), service: z.string(), servers });

/** G/G/c in the long run, distributions in words: the engine alone. */
export const ggcSimulation = answererOf('ggc-simulation', params, ({ interarrival, service, servers }, { expected, effort }) => {
  const gap = distributionOf(interarrival);
  const work = distributionOf(service);
  if (gap === null || work === null) {
    const [name, words] = gap === null ? ['interarrival', interarrival] : ['service', service];
    return { reason: `${name} "${words}" cannot be read; can be: ${sayable}` };
  }
  const load = work.mean / gap.mean;
  if (load >= servers) return { reason: `no long run: a load of ${load} is not below ${servers} servers` };
  const draws = (unitMs: number) => ({ gap: drawOf(gap, unitMs), work: drawOf(work, unitMs) });
  const grain = commonStep([gap.shift, work.shift]);
  const { notSimulated, ...simulation } = simulateQueue(
    { ...renewalQueue(servers, gap, work, draws, effort.seed), ...(grain > 0 ? { grain } : {}) },
    (view) => queueQuantities(view, Object.keys(expected)),
    effort,
  );
  return notSimulated === undefined ? simulation : { reason: notSimulated };
});
