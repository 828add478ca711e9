import { z } from 'zod';
import { cmuRule as rule } from '../../../theory/priorities/cmu-rule.ts';
import { answererOf } from '../../answer.ts';
import { length, rate, scv } from '../../params.ts';
import { waitsByClass } from '../../trial/queue-quantities.ts';
import { simulateQueue } from '../../trial/simulate.ts';
import { priorityQueue } from './priority-queue.ts';

const list = <T extends z.ZodType>(of: T) => z.array(of).min(1);
const params = z
  .object({ lam: list(rate), meanService: list(length), scv: list(scv), cost: list(z.number().min(0)) })
  .refine((one) => [one.meanService, one.scv, one.cost].every((other) => other.length === one.lam.length), {
    message: 'lam, meanService, scv and cost hold one value for each class',
  });

/** The order that costs least in an M/G/1: the formula, and the engine under strict priority in that order. */
export const cmuRule = answererOf('cmu-rule', params, ({ lam, meanService, scv, cost }, { effort }) => {
  const classes = lam.map((one, at) => ({ lam: one, meanService: meanService[at]!, scv: scv[at]!, cost: cost[at]! }));
  const load = classes.reduce((sum, one) => sum + one.lam * one.meanService, 0);
  if (load >= 1) return { reason: `no long run: the load ${load} is not below 1` };
  const exact = rule(classes);
  const queue = priorityQueue(
    1,
    classes.map((one, at) => ({ lam: one.lam, work: { mean: one.meanService, scv: one.scv }, tier: exact.order.indexOf(at) })),
  );
  const simulation = simulateQueue(queue, (view) => ({ WqPerClass: waitsByClass(view, classes.length) }), effort);
  return { exact, ...simulation };
});
