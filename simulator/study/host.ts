import type { RunJob, RunResult } from '../engine/run.ts';

/** Why a job ended before its last day. What was finished by then is kept. */
export type StopReason = 'cancelled' | 'time' | 'memory' | 'worker-died';

/** What a job may use. */
export interface Limits {
  /** From start to end, ms of real time. */
  readonly timeMs?: number | undefined;
  /** Memory taken by the job, bytes. */
  readonly memoryBytes?: number | undefined;
}

export interface JobOptions {
  readonly limits?: Limits | undefined;
  /** Cancels the job. */
  readonly signal?: AbortSignal | undefined;
  /** Told how many days are finished, now and then. */
  readonly progress?: ((days: number) => void) | undefined;
}

/** What became of a job: the result of its first `days` days, the same as if so many had been asked for. */
export interface JobReport {
  readonly result: RunResult;
  readonly days: number;
  /** Null: all days were run. */
  readonly stopped: StopReason | null;
}

/**
 * Where replications run: this thread, threads of Node, Web Workers. The same job gives the same result bit for bit from each of
 * them, with any number of workers. A job that makes no sense throws `CannotRun` before anything runs.
 */
export interface Host {
  readonly workers: number;
  start(job: RunJob, options?: JobOptions): Promise<JobReport>;
  close(): Promise<void>;
}
