import type { Branch } from '../lobby/branch/branch.ts';
import type { Shift } from '../lobby/branch/plan.ts';
import { type Role, skillOf } from '../lobby/branch/service.ts';

/** People the plan cannot tell apart: one declared person, or interchangeable staff of one role with the same skills. */
export interface Group {
  readonly role: Role;
  readonly skills: ReadonlySet<string>;
  /** Position in `branch.staff`; -1 for interchangeable staff. */
  readonly person: number;
  /** Position of the station they must work at; -1: the first free able one. */
  readonly station: number;
}

/** The role that a service takes at this kind of station: the lead of the team, a teller where none is named. */
export const leadRole = (team: readonly { role: Role }[]): Role => team[0]?.role ?? 'teller';

/** Skills that staff of a role bring when the plan names none: those of every place in a team that the role fills, and of what it leads. */
function skillsOfRole(branch: Branch, role: Role): ReadonlySet<string> {
  return new Set(
    branch.services.flatMap((service) =>
      service.modes.flatMap(({ team }) => [
        ...(leadRole(team) === role ? [team[0]?.skill ?? skillOf(service)] : []),
        ...team.filter((member) => member.role === role).map(({ skill }) => skill ?? skillOf(service)),
      ]),
    ),
  );
}

export function groupOf(branch: Branch, shift: Shift): Group {
  const person = shift.person === undefined ? -1 : branch.staff.findIndex(({ id }) => id === shift.person);
  const declared = branch.staff[person];
  const skills = shift.skills ?? declared?.skills;
  const role = declared?.role ?? shift.role;
  return {
    role,
    skills: skills === undefined ? skillsOfRole(branch, role) : new Set(skills),
    person,
    station: shift.station === undefined ? -1 : branch.stations.findIndex(({ id }) => id === shift.station),
  };
}

/** Two shifts with the same key are worked by interchangeable people. */
export const groupKey = ({ role, skills, person, station }: Group): string =>
  person >= 0 ? `person ${person} ${station}` : `${role} ${station} ${[...skills].sort().join(' ')}`;
