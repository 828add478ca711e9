import { modeAt } from '../../lobby/ability.ts';
import type { Station } from '../../lobby/branch/place.ts';
import { type Service, skillOf } from '../../lobby/branch/service.ts';
import type { Group } from '../../workload/group.ts';

/**
 * What a group can serve at a station: the station gives the service in some mode, and the one who works it has the skill
 * (SPEC C3). Whether the rest of a team, or somebody to assist, is free is asked at the call.
 */
export function canServe(group: Pick<Group, 'skills'>, station: Station, service: Service): boolean {
  if (station.services && !station.services.includes(service.id)) return false;
  const mode = modeAt(service, station.kind);
  return mode !== undefined && group.skills.has(mode.team[0]?.skill ?? skillOf(service));
}
