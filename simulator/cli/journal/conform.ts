import { CannotFollow, type Conformance, conformJournal } from '../../lobby/conform.ts';
import { jsonOption } from '../option-values.ts';
import { BadInput, exitNo, type Verb } from '../verb.ts';
import { readJournal } from './read-journal.ts';

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
      .addHelpText(
        'after',
        '\n  tingtang export --branch demo --day 2026-03-02 -o day.ndjson && tingtang conform day.ndjson\n  tingtang simulate model.json --journal day.ndjson && tingtang conform day.ndjson --json\n\nExit code 1: some recorded decision is not what the rule gives.',
      )
      .action((path: string, flags: { json: boolean }) => {
        const found = conformed(path);
        process.stdout.write(flags.json ? `${JSON.stringify(found)}\n` : `${tell(found)}\n`);
        if (found.mismatches.length > 0) process.exitCode = exitNo;
      });
  },
};

/** A journal that leads to no lobby is no answer to the question: bad input. */
function conformed(path: string): Conformance {
  const journal = readJournal(path);
  try {
    return conformJournal(journal);
  } catch (error) {
    if (error instanceof CannotFollow) throw new BadInput(`${path}: ${error.message}`);
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
