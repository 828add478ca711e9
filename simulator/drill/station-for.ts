import type { Person } from '../lobby/branch/person.ts';
import type { Station } from '../lobby/branch/place.ts';
import { type Service, skillOf } from '../lobby/branch/service.ts';
import { kindOf } from '../lobby/greeting/options-for.ts';
import { leadRole } from '../workload/group.ts';
import type { Hall } from './hall.ts';
import type { ServicePoint } from './service-point.ts';

/** [Y6] The station that somebody who comes takes, `named` being the one of their shift (-1: none); null: none, they stand by. */
export function stationFor(hall: Hall, points: readonly ServicePoint[], person: Person, named: number): ServicePoint | null {
  const closed = points.filter((point) => point.state.status === 'closed' && hasWorkAt(hall.branch.services, person, point));
  if (named >= 0) return closed.find(({ at }) => at === named) ?? null;
  return closed.find(({ at }) => !hall.isNamed(at)) ?? closed[0] ?? null;
}

/** Whether there is a service whose mode there is led by their role and needs their skill. */
function hasWorkAt(services: readonly Service[], person: Person, { declared, isDevice }: ServicePoint): boolean {
  return !isDevice && services.some((service) => leads(person, declared, service));
}

/** Whether this person at this station could serve this service as lead. */
export function leads({ role, skills }: Person, station: Station, service: Service): boolean {
  if (station.services !== undefined && !station.services.includes(service.id)) return false;
  return service.modes.some(
    ({ at, team }) => kindOf(at) === station.kind && leadRole(team) === role && skills.includes(team[0]?.skill ?? skillOf(service)),
  );
}
