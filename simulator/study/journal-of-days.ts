import type { SimulatedEvent } from '../engine/journal/journal-scribe.ts';
import { writeDay } from '../engine/write-day.ts';
import type { Plan } from '../lobby/branch/plan.ts';
import type { Model } from '../workload/model.ts';
import type { ArrivalProfile } from '../workload/model-shape.ts';
import { makeSampler, sampleInto } from '../workload/sample.ts';
import { makeTape } from '../workload/tape.ts';
import { daysLike } from './calendar.ts';

/**
 * The journal of the first days of a study, as one lobby's: numbered through, the branch configured once. Each day is that of the engine
 * event by event; tickets, appointments and proposals of later days carry the number of their day, and devices close between days.
 */
export function* journalOfDays(
  model: Model,
  profile: ArrivalProfile,
  plan: Plan,
  seed: number,
  days: number,
): Generator<SimulatedEvent> {
  const sampler = makeSampler(model, profile);
  const calendar = daysLike(model, profile);
  const devices = new Set(model.branch.stations.filter(({ kind }) => kind === 'device').map(({ id }) => id));
  let seq = 0;
  for (let day = 0; day < days; day++) {
    const events: SimulatedEvent[] = [];
    const tape = sampleInto(sampler, seed, day, makeTape(0));
    writeDay(model, plan, tape, calendar.next().value!, (event) => events.push(event));
    for (const event of events) {
      if (day > 0 && (event.type === 'branch-configured' || event.type === 'plan-adopted')) continue;
      if (event.type === 'day-closed' && day + 1 < days) {
        const by = { kind: 'system', id: 'day' } as const;
        for (const station of devices) {
          const { v, branch, at } = event;
          yield { v, branch, seq: ++seq, at, by, type: 'station-closed', data: { station } };
        }
      }
      yield { ...(day === 0 ? event : ofDay(event, `d${day}-`)), seq: ++seq };
    }
  }
}

function ofDay(event: SimulatedEvent, prefix: string): SimulatedEvent {
  const named = (value: unknown): unknown => {
    if (typeof value === 'string') return prefix + value;
    return value !== null && typeof value === 'object' && 'id' in value ? { ...value, id: prefix + String(value.id) } : value;
  };
  const data = Object.fromEntries(
    Object.entries(event.data).map(([key, value]) => [
      key,
      ['ticket', 'appointment', 'proposal'].includes(key) ? named(value) : value,
    ]),
  );
  const by = event.by.kind === 'ticket' ? { ...event.by, id: prefix + event.by.id } : event.by;
  return { ...event, by, data } as SimulatedEvent;
}
