import { readFileSync } from 'node:fs';
import { BadInput, type Verb } from '../../simulator/cli/verb.ts';

/** `configure`: sets a branch up, or changes it, from a file. A running service sees it at once. */
export const configure: Verb = {
  name: 'configure',
  define(command) {
    command
      .description('set up or change a branch from a branch file (JSON)')
      .argument('<file>', 'branch file')
      .option('--json', 'print {branch, version, seq}')
      .action(run);
  },
};

async function run(file: string, { json }: { json?: boolean }): Promise<void> {
  const { withStore } = await import('./open-store.ts');
  const { applyBranch, readBranch } = await import('../branches/apply-branch.ts');
  const branch = readBranch(parsed(file));
  if ('problems' in branch)
    throw new BadInput(`${file}: ${branch.problems.map(({ path, message }) => `${path}: ${message}`).join('; ')}`);
  await withStore(async (store) => {
    const done = await applyBranch(store, branch, Date.now());
    if ('problem' in done) throw new BadInput(`${file}: ${done.problem}`);
    process.stdout.write(
      json ? `${JSON.stringify({ branch: branch.id, ...done })}\n` : `branch ${branch.id} is at version ${done.version}\n`,
    );
  });
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new BadInput(`${file}: ${(error as Error).message}`);
  }
}
