import { CannotRun } from '../../engine/run.ts';
import type { Branch } from '../../lobby/branch/branch.ts';
import { skillOf } from '../../lobby/branch/service.ts';
import { unknownName } from '../../lobby/problem.ts';
import type { Contracts } from './contracts.ts';

/** Throws `CannotRun` where contracts name skills that no service of the branch asks for. */
export function checkContracts(branch: Branch, { contracts }: Contracts): void {
  const known = [
    ...new Set(
      branch.services.flatMap((service) => [
        skillOf(service),
        ...service.modes.flatMap(({ team }) => team.flatMap(({ skill }) => skill ?? [])),
      ]),
    ),
  ];
  const problems = contracts.flatMap(({ skills = [] }, at) =>
    skills.flatMap((skill, n) =>
      known.includes(skill) ? [] : [unknownName(`contracts.${at}.skills.${n}`, 'skill', skill, known)],
    ),
  );
  if (problems.length > 0) throw new CannotRun('contracts', problems);
}
