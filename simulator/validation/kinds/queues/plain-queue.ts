import type { Mmc } from '../../../theory/queues/erlang-c.ts';
import { relaxationTime } from '../../trial/relaxation.ts';
import type { StationaryQueue } from '../../trial/stationary.ts';

/** M/M/c or M/M/c+M as the engine runs it: one line, first come, first served. */
export function plainQueue(queue: Mmc & { readonly theta?: number }, target?: number): StationaryQueue {
  const { servers, lam, mu, theta } = queue;
  return {
    servers,
    classes: [{ lam, work: { mean: 1 / mu, scv: 1 }, tier: 0, meanPatience: theta === undefined ? undefined : 1 / theta }],
    calling: { id: 'fcfs', options: {} },
    relaxation: relaxationTime(queue),
    target,
    overtaking: false,
  };
}
