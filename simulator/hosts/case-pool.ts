import { Worker } from 'node:worker_threads';
import type { Answered } from '../validation/answer-case.ts';
import type { AnswerCases, CaseJob } from '../validation/validate.ts';
import { shareCompiled } from './share-compiled.ts';
import { threadFile } from './thread-file.ts';

const workerFile = threadFile('case-worker');

/** What a stopped pool says of the cases it has not answered. */
export const stoppedReason = 'stopped before it was answered';

/**
 * Threads that answer reference cases, each taking the next when it is done. An answer depends on its case alone, so their number
 * and order make no difference to it. A thread that dies takes the pool down with its error: that is a bug.
 */
export class CasePool {
  private threads: readonly Worker[] = [];
  private readonly hire: () => readonly Worker[];
  private readonly progress: (done: number, of: number) => void;
  private stopped = false;
  private wake: (() => void) | undefined;

  /** `folder`: where the cases file lies. */
  constructor(threads: number, folder: string, progress: (done: number, of: number) => void = () => {}) {
    this.hire = () => Array.from({ length: threads }, () => new Worker(workerFile, { workerData: { folder } }));
    this.progress = progress;
  }

  readonly answerCases: AnswerCases = async (jobs) => {
    if (this.threads.length === 0) {
      await shareCompiled(() => import('./case-worker.ts'));
      this.threads = this.hire();
    }
    return this.answer(jobs);
  };

  /** Keeps what is answered and lets the rest be. */
  stop(): void {
    this.stopped = true;
    this.wake?.();
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.terminate()));
  }

  private answer(jobs: readonly CaseJob[]): Promise<Answered[]> {
    return new Promise((resolve, reject) => {
      const answers: (Answered | undefined)[] = jobs.map(() => undefined);
      let next = 0;
      let done = 0;
      const finish = (): void => {
        for (const thread of this.threads) thread.removeAllListeners();
        this.wake = undefined;
        resolve(answers.map((answer, at) => answer ?? { id: jobs[at]!.one.id, reason: stoppedReason }));
      };
      if (jobs.length === 0 || this.stopped) return finish();
      this.wake = finish;
      const give = (thread: Worker): void => {
        if (next >= jobs.length) return;
        const at = next++;
        thread.once('message', (answer: Answered) => {
          answers[at] = answer;
          this.progress(++done, jobs.length);
          if (done === jobs.length) finish();
          else give(thread);
        });
        thread.postMessage(jobs[at]!);
      };
      for (const thread of this.threads) {
        thread.once('error', reject);
        give(thread);
      }
    });
  }
}
