import type { BranchDirectory } from '../branches/branch-directory.ts';
import { demoBranch } from './branch.ts';

/** A data folder without any branch begins with the demo branch. */
export async function setUpDemo(directory: BranchDirectory): Promise<void> {
  if (directory.all().length > 0) return;
  const queue = await directory.create(demoBranch.id);
  if ('cannotServe' in queue) throw new Error(queue.cannotServe);
  await queue.submit({
    command: { type: 'configure', config: demoBranch },
    by: { kind: 'system', id: 'set-up' },
    key: null,
    present: (outcome) => {
      if ('refusal' in outcome) throw new Error(`demo branch refused: ${JSON.stringify(outcome.refusal)}`);
      return { status: 200, body: null };
    },
  });
}
