import { makeFloor } from '../engine/floor/floor.ts';
import type { Station } from '../lobby/branch/place.ts';
import type { Role } from '../lobby/branch/service.ts';
import { hasProblems } from '../lobby/problem.ts';
import { clockOfMs } from '../workload/clock.ts';
import type { Model } from '../workload/model.ts';
import { closesAt, hoursOn, opensAt } from '../workload/opening.ts';

/** Stations where one of this role, with these skills or all of the role's, has work; in the order of the branch. */
export function stationsOf({ branch }: Model, role: Role, weekday: number, skills?: readonly string[]): Station[] {
  const hours = hoursOn(branch, weekday);
  const shift = {
    role,
    count: 1,
    from: clockOfMs(opensAt(hours)),
    to: clockOfMs(closesAt(hours)),
    breaks: [],
    ...(skills ? { skills: [...skills] } : {}),
  };
  const floor = makeFloor(branch, { v: 1, id: 'one', roster: [shift] }, weekday);
  if (hasProblems(floor)) return [];
  return branch.stations.filter((_, at) => floor.suits[at] === 1);
}
