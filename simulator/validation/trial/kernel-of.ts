import type { Floor } from '../../engine/floor/floor.ts';
import { Kernel } from '../../engine/kernel.ts';
import { turnaroundOf } from '../../engine/results/study.ts';
import { floorOf } from '../../engine/run.ts';
import type { Plan } from '../../lobby/branch/plan.ts';
import { behaviourOf } from '../../workload/behaviour.ts';
import type { Model } from '../../workload/model.ts';

/** The engine for the days of a model's first profile under a plan, as every study makes it. */
export function kernelOf(model: Model, plan: Plan): { floor: Floor; kernel: Kernel } {
  const floor = floorOf(model.branch, plan, model.arrivals[0]!.days[0]!);
  return { floor, kernel: new Kernel(floor, turnaroundOf(model, floor), behaviourOf(model)) };
}
