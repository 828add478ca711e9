import { z } from 'zod';
import { type LatticeLaw, latticeWaits } from '../../../theory/queues/lattice-lindley.ts';
import { commonStep } from '../../../theory/through-the-day/common-step.ts';
import { dayMs } from '../../../workload/clock.ts';
import { answererOf, type Effort } from '../../answer.ts';
import { firstCustomers } from '../../trial/first-customers.ts';
import { measure, type Quantities } from '../../trial/measure.ts';
import { queueQuantities } from '../../trial/queue-quantities.ts';
import { renewalQueue } from '../../trial/renewal-queue.ts';
import type { Draw } from '../../trial/renewal-tape.ts';
import type { Shape } from '../../trial/shape.ts';
import { simulateQueue } from '../../trial/simulate.ts';

const law = z
  .array(z.tuple([z.number().min(0), z.number().min(0).max(1)]))
  .min(1)
  .refine((pairs) => Math.abs(pairs.reduce((sum, [, p]) => sum + p, 0) - 1) < 1e-9, 'probabilities must add up to 1');
const params = z.object({ interarrival: law, service: law, customers: z.int().min(1).max(10_000).optional() });

/** One server whose gaps and services take a few values: the law of the wait carried on exactly, and the engine. */
export const gg1DiscreteLindley = answererOf('gg1-discrete-lindley', params, (queue, { expected, effort }) => {
  const { interarrival, service, customers = 150 } = queue;
  const gap = momentsOf(interarrival);
  const work = momentsOf(service);
  if (work.mean >= gap.mean) return { reason: `no long run: the load ${work.mean / gap.mean} is not below 1` };
  const grain = commonStep([...interarrival, ...service].map(([value]) => value));
  if (tooFine(gap, work, grain, interarrival.length * service.length))
    return { reason: 'too near saturation, or values on too fine a lattice, to carry the law on exactly' };
  const { meanWaitFirst, ...means } = latticeWaits(queue, customers);
  const first = `meanWaitFirst${customers}`;
  const long = simulateQueue(
    {
      ...renewalQueue(1, gap, work, (unitMs) => ({ gap: draw(interarrival, unitMs), work: draw(service, unitMs) }), effort.seed),
      // ties are frequent on a lattice: every value is to be a whole number of ms
      grain,
    },
    (view) => {
      const { Wq, pNoWait } = queueQuantities(view, ['Wq', 'pNoWait']);
      return {
        ...('WqStationary' in expected ? { WqStationary: Wq! } : {}),
        ...('pNoWait' in expected ? { pNoWait: pNoWait! } : {}),
      };
    },
    effort,
  );
  const early = first in expected ? simulateFirst(queue, gap.mean, customers, first, effort) : {};
  return {
    exact: { ...means, [first]: meanWaitFirst },
    ...long,
    simulated: { ...long.simulated, ...early.simulated },
    customers: (long.customers ?? 0) + (early.customers ?? 0),
  };
});

/** Customers until the law is at rest × width of the law × moves: more than a minute or so of work. */
function tooFine(gap: Shape, work: Shape, grain: number, moves: number): boolean {
  const variance = gap.scv * gap.mean ** 2 + work.scv * work.mean ** 2;
  const drift = gap.mean - work.mean;
  const customers = 100 + (240 * variance) / drift ** 2;
  const width = (work.mean + gap.mean + (20 * variance) / drift) / grain;
  return customers * width * moves > 3e10;
}

function simulateFirst(
  { interarrival, service }: { interarrival: LatticeLaw; service: LatticeLaw },
  meanGap: number,
  customers: number,
  key: string,
  effort: Effort,
): Partial<ReturnType<typeof measure>> {
  // whole seconds to a unit, so that values to a thousandth are whole ms; two fifths of a day are enough for all
  const unitMs = 1000 * Math.floor((0.4 * dayMs) / (customers * meanGap) / 1000);
  if (unitMs === 0) return {};
  const draws = { gap: draw(interarrival, unitMs), work: draw(service, unitMs) };
  const quantities: Quantities = { [key]: ({ tallies }) => tallies[0]!.servedWaitMs / tallies[0]!.served / unitMs };
  // a stream of its own: the long run of this case uses the seed itself
  return measure(firstCustomers(1, draws, customers, effort.seed + 1), quantities, effort);
}

function momentsOf(values: LatticeLaw): Shape {
  const mean = values.reduce((sum, [value, p]) => sum + value * p, 0);
  const square = values.reduce((sum, [value, p]) => sum + value * value * p, 0);
  return { mean, scv: square / mean ** 2 - 1 };
}

function draw(values: LatticeLaw, unitMs: number): Draw {
  return (u) => {
    let passed = 0;
    for (const [value, p] of values) {
      passed += p;
      if (u < passed) return value * unitMs;
    }
    return values.at(-1)![0] * unitMs;
  };
}
