import { Command, CommanderError } from 'commander';
import { BadInput, type Verb } from './verb.ts';

/** Finds the verb and runs it. Exit code 0 done, 1 the answer is no, 2 bad input: one clear line on stderr. */
export async function openFrontDoor(verbs: readonly Verb[], argv: readonly string[]): Promise<void> {
  const program = new Command('tingtang')
    .description('Tingtang 厅堂: a branch lobby, run live and simulated by one core.')
    .usage('VERB [options]')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ outputError: () => {} });
  for (const verb of verbs) {
    const command = program
      .command(verb.name)
      .exitOverride()
      .configureOutput({ outputError: () => {} });
    verb.define(command);
  }
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = report(error, verbs, argv[2]);
  }
}

function report(error: unknown, verbs: readonly Verb[], asked: string | undefined): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    if (error.code === 'commander.help') return 2;
    const known = verbs.map((verb) => verb.name).join(', ');
    const text =
      error.code === 'commander.unknownCommand'
        ? `unknown verb "${asked ?? ''}"; verbs: ${known}`
        : error.message.replace(/^error: /, '');
    complain(text);
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
