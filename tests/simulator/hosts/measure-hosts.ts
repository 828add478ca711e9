/**
 * Prints the figures of docs/performance.md, "Hosts": two workers against one, Chromium against Node, memory of 20,000 bank days. The best
 * of some rounds of each, taken in turn, since other work may run beside; CPU seconds say what the cores had to do.
 *
 *     node tests/simulator/hosts/measure-hosts.ts [rounds] [days]
 */
import { execFileSync } from 'node:child_process';
import { keepCompiled } from '../../../simulator/cli/keep-compiled.ts';
import type { RunJob } from '../../../simulator/engine/run.ts';
import type { Host } from '../../../simulator/study/host.ts';

// As `tingtang.ts` does, so that its threads are those of a study.
keepCompiled();
const { inlineHost } = await import('../../../simulator/hosts/inline.ts');
const { nodePool } = await import('../../../simulator/hosts/node-pool.ts');
const { bankDay } = await import('../../../simulator/study/bench/bank-day.ts');

const rounds = Number(process.argv[2] ?? 5);
const days = Number(process.argv[3] ?? 20_000);
const { model, plan } = bankDay();
const jobOf = (count: number): RunJob => ({ model, plans: [plan], seed: 1, firstDay: 0, days: count, sections: 25 });

interface Took {
  readonly wall: number;
  readonly cpu: number;
}

async function timed(run: () => Promise<unknown>): Promise<Took> {
  const wall = performance.now();
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - wall) / 1000, cpu: (user + system) / 1e6 };
}

async function measureSpeed(): Promise<void> {
  const one = nodePool({ workers: 1 });
  const two = nodePool({ workers: 2 });
  const { openStudyPage } = await import('../../contract/study-page.ts');
  const { close, page } = await openStudyPage();
  const inBrowser = (count: number): Promise<number> =>
    page.evaluate(async (job) => {
      const here = globalThis as typeof globalThis & { webPool(workers: number): Host; kept?: Host };
      here.kept ??= here.webPool(1);
      const from = performance.now();
      await here.kept.start(job);
      return (performance.now() - from) / 1000;
    }, jobOf(count));
  await Promise.all([one.start(jobOf(2000)), two.start(jobOf(4000)), inBrowser(2000)]);
  const best = { one: infinite, two: infinite, browser: Number.POSITIVE_INFINITY };
  for (let round = 0; round < rounds; round++) {
    best.one = least(best.one, await timed(() => one.start(jobOf(days))));
    best.two = least(best.two, await timed(() => two.start(jobOf(days))));
    best.browser = Math.min(best.browser, await inBrowser(days));
  }
  await Promise.all([one.close(), two.close(), close()]);
  console.log(`${days} bank days, the best of ${rounds} rounds in turn`);
  console.log(`one worker of Node:  ${best.one.wall.toFixed(2)} s, ${best.one.cpu.toFixed(2)} s of CPU`);
  console.log(`two workers of Node: ${best.two.wall.toFixed(2)} s, ${best.two.cpu.toFixed(2)} s of CPU`);
  console.log(
    `  ${(best.one.wall / best.two.wall).toFixed(2)} × one by the clock; ${((2 * best.one.cpu) / best.two.cpu).toFixed(2)} × by CPU, on two free cores`,
  );
  console.log(
    `one worker of Chromium: ${best.browser.toFixed(2)} s, ${((100 * best.one.wall) / best.browser).toFixed(0)} % of Node's speed`,
  );
  for (const where of ['inline', 'thread', 'pool'])
    console.log(execFileSync(process.execPath, [import.meta.filename, 'memory', String(days), where], { encoding: 'utf8' }).trim());
}

/** In a process of its own: what the run adds to a process that has loaded everything and done nothing. */
async function measureMemory(): Promise<void> {
  const where = (process.argv[4] ?? 'inline') as 'inline' | 'thread' | 'pool';
  const idle = process.memoryUsage.rss();
  let most = idle;
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 5);
  const host = where === 'inline' ? inlineHost() : nodePool({ workers: 1 });
  await host.start(jobOf(where === 'thread' ? 1 : days), {
    progress: () => {
      most = Math.max(most, process.memoryUsage.rss());
    },
  });
  clearInterval(look);
  await host.close();
  const mb = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);
  const what = {
    inline: `${days} days in one thread`,
    thread: 'a worker with the program loaded',
    pool: `${days} days on one worker`,
  }[where];
  console.log(`memory: ${what}: ${mb(most - idle)} MB above the idle process`);
}

const infinite: Took = { wall: Number.POSITIVE_INFINITY, cpu: Number.POSITIVE_INFINITY };
function least(a: Took, b: Took): Took {
  return { wall: Math.min(a.wall, b.wall), cpu: Math.min(a.cpu, b.cpu) };
}

if (process.argv[2] === 'memory') await measureMemory();
else await measureSpeed();
