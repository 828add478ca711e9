import type { Branch } from '../lobby/branch/branch.ts';
import { type Role, skillOf } from '../lobby/branch/service.ts';
import type { Contracts } from './contracts/contracts.ts';

/** Work of a role that is staffed together: by anybody of the role, or by those with these skills where contracts tell them apart. */
export interface SkillRow {
  readonly role: Role;
  /** Null: all that the role does. */
  readonly skills: readonly string[] | null;
  /** Services, by position in the branch. */
  readonly services: readonly number[];
}

/**
 * A role's work in as few rows as its contracts can tell apart: two skills that the same people have are one row, and a role whose
 * contracts name no skills is one. A skill that nobody has is a row of its own, so that it is seen to be missing.
 */
export function skillRows(
  { services }: Branch,
  role: Role,
  ofRole: readonly number[],
  contracts: Contracts | undefined,
): readonly SkillRow[] {
  const own = (contracts?.contracts ?? []).filter((one) => one.role === role);
  const rows = new Map<string, { skills: Set<string>; services: number[] }>();
  for (const service of ofRole) {
    const skill = leadSkill(services[service]!);
    const key = own.map(({ skills }) => (skills === undefined || skills.includes(skill) ? '1' : '0')).join('');
    const row = rows.get(key) ?? { skills: new Set(), services: [] };
    row.skills.add(skill);
    row.services.push(service);
    rows.set(key, row);
  }
  if (rows.size === 1 && ![...rows.keys()][0]!.includes('0')) return [{ role, skills: null, services: ofRole }];
  return [...rows.values()].map(({ skills, services: of }) => ({ role, skills: [...skills], services: of }));
}

/** The skill that the one who gives a service away from devices must have. */
export function leadSkill(service: Branch['services'][number]): string {
  const mode = service.modes.find(({ at }) => at !== 'device' && at !== 'assisted-device');
  return mode?.team[0]?.skill ?? skillOf(service);
}

/** A row by its name: the role, and the skills where it has some of its own. */
export const rowName = (role: Role, skills?: readonly string[] | null): string =>
  skills ? `${role} (${skills.join(' + ')})` : role;
