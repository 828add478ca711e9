import { availableParallelism } from 'node:os';
import { checkOnThreads, daysOfSeed } from '../../hosts/engines-pool.ts';
import { progressLine } from '../progress.ts';
import { exitNo } from '../verb.ts';
import { enginesJson, enginesText } from './engines-text.ts';

/** `validate --engines`: random days on which the engine and the drill must write the same journal. Ctrl-C keeps the days that are done. */
export async function validateEngines(days: number, seed: number, json: boolean): Promise<void> {
  const line = progressLine();
  const stop = new AbortController();
  const abort = (): void => stop.abort();
  process.once('SIGINT', abort);
  const threads = Math.max(1, Math.min(availableParallelism(), Math.ceil(days / daysOfSeed)));
  const report = await checkOnThreads(seed, days, threads, stop.signal, (agreed) => line.say(`${agreed} of ${days} days`));
  process.off('SIGINT', abort);
  line.end();
  process.stdout.write(json ? `${JSON.stringify(enginesJson(report, days, seed))}\n` : `${enginesText(report, days, seed)}\n`);
  if (report.difference !== null) process.exitCode = exitNo;
}
