import { parentPort } from 'node:worker_threads';
import type { Effort } from '../validation/answer.ts';
import { answerCase } from '../validation/answer-case.ts';
import type { Case } from '../validation/case.ts';

/** A thread that answers one reference case at a time. */
parentPort!.on('message', ({ one, effort }: { one: Case; effort: Effort }) => {
  parentPort!.postMessage(answerCase(one, effort));
});
