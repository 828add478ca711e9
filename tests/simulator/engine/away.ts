import { aMonday } from '../../../simulator/agreement/both-journals.ts';
import type { Floor } from '../../../simulator/engine/floor/floor.ts';
import type { SimulatedEvent } from '../../../simulator/engine/journal/journal-scribe.ts';
import { emptyState } from '../../../simulator/lobby/evolve/empty-state.ts';
import { evolve } from '../../../simulator/lobby/evolve/evolve.ts';
import { heldStaff } from '../../../simulator/lobby/held-staff.ts';
import type { LobbyState } from '../../../simulator/lobby/state.ts';
import { absencesOf } from '../../../simulator/workload/absence-draws.ts';
import type { Behaviour } from '../../../simulator/workload/behaviour.ts';
import type { Tape } from '../../../simulator/workload/tape.ts';

/** Who is away now, for how long in all, by station, and whose absence is still owed, by person; ms. */
export interface Away {
  readonly lengthAt: ReadonlyMap<string, number>;
  readonly owed: ReadonlyMap<string, number>;
}

/** What the absences drawn for a day have come to by the end of a part of its journal (SPEC Y21). */
export function awayAfter(journal: readonly SimulatedEvent[], cutAt: number, floor: Floor, behaviour: Behaviour, tape: Tape): Away {
  const lengthAt = new Map<string, number>();
  const owed = new Map<string, number>();
  const due = floor.branch.staff
    .flatMap(({ id, role }, person) => {
      const rule = behaviour.absences[role];
      return rule === null ? [] : absencesOf(rule, tape.seed, tape.day, person).map((one) => ({ ...one, id }));
    })
    .map(({ atMs, id, lengthMs }) => ({ at: aMonday.midnightAt + atMs, id, lengthMs }))
    .filter(({ at }) => at <= cutAt)
    .sort((a, b) => a.at - b.at);
  let state: LobbyState = emptyState;
  const fallsDue = ({ id, lengthMs }: (typeof due)[number]): void => {
    const station = [...state.stations.values()].find(({ staff, status }) => status !== 'closed' && staff[0] === id);
    if (station === undefined || station.status === 'paused') return;
    if (station.status === 'ready' && !heldStaff(state).has(id)) lengthAt.set(station.id, lengthMs);
    else owed.set(id, lengthMs);
  };
  for (const event of journal) {
    while (due.length > 0 && due[0]!.at <= event.at) fallsDue(due.shift()!);
    state = evolve(state, event);
    if (event.type === 'station-opened') for (const id of event.data.staff) owed.delete(id);
    if (event.type === 'station-paused' && event.data.reason === 'back-office' && owed.has(event.by.id)) {
      lengthAt.set(event.data.station, owed.get(event.by.id)!);
      owed.delete(event.by.id);
    }
  }
  for (const one of due) fallsDue(one);
  return { lengthAt, owed };
}
