import type { SimulatedEvent } from '../../../simulator/engine/journal/journal-scribe.ts';
import { absencesOf } from '../../../simulator/workload/absence-draws.ts';
import type { RecordedPerson } from '../../../simulator/workload/tape.ts';
import type { WholeDay } from './cut-day.ts';

/** What the staff of a day did, as a record of it: who came, who was away, and the turnarounds from a moment on. */
export function recordedStaff({ behaviour, floor, journal, tape }: WholeDay, cutAt: number): ReadonlyMap<string, RecordedPerson> {
  const came = new Set(journal.flatMap(({ data, type }) => (type === 'staff-joined' ? [data.person] : [])));
  const turnarounds = turnaroundsAfter(journal, cutAt);
  return new Map(
    floor.branch.staff.map(({ id, role }, person) => {
      const rule = behaviour.absences[role];
      const absences = rule === null ? [] : absencesOf(rule, tape.seed, tape.day, person);
      return [id, { comes: came.has(id), turnaroundMs: turnarounds.get(id) ?? [], absences }];
    }),
  );
}

/** From the end of each need to what is heard of its station next, by who served. */
function turnaroundsAfter(journal: readonly SimulatedEvent[], cutAt: number): ReadonlyMap<string, number[]> {
  const turnarounds = new Map<string, number[]>();
  journal.forEach(({ at, by, data, type }, place) => {
    const station = type === 'service-finished' ? data.station : type === 'transferred' ? data.from : null;
    if (station === null || at <= cutAt || by.kind === 'system' || by.kind === 'ticket') return;
    const next = journal.slice(place + 1).find((event) => 'station' in event.data && event.data.station === station);
    turnarounds.set(by.id, [...(turnarounds.get(by.id) ?? []), next!.at - at]);
  });
  return turnarounds;
}
