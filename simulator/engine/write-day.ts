import type { Plan } from '../lobby/branch/plan.ts';
import { behaviourOf } from '../workload/behaviour.ts';
import type { Model } from '../workload/model.ts';
import type { Tape } from '../workload/tape.ts';
import { JournalScribe, type SimulatedEvent, type WrittenDay } from './journal/journal-scribe.ts';
import { Kernel } from './kernel.ts';
import { makeOutcome, type Outcome } from './results/outcome.ts';
import { turnaroundOf } from './results/study.ts';
import { floorOf } from './run.ts';

/** One day of a model under a plan with its journal, event by event: `run(tape, plan, branch) → KPIs + Journal`. */
export function writeDay(
  model: Model,
  plan: Plan,
  tape: Tape,
  day: WrittenDay & { readonly weekday: number },
  write: (event: SimulatedEvent) => void,
): Outcome {
  const floor = floorOf(model.branch, plan, day.weekday);
  const outcome = makeOutcome();
  new Kernel(floor, turnaroundOf(model, floor), behaviourOf(model)).run(tape, outcome, new JournalScribe(floor, day, write));
  return outcome;
}
