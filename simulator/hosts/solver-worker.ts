import { parentPort, workerData } from 'node:worker_threads';
import { highsHere, solveWith, writeWith } from '../staffing/milp/highs.ts';
import type { SolverAnswer, SolverJob } from './solver-thread.ts';

/** A thread that holds HiGHS and does one job at a time. The first cell of the shared flag stops a solve. */
const flag = new Int32Array((workerData as { readonly flag: SharedArrayBuffer }).flag);
const say = (answer: SolverAnswer): void => parentPort!.postMessage(answer);

parentPort!.on('message', async (job: SolverJob) => {
  const highs = await highsHere();
  try {
    if (job.is === 'write') return say({ is: 'text', text: writeWith(highs, job.program, job.format) });
    const solved = solveWith(highs, job.program, job.options, {
      progress: (progress) => say({ is: 'progress', progress }),
      shouldStop: () => Atomics.load(flag, 0) === 1,
    });
    say({ is: 'solved', solved });
  } catch (error) {
    say({ is: 'broken', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
