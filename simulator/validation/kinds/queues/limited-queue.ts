import type { Mmck } from '../../../theory/queues/mmck.ts';
import { relaxationTime } from '../../trial/relaxation.ts';
import type { StationaryQueue } from '../../trial/stationary.ts';
import { plainQueue } from './plain-queue.ts';

/** M/M/c/K as the engine runs it: who finds as many waiting as the room allows leaves, unless somebody is free for them at once. */
export function limitedQueue(queue: Mmck): StationaryQueue {
  const { servers, lam, mu, room } = queue;
  return { ...plainQueue({ servers, lam, mu }), relaxation: relaxationTime(queue), room };
}
