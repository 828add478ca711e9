import { skillOf } from '../lobby/branch/service.ts';
import { kindOf } from '../lobby/greeting/options-for.ts';
import { leadRole } from '../workload/group.ts';
import type { Hall } from './hall.ts';
import type { ServicePoint } from './service-point.ts';
import type { StaffMember } from './staff-member.ts';

/** [Y6] The station that somebody who comes takes; null: none, they stand by. */
export function stationFor(hall: Hall, member: StaffMember): ServicePoint | null {
  const closed = hall.points.filter((point) => point.state.status === 'closed' && hasWorkAt(hall, member, point));
  const named = member.crew!.station;
  if (named >= 0) return closed.find(({ at }) => at === named) ?? null;
  return closed.find(({ at }) => !isNamed(hall, at)) ?? closed[0] ?? null;
}

const isNamed = (hall: Hall, station: number): boolean => hall.crews.some((crew) => crew.station === station);

/** Whether there is a service whose mode there is led by their role and needs their skill. */
export function hasWorkAt(hall: Hall, member: StaffMember, point: ServicePoint): boolean {
  return !point.isDevice && hall.branch.services.some((service) => leads(member, point, service));
}

type Service = Hall['branch']['services'][number];

/** Whether this person at this station could serve this service as lead. */
export function leads(member: StaffMember, { declared }: ServicePoint, service: Service): boolean {
  if (declared.services !== undefined && !declared.services.includes(service.id)) return false;
  return service.modes.some(
    ({ at, team }) =>
      kindOf(at) === declared.kind &&
      leadRole(team) === member.person.role &&
      member.person.skills.includes(team[0]?.skill ?? skillOf(service)),
  );
}
