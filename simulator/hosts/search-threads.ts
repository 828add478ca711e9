import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Run, RunJob, RunResult } from '../engine/run.ts';
import type { Model } from '../workload/model.ts';
import { dispatch, WorkerDied } from './dispatch.ts';
import type { Piece } from './pieces.ts';
import type { SearchAnswer, SearchTask } from './search-worker.ts';
import { shareCompiled } from './share-compiled.ts';
import { threadFile } from './thread-file.ts';

const workerFile = threadFile('search-worker');

interface Asked {
  readonly done: (result: RunResult) => void;
  readonly failed: (error: Error) => void;
}

/** A thread, what it knows, and what it has been asked for. */
interface Thread {
  readonly worker: Worker;
  readonly models: Set<number>;
  readonly asked: Map<number, Asked>;
}

/**
 * The `run` port of a search on threads, each of which keeps the models it has met and the tapes it has drawn: many short jobs of few
 * models, some of them at a time. The same bits as in one thread, since a job is cut into the same pieces and joined in their order.
 */
export class SearchThreads {
  private readonly threads: (Thread | undefined)[];
  private readonly numbers = new WeakMap<Model, number>();
  private shared: Promise<void> | undefined;
  private models = 0;
  private jobs = 0;
  private pieces = 0;

  constructor(workers = availableParallelism()) {
    this.threads = Array.from({ length: workers }, () => undefined);
  }

  readonly run: Run = async (job) => {
    this.shared ??= shareCompiled(() => import('./search-worker.ts'));
    await this.shared;
    const { model, ...rest } = job;
    const jobId = ++this.jobs;
    const number = this.numbers.get(model) ?? ++this.models;
    this.numbers.set(model, number);
    const hands = { workers: this.threads.length, run: (_: RunJob, piece: Piece) => this.give(model, number, jobId, rest, piece) };
    return (await dispatch(hands, job)).result;
  };

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread?.worker.terminate()));
  }

  private give(model: Model, number: number, jobId: number, job: Omit<RunJob, 'model'>, piece: Piece): Promise<RunResult> {
    const { asked, models, worker } = this.leastBusy();
    if (!models.has(number)) worker.postMessage({ is: 'model', number, model } satisfies SearchTask);
    models.add(number);
    const id = ++this.pieces;
    return new Promise((done, failed) => {
      asked.set(id, { done, failed });
      worker.postMessage({ is: 'piece', id, number, jobId, job, piece } satisfies SearchTask);
    });
  }

  private leastBusy(): Thread {
    const busy = this.threads.map((thread) => thread?.asked.size ?? 0);
    const at = busy.indexOf(Math.min(...busy));
    const thread = this.threads[at] ?? this.hire(at);
    this.threads[at] = thread;
    return thread;
  }

  private hire(at: number): Thread {
    const worker = new Worker(workerFile);
    const thread: Thread = { worker, models: new Set(), asked: new Map() };
    worker.on('message', (answer: SearchAnswer) => {
      const asked = thread.asked.get(answer.id);
      thread.asked.delete(answer.id);
      if ('result' in answer) asked?.done(answer.result);
      else asked?.failed(new Error(answer.broken));
    });
    const dead = (cause: unknown): void => {
      if (this.threads[at] === thread) this.threads[at] = undefined;
      const died = new WorkerDied(
        'a thread of the search has died',
        (cause as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY',
      );
      for (const { failed } of thread.asked.values()) failed(died);
      thread.asked.clear();
    };
    worker.on('error', dead);
    worker.on('exit', dead);
    return thread;
  }
}
