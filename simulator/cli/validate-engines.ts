import { availableParallelism } from 'node:os';
import { checkOnThreads, daysOfSeed, type EnginesReport } from '../hosts/engines-pool.ts';
import { progressLine } from './progress.ts';
import { exitNo } from './verb.ts';

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
  process.stdout.write(json ? `${JSON.stringify(asValidation(report, days, seed))}\n` : `${asText(report, days, seed)}\n`);
  if (report.difference !== null) process.exitCode = exitNo;
}

/** As any validation is told: one entry, the two engines. */
function asValidation({ agreed, days, difference }: EnginesReport, asked: number, seed: number): object {
  const pass = difference === null;
  const entry = {
    id: 'engines-agree',
    kind: 'engines',
    expected: { differences: 0 },
    got: { differences: pass ? 0 : 1, days },
    pass,
  };
  return {
    cases: [entry],
    passed: pass ? 1 : 0,
    failed: pass ? 0 : 1,
    unsupported: [],
    engines: { asked, days, agreed, seed, difference },
  };
}

function asText({ agreed, days, difference }: EnginesReport, asked: number, seed: number): string {
  if (difference !== null) {
    const { days: ofSeed, seed: at, text } = difference;
    return [
      text,
      '',
      `两个引擎的流水不同。 The engines differ; seen again by: npx tingtang validate --engines ${ofSeed} --seed ${at}`,
    ].join('\n');
  }
  const stopped = days < asked ? ` 已停止 Stopped before ${asked}.` : '';
  return `${agreed} 个随机日，两个引擎的流水完全相同。 ${agreed} random days from seed ${seed}: both engines wrote the same journal, event by event.${stopped}`;
}
