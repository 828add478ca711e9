import { existsSync } from 'node:fs';
import { BadInput, type Verb } from '../../simulator/cli/verb.ts';

/** `backup`: one consistent copy of all journals and tokens while the service runs. Contacts are left out on purpose. */
export const backup: Verb = {
  name: 'backup',
  define(command) {
    command
      .description('copy journals and tokens to a file while the service runs, and check the copy; contacts are never copied')
      .argument('<file>', 'file to write; must not exist')
      .option('--json', 'print {file, branches}')
      .action(run);
  },
};

async function run(file: string, { json }: { json?: boolean }): Promise<void> {
  if (existsSync(file)) throw new BadInput(`${file} exists already; name a new file`);
  const { existingData } = await import('./env-config.ts');
  const { backupDatabase } = await import('../store/sqlite/backup.ts');
  const { checkCopy } = await import('./check-copy.ts');
  try {
    await backupDatabase(existingData().journal, file);
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(`cannot write ${file}: ${(error as Error).message}`);
  }
  const branches = await checkCopy(file);
  process.stdout.write(
    json
      ? `${JSON.stringify({ file, branches })}\n`
      : `${file}: ${branches.map(({ branch, events }) => `${branch} ${events} events`).join(', ')}\n`,
  );
}
