import { modeAt } from '../lobby/ability.ts';
import type { Person } from '../lobby/branch/person.ts';
import type { Station } from '../lobby/branch/place.ts';
import { type Service, skillOf } from '../lobby/branch/service.ts';
import { leadRole } from '../workload/group.ts';
import type { Hall } from './hall.ts';
import type { ServicePoint } from './service-point.ts';

/** [Y6] The station that somebody who comes takes, `named` being the one of their shift (-1: none); null: none, they stand by. */
export function stationFor(hall: Hall, points: readonly ServicePoint[], person: Person, named: number): ServicePoint | null {
  const suitable = points.filter((point) => point.state.status === 'closed' && hasWorkAt(hall, point, person, named));
  return suitable.find(({ at }) => named >= 0 || !hall.isNamed(at)) ?? suitable[0] ?? null;
}

/** Who is sent to a station serves whatever they can there; who looks for one looks for what their role leads. */
export function hasWorkAt(hall: Hall, { at, declared, isDevice }: ServicePoint, person: Person, named: number): boolean {
  if (isDevice || (named >= 0 && named !== at)) return false;
  return hall.branch.services.some(
    (service) =>
      canServe(person, declared, service) && (named >= 0 || leadRole(modeAt(service, declared.kind)!.team) === person.role),
  );
}

/** Whether this person could give this service there, by mode and skill. */
export function canServe({ skills }: Person, station: Station, service: Service): boolean {
  if (station.services !== undefined && !station.services.includes(service.id)) return false;
  const mode = modeAt(service, station.kind);
  return mode !== undefined && skills.includes(mode.team[0]?.skill ?? skillOf(service));
}
