import type { Mg1 } from '../queues/mg1.ts';
import { priorityWaitsMg1 } from './priority.ts';

/** A class of an M/G/1 and what each unit of its waiting time costs. */
export interface CostedClass extends Mg1 {
  readonly cost: number;
}

/**
 * The c-mu rule: serve first the class with the largest cost × service rate, nobody interrupted. It makes the cost of waiting
 * Σ c_i λ_i Wq_i the least of all orders. (Cox & Smith 1961; waits by Cobham 1954.) `order` by position, the first served first;
 * equal indices keep the order given.
 */
export function cmuRule(classes: readonly CostedClass[]): { order: number[]; WqPerClass: number[]; costRate: number } {
  const index = ({ cost, meanService }: CostedClass): number => cost / meanService;
  const order = classes.map((_, at) => at).sort((left, right) => index(classes[right]!) - index(classes[left]!));
  const WqPerClass = priorityWaitsMg1(classes.map((one, at) => ({ ...one, priority: order.indexOf(at) })));
  const costRate = classes.reduce((sum, one, at) => sum + one.cost * one.lam * WqPerClass[at]!, 0);
  return { order, WqPerClass, costRate };
}
