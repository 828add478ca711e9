import { relaxationTime } from '../../trial/relaxation.ts';
import type { Shape } from '../../trial/shape.ts';
import type { StationaryQueue } from '../../trial/stationary.ts';

/** Classes of a queue where the lowest tier is called first and nobody is interrupted, as the engine runs it. */
export function priorityQueue(
  servers: number,
  classes: readonly { readonly lam: number; readonly work: Shape; readonly tier: number }[],
  calling: StationaryQueue['calling'] = { id: 'strict-priority', options: {} },
): StationaryQueue {
  const lam = classes.reduce((sum, one) => sum + one.lam, 0);
  const mean = classes.reduce((sum, one) => sum + one.lam * one.work.mean, 0) / lam;
  const square = classes.reduce((sum, one) => sum + one.lam * one.work.mean ** 2 * (1 + one.work.scv), 0) / lam;
  const scv = square / mean ** 2 - 1;
  return {
    servers,
    classes,
    calling,
    relaxation: relaxationTime({ servers, lam, mu: 1 / mean, variability: (1 + scv) / 2 }),
    overtaking: true,
  };
}
