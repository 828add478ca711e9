import { z } from 'zod';
import { priorityWaitsMg1 } from '../../../theory/priorities/priority.ts';
import { answererOf } from '../../answer.ts';
import { length, rate, scv } from '../../params.ts';
import { waitsByClass } from '../../trial/queue-quantities.ts';
import { simulateQueue } from '../../trial/simulate.ts';
import { priorityQueue } from './priority-queue.ts';

const oneClass = z.object({ lam: rate, meanService: length, scv, priority: z.int().min(0).optional() });
const params = z.object({ classes: z.array(oneClass).min(1), servers: z.literal(1).default(1) });

/** M/G/1 with strict priority, nobody interrupted; classes with the same priority share one line: Cobham, and the engine. */
export const priorityMg1Nonpreemptive = answererOf('priority-mg1-nonpreemptive', params, ({ classes }, { effort }) => {
  const load = classes.reduce((sum, { lam, meanService }) => sum + lam * meanService, 0);
  if (load >= 1) return { reason: `no long run: the load ${load} is not below 1` };
  const priorities = classes.map(({ priority }, at) => priority ?? at);
  const order = [...new Set(priorities)].sort((left, right) => left - right);
  const queue = priorityQueue(
    1,
    classes.map(({ lam, meanService, scv }, at) => ({
      lam,
      work: { mean: meanService, scv },
      tier: order.indexOf(priorities[at]!),
    })),
  );
  return {
    exact: { Wq: priorityWaitsMg1(classes.map((one, at) => ({ ...one, priority: priorities[at]! }))) },
    ...simulateQueue(queue, (view) => ({ Wq: waitsByClass(view, classes.length) }), effort),
  };
});
