import { dayMs } from '../../workload/clock.ts';
import { relaxationTime } from './relaxation.ts';
import { type Draw, renewalTape } from './renewal-tape.ts';
import type { Shape } from './shape.ts';
import type { StationaryQueue } from './stationary.ts';

/** G/G/c first come, first served, its gaps and services drawn by the caller: `draws` for a unit of so many ms. */
export function renewalQueue(
  servers: number,
  gap: Shape,
  work: Shape,
  draws: (unitMs: number) => { gap: Draw; work: Draw },
  seed: number,
): StationaryQueue {
  const lam = 1 / gap.mean;
  let made: { unitMs: number; draws: { gap: Draw; work: Draw } } | undefined;
  return {
    servers,
    classes: [{ lam, work, tier: 0 }],
    calling: { id: 'fcfs', options: {} },
    relaxation: relaxationTime({ servers, lam, mu: 1 / work.mean, variability: (gap.scv + work.scv) / 2 }),
    overtaking: false,
    tapeOf(unitMs, tape, day) {
      if (made?.unitMs !== unitMs) made = { unitMs, draws: draws(unitMs) };
      const expected = dayMs / (gap.mean * unitMs);
      // room for far more than the day can bring
      const visits = Math.ceil(expected + 10 * Math.sqrt(expected * Math.max(1, gap.scv)) + 100);
      return renewalTape(made.draws, { visits, untilMs: dayMs }, { seed, day }, tape);
    },
  };
}
