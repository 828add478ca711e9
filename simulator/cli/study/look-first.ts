import { CannotRun } from '../../engine/run.ts';
import { BadInput } from '../verb.ts';

/** Warnings of several looks at what is to be run. Where some of them refuse it, all that they refuse is told at once. */
export function lookFirst(...looks: readonly (() => readonly string[])[]): string[] {
  const refused = new Set<string>();
  const warnings = looks.flatMap((look) => {
    try {
      return look();
    } catch (error) {
      if (!(error instanceof CannotRun)) throw error;
      refused.add(error.message);
      return [];
    }
  });
  if (refused.size > 0) throw new BadInput([...refused].join('; '));
  return warnings;
}
