import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { RunResult } from '../engine/run.ts';
import type { Host } from '../study/host.ts';
import { dispatch, type Hands, WorkerDied } from './dispatch.ts';
import type { PieceTask } from './piece-runner.ts';
import { asPiscinaLoads, shareCompiled } from './share-compiled.ts';
import { threadFile } from './thread-file.ts';

const filename = threadFile('study-worker').href;

export interface PoolOptions {
  /** Threads; as many as there are processors when absent. */
  readonly workers?: number | undefined;
  /** Heap of each thread, MB. */
  readonly heapMb?: number | undefined;
}

let jobs = 0;

/** Replications on threads of Node, by piscina: a thread that is given up is replaced. */
export function nodePool({ workers = availableParallelism(), heapMb }: PoolOptions = {}): Host & { threads(): readonly Worker[] } {
  const hire = (): Piscina =>
    new Piscina({
      filename,
      minThreads: workers,
      maxThreads: workers,
      ...(heapMb === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: heapMb } }),
    });
  let shared: Promise<void> | undefined;
  let pool: Piscina | undefined;
  const run = async (task: PieceTask, signal: AbortSignal): Promise<RunResult> => {
    pool ??= hire();
    const asked = pool;
    const watch = threadsLeft(asked);
    try {
      return (await Promise.race([asked.run(task, { signal }), watch.none])) as RunResult;
    } catch (error) {
      const died = diedOf(error as Error);
      if (died !== null && pool === asked && asked.threads.length === 0) {
        pool = hire();
        void asked.destroy();
      }
      throw died ?? error;
    } finally {
      watch.end();
    }
  };
  return {
    workers,
    threads: () => pool?.threads ?? [],
    start: async (job, options) => {
      shared ??= shareCompiled(() => asPiscinaLoads(filename));
      await shared;
      const id = ++jobs;
      const hands: Hands = {
        workers,
        memory: () => process.memoryUsage.rss(),
        run: (one, piece, signal) => run({ id, job: one, piece }, signal),
      };
      return dispatch(hands, job, options);
    },
    close: async () => pool?.destroy(),
  };
}

/** Between two looks at a pool. */
const lookMs = 500;

/** A pool whose threads died before they were ready starts no other, and says nothing: whoever waits for it has to look. */
function threadsLeft(pool: Piscina): { readonly none: Promise<never>; end(): void } {
  let timer: ReturnType<typeof setInterval> | undefined;
  const none = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      if (pool.threads.length === 0) reject(new WorkerDied('every thread of the pool has died'));
    }, lookMs);
  });
  return { none, end: () => clearInterval(timer) };
}

/** What piscina says when the thread, not the work, came to an end. */
function diedOf(error: Error & { code?: string }): WorkerDied | null {
  if (error instanceof WorkerDied) return error;
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return new WorkerDied(error.message, true);
  return /worker (has )?(exited|terminated)|terminating worker|worker exit/i.test(error.message)
    ? new WorkerDied(error.message)
    : null;
}
