import { existsSync, readFileSync } from 'node:fs';
import { ZodError } from 'zod';
import { type Conformance, conformJournal } from '../lobby/conform.ts';
import { type LobbyEvent, parseEvent } from '../lobby/journal/event.ts';
import { jsonOption } from './option-values.ts';
import { BadInput, exitNo, type Verb } from './verb.ts';

/** `conform`: was every recorded decision what the rules say? */
export const conformVerb: Verb = {
  name: 'conform',
  define(command) {
    command
      .description(
        '逐条核对流水中的叫号、分流与弹性决定。 Re-derive every call, route and elastic decision of a journal by the rules.',
      )
      .argument('<journal>', 'a journal: one event a line (NDJSON), as "tingtang export" writes it')
      .addOption(jsonOption())
      .addHelpText('after', '\nExit code 1: some recorded decision is not what the rule gives.')
      .action((path: string, flags: { json: boolean }) => {
        const found = conformJournal(readJournal(path));
        process.stdout.write(flags.json ? `${JSON.stringify(found)}\n` : `${tell(found)}\n`);
        if (found.mismatches.length > 0) process.exitCode = exitNo;
      });
  },
};

/** Events of a journal file, in order; a broken line is named. */
function readJournal(path: string): LobbyEvent[] {
  const events = textOf(path)
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [eventOf(line, `${path}:${at + 1}`)]));
  // Nothing to check is not the same as nothing wrong.
  if (events.length === 0) throw new BadInput(`${path}: holds no event; give a journal as "tingtang export" writes it`);
  return events;
}

function textOf(path: string): string {
  if (!existsSync(path)) throw new BadInput(`${path}: no such file`);
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new BadInput(`${path}: cannot be read (${(error as Error).message})`);
  }
}

function eventOf(line: string, where: string): LobbyEvent {
  try {
    return parseEvent(JSON.parse(line));
  } catch (error) {
    if (error instanceof ZodError)
      throw new BadInput(
        `${where}: not an event of the journal (${error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')})`,
      );
    if (error instanceof SyntaxError) throw new BadInput(`${where}: not JSON (${error.message})`);
    throw error;
  }
}

function tell({ decisions, mismatches }: Conformance): string {
  const lines = mismatches.map(
    ({ seq, at, type, rule, expected, recorded, state }) =>
      `seq ${seq} ${new Date(at).toISOString()} ${type} by ${rule}: recorded ${JSON.stringify(recorded)}, the rule gives ${JSON.stringify(expected)}; state ${JSON.stringify(state)}`,
  );
  return [...lines, `${decisions} decisions, ${mismatches.length} mismatches.`].join('\n');
}
