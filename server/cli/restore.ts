import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { makeFolder } from '../../simulator/cli/make-folder.ts';
import { BadInput, type Verb } from '../../simulator/cli/verb.ts';

/** `restore`: puts a checked backup in the place of the data; what was there is set aside, not deleted. */
export const restore: Verb = {
  name: 'restore',
  define(command) {
    command
      .description('put a backup in the place of the data; the service must be stopped, what was there is set aside')
      .argument('<file>', 'a file made by backup')
      .option('--json', 'print {branches, setAside}')
      .action(run);
  },
};

async function run(file: string, { json }: { json?: boolean }): Promise<void> {
  if (!existsSync(file)) throw new BadInput(`${file}: no such file`);
  const { envConfig } = await import('./env-config.ts');
  const { dataFiles } = await import('../data-files.ts');
  const { takeServeLock } = await import('../store/sqlite/serve-lock.ts');
  const { checkCopy } = await import('./check-copy.ts');
  const { dataFolder } = envConfig();
  const files = dataFiles(dataFolder);
  ownFolder(dataFolder);
  const lock = takeServeLock(files.lock);
  if (lock === null) throw new BadInput(`a service runs on ${dataFolder}; stop it first`);
  try {
    // The copy is checked where it will serve, under another name: a crash in between leaves the old data in place.
    const incoming = `${files.journal}.incoming`;
    copyFrom(file, incoming);
    const branches = await checkCopy(incoming, file).catch((error: unknown) => {
      rmSync(incoming, { force: true });
      throw error;
    });
    const setAside = existsSync(files.journal)
      ? `${files.journal}.before-restore-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`
      : null;
    if (setAside !== null)
      for (const end of ['', '-wal', '-shm']) if (existsSync(files.journal + end)) renameSync(files.journal + end, setAside + end);
    renameSync(incoming, files.journal);
    process.stdout.write(
      json
        ? `${JSON.stringify({ branches, setAside })}\n`
        : `restored ${branches.map(({ branch, events }) => `${branch} (${events} events)`).join(', ')}${setAside === null ? '' : `; the former data is in ${setAside}`}\n`,
    );
  } finally {
    lock.release();
  }
}

function copyFrom(file: string, incoming: string): void {
  try {
    copyFileSync(file, incoming);
  } catch (error) {
    throw new BadInput(`${file}: cannot be copied (${(error as Error).message})`);
  }
}

function ownFolder(folder: string): void {
  try {
    makeFolder(folder, 0o700);
  } catch (error) {
    throw new BadInput(`cannot write to the data folder ${folder} (${(error as NodeJS.ErrnoException).code})`);
  }
}
