import { makeOutcome, type Outcome } from '../../engine/results/outcome.ts';
import { tallyDay } from '../../engine/results/tally-day.ts';
import type { Plan } from '../../lobby/branch/plan.ts';
import { visitsADay } from '../../workload/arrivals.ts';
import type { Model } from '../../workload/model.ts';
import { sampleInto } from '../../workload/sample.ts';
import { makeSampler } from '../../workload/sampler.ts';
import { makeTape, type Tape } from '../../workload/tape.ts';
import { kernelOf } from './kernel-of.ts';
import type { Trial } from './measure.ts';
import type { Section } from './section.ts';

/** Whole days of a model under a plan, from opening to the last customer: the tallies that every study makes, and sums beside them. */
export function dayTrial(
  model: Model,
  plan: Plan,
  seed: number,
  extra: { sums: number; add(tape: Tape, outcome: Outcome, into: Section): void } = { sums: 0, add: () => {} },
): Trial {
  const profile = model.arrivals[0]!;
  const { floor, kernel } = kernelOf(model, plan);
  const sampler = makeSampler(model);
  const tape = makeTape(0);
  const outcome = makeOutcome();
  return {
    classes: 1,
    sums: extra.sums,
    customersPerDay: visitsADay(profile),
    run(day, into) {
      sampleInto(sampler, seed, day, tape);
      kernel.run(tape, outcome);
      tallyDay(floor, outcome, into.tallies[0]!);
      extra.add(tape, outcome, into);
    },
  };
}
