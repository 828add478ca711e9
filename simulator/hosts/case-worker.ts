import { parentPort, workerData } from 'node:worker_threads';
import { answerCase } from '../validation/answer-case.ts';
import type { CaseJob } from '../validation/validate.ts';

/** A thread that answers one reference case at a time. A bug in an answer ends it, and with it the pool. */
const { folder } = workerData as { readonly folder: string };
parentPort!.on('message', async ({ one, effort }: CaseJob) => {
  parentPort!.postMessage(await answerCase(one, effort, folder));
});
