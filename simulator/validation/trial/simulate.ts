import type { Answer, Effort } from '../answer.ts';
import { measure, type Quantities } from './measure.ts';
import { type StationaryQueue, stationaryTrial, type View } from './stationary.ts';

/** Simulates a queue in the long run and measures what is asked; says why where it cannot. */
export function simulateQueue(
  queue: StationaryQueue,
  quantitiesOf: (view: View) => Quantities,
  effort: Effort,
): Pick<Answer, 'simulated' | 'customers' | 'notSimulated'> {
  const made = stationaryTrial(queue, effort.seed);
  if ('reason' in made) return { notSimulated: made.reason };
  const quantities = quantitiesOf(made.view);
  return Object.keys(quantities).length === 0 ? {} : measure(made.trial, quantities, effort);
}
