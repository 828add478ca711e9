import { makeSections } from '../engine/results/study.ts';
import { floorOf, profileOf, type RunJob, type RunResult } from '../engine/run.ts';
import type { JobOptions, JobReport, StopReason } from '../study/host.ts';
import { joinResults } from '../study/join-results.ts';
import { daysOf, expectedVisits, type Piece, piecesOf } from './pieces.ts';

/** A thread has died under its piece. */
export class WorkerDied extends Error {
  override readonly name = 'WorkerDied';
  readonly outOfMemory: boolean;

  constructor(message: string, outOfMemory = false) {
    super(message);
    this.outOfMemory = outOfMemory;
  }
}

/** What a host is made of. */
export interface Hands {
  /** Pieces that run at a time. */
  readonly workers: number;
  /** Runs a piece; gives up, or gives fewer days, at the signal or after `untilMs` (of `performance.now`). Throws `WorkerDied`. */
  run(job: RunJob, piece: Piece, signal: AbortSignal, untilMs: number): Promise<RunResult>;
  /** Memory of this process, bytes, where it can be known. */
  memory?(): number;
}

/** A piece is tried once more when its thread dies: something else may have killed it. */
const tries = 2;
/** Roughly what a visit takes: columns of tape, run and outcome. */
const bytesPerVisit = 300;
const bytesPerTally = 48_000;

/**
 * Runs a job piece by piece on the hands of a host. What is answered is always the result of the first so many days: pieces that were
 * finished behind a gap are dropped, so that a stopped job is the same as one of fewer days.
 */
export function dispatch(hands: Hands, job: RunJob, options: JobOptions = {}): Promise<JobReport> {
  const { limits = {}, progress, signal } = options;
  const weekday = profileOf(job.model, job.profile).days[0]!;
  for (const plan of job.plans) floorOf(job.model.branch, plan, weekday);
  const pieces = piecesOf(job);
  const abort = new AbortController();
  const idle = hands.memory?.() ?? 0;
  const untilMs = performance.now() + (limits.timeMs ?? Number.POSITIVE_INFINITY);
  const tooLarge = (): boolean => limits.memoryBytes !== undefined && (hands.memory?.() ?? 0) - idle > limits.memoryBytes;
  return new Promise((resolve, reject) => {
    const waiting = new Map<number, RunResult>();
    let result: RunResult | null = null;
    let next = 0;
    let merged = 0;
    let running = 0;
    let stopped: StopReason | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
    };
    const finish = (): void => {
      end();
      const none = job.plans.map(() => ({ sections: makeSections(job.sections), cells: null }));
      resolve({ result: result ?? none, days: daysOf(result), stopped: merged < pieces.length ? stopped : null });
    };
    const stop = (reason: StopReason): void => {
      if (stopped !== null) return;
      stopped = reason;
      abort.abort();
      if (running === 0) finish();
    };
    const cancel = (): void => stop('cancelled');
    const take = (at: number, answer: RunResult): void => {
      waiting.set(at, answer);
      for (let whole = true; whole && waiting.has(merged); ) {
        const piece = waiting.get(merged)!;
        waiting.delete(merged);
        whole = daysOf(piece) === pieces[merged]!.days;
        result = joinResults(result, piece);
        if (whole) merged++;
        else stop('time');
      }
      progress?.(daysOf(result));
      if (tooLarge()) stop('memory');
    };
    const work = async (at: number, tried: number): Promise<void> => {
      try {
        take(at, await hands.run(job, pieces[at]!, abort.signal, untilMs));
      } catch (error) {
        if (abort.signal.aborted) return;
        if (!(error instanceof WorkerDied)) {
          end();
          abort.abort();
          reject(error);
          return;
        }
        if (error.outOfMemory) stop('memory');
        else if (tried < tries) await work(at, tried + 1);
        else stop('worker-died');
      }
    };
    const give = (): void => {
      while (stopped === null && running < hands.workers && next < pieces.length) {
        running++;
        void work(next++, 1).then(() => {
          running--;
          if (merged === pieces.length || (stopped !== null && running === 0)) finish();
          else give();
        });
      }
    };

    if (signal?.aborted) return stop('cancelled');
    signal?.addEventListener('abort', cancel);
    if (limits.timeMs !== undefined) timer = setTimeout(() => stop('time'), limits.timeMs);
    if (needed(job, hands.workers) > (limits.memoryBytes ?? Number.POSITIVE_INFINITY)) return stop('memory');
    give();
  });
}

/** Memory that a job surely takes. */
const needed = (job: RunJob, workers: number): number =>
  workers * expectedVisits(job) * bytesPerVisit + (workers + 1) * job.plans.length * job.sections * bytesPerTally;
