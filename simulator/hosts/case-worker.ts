import { parentPort, workerData } from 'node:worker_threads';
import { answerCase } from '../validation/answer-case.ts';
import type { CaseJob } from '../validation/validate.ts';

/** A thread that answers one reference case at a time. A bug in an answer ends it, and with it the pool. */
// The port is not there where the file is only loaded to be in the compile cache.
parentPort?.on('message', async ({ one, effort }: CaseJob) => {
  const { folder } = workerData as { readonly folder: string };
  parentPort!.postMessage(await answerCase(one, effort, folder));
});
