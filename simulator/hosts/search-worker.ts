import { parentPort } from 'node:worker_threads';
import { prepareJob, type RunDays } from '../engine/run.ts';
import type { Model } from '../workload/model.ts';
import { buffersOf } from './piece-runner.ts';
import type { SearchAnswer, SearchTask } from './search-threads.ts';
import { TapeShelf } from './tape-shelf.ts';

/** A thread of a search: it keeps models and tapes, and jobs whose pieces are still coming. */
const models = new Map<number, Model>();
const shelf = new TapeShelf({ keepTapes: true });
const ready = new Map<number, RunDays>();
/** Searches of several kinds of day run at a time, each with one job under way. */
const mostReady = 16;

parentPort!.on('message', (task: SearchTask) => {
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
    parentPort!.postMessage({ id, result } satisfies SearchAnswer, buffersOf(result));
  } catch (error) {
    const broken = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parentPort!.postMessage({ id, broken } satisfies SearchAnswer);
  }
});
