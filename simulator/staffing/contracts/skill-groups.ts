import { roles as allRoles, type Role } from '../../lobby/branch/service.ts';
import type { StaffGrid } from '../grid.ts';
import { rowName } from '../skill-rows.ts';
import type { Contract } from './contracts.ts';

/**
 * Skills as a roster has them: the rows of the grid; then, for each role of several rows, whoever is of it, by which rules and cuts count
 * people and which is never asked for by itself; then roles that only duties ask for.
 */
export interface SkillNames {
  readonly names: readonly string[];
  /** The role of each. */
  readonly roles: readonly Role[];
}

export function skillNames({ roles, skills }: StaffGrid, alsoRoles: readonly Role[]): SkillNames {
  const rows = roles.map((role, row) => ({ role, name: rowName(role, skills[row]) }));
  const duties = [...new Set(alsoRoles)].filter((role) => !roles.includes(role)).map((role) => ({ role, name: role }));
  const anybody = manySkilled(roles).map((role) => ({ role, name: `any ${role}` }));
  const all = [...rows, ...anybody, ...duties];
  return { names: all.map(({ name }) => name), roles: all.map(({ role }) => role) };
}

/** Roles of several rows. */
const manySkilled = (roles: readonly Role[]): Role[] => allRoles.filter((role) => roles.filter((one) => one === role).length > 1);

/** Where whoever is of a role is counted: the row itself where it is the only one. */
export const rowOfAny = ({ roles }: StaffGrid, role: Role): number =>
  manySkilled(roles).includes(role) ? roles.length + manySkilled(roles).indexOf(role) : roles.indexOf(role);

/** Skills of the people of a contract, by position: rows all of whose skills they have, and being of the role at all. */
export const skillsOfContract = (contract: Contract, { skills }: StaffGrid, { roles }: SkillNames): number[] =>
  roles.flatMap((role, at) => {
    if (role !== contract.role) return [];
    const asked = skills[at] ?? null;
    return asked === null || contract.skills === undefined || asked.every((skill) => contract.skills!.includes(skill)) ? [at] : [];
  });

/** The position by which all people of a role are counted. */
export const anyOf = ({ roles }: SkillNames, role: Role): number => roles.lastIndexOf(role);
