import { Command, CommanderError } from 'commander';
import { BadInput, type LateVerb, type Verb } from './verb.ts';

/** Finds the verb and runs it. Exit code 0 done, 1 the answer is no, 2 bad input: one clear line on stderr. */
export async function openFrontDoor(verbs: readonly (Verb | LateVerb)[], argv: readonly string[]): Promise<void> {
  const asked = argv[2];
  // Before anything is parsed: "nosuch --help" must not pass for a question about all verbs.
  if (asked !== undefined && !asked.startsWith('-') && verbs.every(({ name }) => name !== asked)) {
    complain(`unknown verb "${asked}"; verbs: ${verbs.map(({ name }) => name).join(', ')}; each answers --help`);
    process.exitCode = 2;
    return;
  }
  // It stays: a closed pipe is told after the verb is done.
  if (!process.stdout.listeners('error').includes(readEnough)) process.stdout.on('error', readEnough);
  const program = new Command('tingtang')
    .description('Tingtang 厅堂: a branch lobby, run live and simulated by one core.')
    .usage('VERB [options]')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ outputError: () => {} });
  for (const verb of await wanted(verbs, asked)) {
    const command = program
      .command(verb.name)
      .exitOverride()
      .configureOutput({ outputError: () => {} });
    verb.define(command);
  }
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = report(error);
  }
}

/** Who reads the answer may have read enough (`| head`). */
function readEnough(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

/** The verb asked for alone; all of them for the list of verbs. */
async function wanted(verbs: readonly (Verb | LateVerb)[], asked: string | undefined): Promise<readonly Verb[]> {
  const found = verbs.filter(({ name }) => name === asked);
  return Promise.all((found.length > 0 ? found : verbs).map((verb) => ('load' in verb ? verb.load() : verb)));
}

function report(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    if (error.code === 'commander.help') return 2;
    complain(error.message.replace(/^error: /, ''));
    return 2;
  }
  if (error instanceof BadInput) {
    complain(error.message);
    return 2;
  }
  throw error;
}

/** One line, whatever the message holds. */
function complain(text: string): void {
  process.stderr.write(`tingtang: ${text.trim().replace(/\s*\n\s*/g, ' ')}\n`);
}
