import fc from 'fast-check';
import type { Plan } from '../lobby/branch/plan.ts';
import { minuteMs } from '../workload/clock.ts';
import type { Model } from '../workload/model.ts';
import { sample } from '../workload/sample.ts';
import type { Tape } from '../workload/tape.ts';
import { anyBranch } from './any-branch.ts';
import { anyModel } from './any-model.ts';
import { anyPlan } from './any-plan.ts';
import { keepVisits } from './keep-visits.ts';
import { onGrid } from './on-grid.ts';

/** A day of a small branch with any of the features of model and plan, and its tape. */
export interface AnyDay {
  readonly model: Model;
  readonly plan: Plan;
  readonly tape: Tape;
}

/** Visits of a day at most; who else would come stays at home. */
const mostVisits = 30;

/** Shrinks towards fewer features, fewer shifts and fewer visits. */
export const anyDay: fc.Arbitrary<AnyDay> = anyBranch.chain((branch) =>
  fc
    .record({
      plan: anyPlan(branch),
      model: anyModel(branch),
      seed: fc.nat(1_000_000),
      gridMs: fc.constantFrom(1, minuteMs / 2, minuteMs),
      // 0 leaves the visit out.
      stays: fc.array(fc.nat(15), { minLength: mostVisits, maxLength: mostVisits }),
    })
    .map(({ gridMs, model, plan, seed, stays }) => ({
      model,
      plan,
      tape: keepVisits(onGrid(sample(model, seed, 1), gridMs), (visit) => (stays[visit] ?? 0) > 0),
    })),
);
