import { parentPort } from 'node:worker_threads';
import { prepareJob, type RunDays, type RunJob, type RunResult } from '../engine/run.ts';
import type { Model } from '../workload/model.ts';
import type { Piece } from './pieces.ts';
import { TapeShelf } from './tape-shelf.ts';

/** What a thread of a search is told: a model under a number, or some days of a job of that model. */
export type SearchTask =
  | { readonly is: 'model'; readonly number: number; readonly model: Model }
  | {
      readonly is: 'piece';
      readonly id: number;
      readonly number: number;
      /** The same for all pieces of a job. */
      readonly jobId: number;
      readonly job: Omit<RunJob, 'model'>;
      readonly piece: Piece;
    };

export type SearchAnswer = { readonly id: number; readonly result: RunResult } | { readonly id: number; readonly broken: string };

/** A thread of a search: it keeps models and tapes, and jobs whose pieces are still coming. */
const models = new Map<number, Model>();
const shelf = new TapeShelf({ keepTapes: true });
const ready = new Map<number, RunDays>();
/** Searches of several kinds of day run at a time, each with one job under way. */
const mostReady = 16;

// Not there where the file is only loaded to be in the compile cache.
parentPort?.on('message', (task: SearchTask) => {
  if (task.is === 'model') {
    models.set(task.number, task.model);
    return;
  }
  const { id, job, jobId, number, piece } = task;
  try {
    const whole = { ...job, model: models.get(number)! };
    const runDays = ready.get(jobId) ?? prepareJob(whole, shelf.tapesOf(whole));
    ready.set(jobId, runDays);
    if (ready.size > mostReady) ready.delete(ready.keys().next().value!);
    const result = runDays(piece.firstDay, piece.days);
    parentPort!.postMessage({ id, result } satisfies SearchAnswer);
  } catch (error) {
    const broken = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parentPort!.postMessage({ id, broken } satisfies SearchAnswer);
  }
});
