import { afterAll, beforeAll } from 'vitest';
import type { RunJob } from '../../simulator/engine/run.ts';
import type { Host } from '../../simulator/study/host.ts';
import { type HostUnderTest, hostContract, type Ran, threadContract } from './host-contract.ts';
import { openStudyPage } from './study-page.ts';

type Opened = Awaited<ReturnType<typeof openStudyPage>>;
let opened: Opened;
beforeAll(async () => {
  opened = await openStudyPage();
});
afterAll(() => opened.close());

type Pool = Host & { readonly threads: ReadonlySet<Worker> };
/** What the page knows: how to make pools, and those made, by number. */
type Here = typeof globalThis & { webPool(workers: number): Pool; pools?: Pool[] };
interface Worker {
  dispatchEvent(event: Event): boolean;
}
type Options = Parameters<HostUnderTest['start']>[1];

/** Runs in the page. */
async function startHere([at, job, options = {}]: [number, RunJob, Options]): Promise<Ran> {
  const { limits, cancelFrom } = options;
  const abort = new AbortController();
  if (cancelFrom === 0) abort.abort();
  const progress: number[] = [];
  const tell = (days: number): void => {
    progress.push(days);
    if (cancelFrom !== undefined && days >= cancelFrom) abort.abort();
  };
  const pool = (globalThis as Here).pools![at]!;
  const { days, result, stopped } = await pool.start(job, { limits, signal: abort.signal, progress: tell });
  const bits = JSON.stringify(result, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? [...(value as Float64Array).entries()].filter(([, one]) => one !== 0) : value,
  );
  return { days, stopped, bits, progress };
}

async function openPool(workers: number): Promise<HostUnderTest> {
  const { page } = opened;
  const at = await page.evaluate((count) => {
    const here = globalThis as Here;
    here.pools ??= [];
    return here.pools.push(here.webPool(count)) - 1;
  }, workers);
  return {
    start: (job, options) => page.evaluate(startHere, [at, job, options] as [number, RunJob, Options]),
    kill: (afterMs) =>
      page.evaluate(
        async ([pool, ms]) => {
          await new Promise((done) => setTimeout(done, ms));
          // As a browser tells of a worker that has broken.
          for (const thread of (globalThis as Here).pools![pool!]!.threads) thread.dispatchEvent(new Event('error'));
        },
        [at, afterMs],
      ),
    close: () => page.evaluate((pool) => (globalThis as Here).pools![pool]!.close(), at),
  };
}

hostContract('Web Workers in Chromium', openPool, [1, 3]);
threadContract('Web Workers in Chromium', openPool);
