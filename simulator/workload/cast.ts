import type { Branch } from '../lobby/branch/branch.ts';
import type { Person } from '../lobby/branch/person.ts';
import type { Plan } from '../lobby/branch/plan.ts';
import type { Role } from '../lobby/branch/service.ts';
import type { Group } from './group.ts';
import { type RosterChange, timelineOf } from './timeline.ts';

/** Who plays in a simulated day: everybody by name, whether the plan names them or only counts them (engine/SPEC.md, Y1). */
export interface Cast {
  /** The branch as the day runs it. Positions in its `staff` are the numbers of people, and of their streams. */
  readonly branch: Branch;
  readonly groups: readonly Group[];
  /** People of each group, in the order of the branch. */
  readonly members: readonly (readonly number[])[];
  /** What the roster does, in order of time. */
  readonly changes: readonly RosterChange[];
}

/** Device users that a greeter whom the plan only counts can assist at once. */
const usualAssistCapacity = 1;
const badge: Record<Role, string> = { teller: 'T', advisor: 'A', greeter: 'G' };

export function castOf(branch: Branch, plan: Plan): Cast {
  const { changes, ...timeline } = timelineOf(branch, plan);
  const groups = timeline.groups.map((group) =>
    group.person < 0 ? group : { ...group, skills: skillsOf(group, timeline.groups) },
  );
  const staff: Person[] = branch.staff.map((person, at) => ({
    ...person,
    skills: [...(groups.find((group) => group.person === at)?.skills ?? person.skills)],
    assistCapacity: person.role === 'greeter' && !worksAStation(groups, at) ? person.assistCapacity : 0,
  }));
  const taken = new Set(staff.map(({ id }) => id));
  const counters: Record<Role, number> = { teller: 0, advisor: 0, greeter: 0 };
  const members = groups.map((group, at) => {
    if (group.person >= 0) return [group.person];
    return Array.from({ length: mostAtOnce(changes, at) }, () => {
      const id = nextId(group.role, counters, taken);
      const assistCapacity = group.role === 'greeter' && group.station < 0 ? usualAssistCapacity : 0;
      return (
        staff.push({
          id,
          role: group.role,
          label: badge[group.role] + counters[group.role],
          skills: [...group.skills],
          assistCapacity,
        }) - 1
      );
    });
  });
  const stations = branch.stations.map((station) => ({ ...station, autoReady: station.kind === 'device' }));
  return { branch: { ...branch, stations, staff }, groups, members, changes };
}

/** A person has the same skills all day: those that the first of their shifts names. */
const skillsOf = ({ person }: Group, groups: readonly Group[]): ReadonlySet<string> =>
  groups.find((group) => group.person === person)!.skills;

/** Who works a station cannot stand beside a device. */
const worksAStation = (groups: readonly Group[], person: number): boolean =>
  groups.some((group) => group.person === person && group.station >= 0);

function nextId(role: Role, counters: Record<Role, number>, taken: ReadonlySet<string>): string {
  do counters[role]++;
  while (taken.has(`${role}-${counters[role]}`));
  return `${role}-${counters[role]}`;
}

function mostAtOnce(changes: readonly RosterChange[], group: number): number {
  let now = 0;
  let most = 0;
  for (const change of changes) {
    if (change.kind !== 'number' || change.group !== group) continue;
    now += change.delta;
    most = Math.max(most, now);
  }
  return most;
}
