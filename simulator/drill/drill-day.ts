import type { Plan } from '../lobby/branch/plan.ts';
import type { Model } from '../workload/model.ts';
import type { Tape } from '../workload/tape.ts';
import type { DrilledEvent } from './core-lobby.ts';
import { theDay } from './hall.ts';
import { type DrilledDay, setStage } from './stage.ts';

/** No day has so many: a drill that goes on has lost its way. */
const mostEvents = 50_000_000;

/** 演练: the tape's people and the plan's staff act on the real core; the journal is what the core writes (engine/SPEC.md). */
export function drillDay(tape: Tape, plan: Plan, model: Model, day: DrilledDay): readonly DrilledEvent[] {
  const { hall, sim } = setStage(tape, plan, model, day);
  const { closesMs, lobby } = hall.setting;
  // Never in chunks of time: simjs drops the first event past the end of a chunk.
  const ended = sim.simulate(Number.MAX_SAFE_INTEGER, mostEvents);
  if (!ended) throw new Error(`the drill of ${day.date} does not come to an end`);
  lobby.submit({ type: 'close-day' }, theDay, Math.max(day.midnightAt + closesMs, lobby.state.at));
  return lobby.journal;
}
