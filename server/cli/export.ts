import { createWriteStream, existsSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { BadInput, type Verb } from '../../simulator/cli/verb.ts';

interface Options {
  branch: string;
  day: string;
  output?: string;
  json?: boolean;
}

/** `export`: one business day's journal as NDJSON, readable alone. */
export const exportVerb: Verb = {
  name: 'export',
  define(command) {
    command
      .description("write one business day's journal as NDJSON")
      .requiredOption('--branch <id>', 'branch')
      .requiredOption('--day <date>', 'business day, e.g. 2026-03-02')
      .option('-o, --output <file>', 'file to write, which must not exist; standard output when absent')
      .option('--json', 'print {branch, day, events, file}; needs --output')
      .action(run);
  },
};

async function run({ branch, day, output, json }: Options): Promise<void> {
  if (json && output === undefined) throw new BadInput('--json prints what was written, so it needs --output FILE');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new BadInput(`--day "${day}": use a date such as 2026-03-02`);
  if (output !== undefined && existsSync(output)) throw new BadInput(`${output} exists already; name a new file`);
  const { knownBranch, withStore } = await import('./open-store.ts');
  const { exportDay } = await import('../branches/journal/export-day.ts');
  await withStore(async (store) => {
    await knownBranch(store, branch);
    const lines = await exportDay(store, branch, day);
    if (lines === 'unavailable') throw new BadInput('the store cannot answer now');
    if (lines === null)
      throw new BadInput(
        `--day ${day}: branch ${branch} has no such business day; days: ${(await daysOf(store, branch)).join(', ') || 'none'}`,
      );
    const events = output === undefined ? await pour(lines, process.stdout) : await pourInto(lines, output);
    if (json) process.stdout.write(`${JSON.stringify({ branch, day, events, file: output })}\n`);
    else if (output !== undefined) process.stdout.write(`${output}: ${day} of ${branch}, ${events} events\n`);
  });
}

/** The last business days there are. */
async function daysOf(
  store: Parameters<typeof import('../branches/journal/export-day.ts').exportDay>[0],
  branch: string,
): Promise<string[]> {
  const { answered } = await import('./open-store.ts');
  const { eventOf } = await import('../branches/journal/read-journal.ts');
  const days: string[] = [];
  for (let before = Number.MAX_SAFE_INTEGER; days.length < 7; ) {
    const line = answered(await store.lastOfType(branch, 'day-opened', before));
    if (line === null) break;
    const event = eventOf(line);
    if (event.type === 'day-opened') days.unshift(event.data.date);
    before = line.seq;
  }
  return days;
}

async function pourInto(lines: AsyncIterable<string>, file: string): Promise<number> {
  const stream = createWriteStream(file, { flags: 'wx' });
  try {
    const events = await pour(lines, stream);
    stream.end();
    await finished(stream);
    return events;
  } catch (error) {
    throw new BadInput(`cannot write ${file}: ${(error as Error).message}`);
  }
}

async function pour(lines: AsyncIterable<string>, to: NodeJS.WritableStream): Promise<number> {
  let events = 0;
  for await (const chunk of lines) {
    events += chunk.split('\n').length - 1;
    if (!to.write(chunk)) await new Promise((resolve, reject) => to.once('drain', resolve).once('error', reject));
  }
  return events;
}
