import type { RunResult } from '../engine/run.ts';
import type { Host } from '../study/host.ts';
import { dispatch, WorkerDied } from './dispatch.ts';
import type { PieceTask } from './piece-runner.ts';

/** What a thread answers: a result, or why the work itself failed. */
export type PieceAnswer = { readonly result: RunResult } | { readonly failed: string };

let jobs = 0;

/** Replications on Web Workers of a browser. A worker that is given up, or that breaks, is replaced. */
export function webPool(workers: number = navigator.hardwareConcurrency): Host & { readonly threads: ReadonlySet<Worker> } {
  const threads = new Set<Worker>();
  const free: Worker[] = [];
  const hire = (): Worker => {
    const worker = new Worker(new URL('./web-worker.ts', import.meta.url), { type: 'module' });
    threads.add(worker);
    return worker;
  };
  const dismiss = (worker: Worker): void => {
    worker.terminate();
    threads.delete(worker);
  };
  const runOn = (worker: Worker, task: PieceTask, signal: AbortSignal): Promise<RunResult> =>
    new Promise((resolve, reject) => {
      const end = (): void => {
        worker.onmessage = null;
        worker.onerror = null;
        signal.removeEventListener('abort', giveUp);
      };
      const lose = (error: Error): void => {
        end();
        dismiss(worker);
        reject(error);
      };
      const giveUp = (): void => lose(new Error('given up'));
      worker.onmessage = ({ data }: MessageEvent<PieceAnswer>) => {
        end();
        free.push(worker);
        if ('result' in data) resolve(data.result);
        else reject(new Error(data.failed));
      };
      worker.onerror = ({ message }) => lose(new WorkerDied(message));
      if (signal.aborted) return giveUp();
      signal.addEventListener('abort', giveUp);
      worker.postMessage(task);
    });
  return {
    workers,
    threads,
    start: async (job, options) => {
      const id = ++jobs;
      const run = (one: typeof job, piece: PieceTask['piece'], signal: AbortSignal): Promise<RunResult> =>
        runOn(free.pop() ?? hire(), { id, job: one, piece }, signal);
      return dispatch({ workers, run }, job, options);
    },
    close: async () => {
      for (const worker of threads) dismiss(worker);
      free.length = 0;
    },
  };
}
