import { Worker } from 'node:worker_threads';
import type { Program } from '../staffing/milp/program.ts';
import type { ProgramFormat, Solved, SolveOptions, SolveProgress, Solver } from '../staffing/milp/solver.ts';
import { threadFile } from './thread-file.ts';

export type SolverJob =
  | { readonly is: 'solve'; readonly program: Program; readonly options: SolveOptions }
  | { readonly is: 'write'; readonly program: Program; readonly format: ProgramFormat };

export type SolverAnswer =
  | { readonly is: 'progress'; readonly progress: SolveProgress }
  | { readonly is: 'solved'; readonly solved: Solved }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'broken'; readonly message: string };

const workerFile = threadFile('solver-worker');

/** Solves after which the thread is made anew: WASM memory grows and never shrinks. */
const recycleAfter = 64;

/**
 * HiGHS in a thread of its own, so that nothing else stands still while it works. One job at a time; a thread that dies under a
 * solve, as one does that runs out of memory, is an answer without a plan, and the next job gets a new thread.
 */
export class SolverThread implements Solver {
  private worker: Worker | undefined;
  private readonly flag = new SharedArrayBuffer(4);
  private last: Promise<unknown> = Promise.resolve();
  private jobs = 0;

  solve(program: Program, options: SolveOptions, progress?: (progress: SolveProgress) => void): Promise<Solved> {
    let latest: SolveProgress = { incumbent: null, bound: null, seconds: 0 };
    return this.ask({ is: 'solve', program, options }, (answer) => {
      if (answer.is === 'solved') return { done: answer.solved };
      if (answer.is === 'progress') {
        latest = answer.progress;
        progress?.(latest);
      }
      return null;
    }).catch((error: unknown) => {
      if (!(error instanceof DeadThread)) throw error;
      return { state: 'out-of-memory', values: null, cost: null, bound: latest.bound, gap: null, seconds: latest.seconds };
    });
  }

  write(program: Program, format: ProgramFormat): Promise<string> {
    return this.ask({ is: 'write', program, format }, (answer) => (answer.is === 'text' ? { done: answer.text } : null));
  }

  stop(): void {
    Atomics.store(new Int32Array(this.flag), 0, 1);
  }

  async close(): Promise<void> {
    this.stop();
    await this.worker?.terminate();
    this.worker = undefined;
  }

  private ask<T>(job: SolverJob, take: (answer: SolverAnswer) => { readonly done: T } | null): Promise<T> {
    const asked = this.last.then(() => this.give(job, take));
    this.last = asked.catch(() => {});
    return asked;
  }

  private async give<T>(job: SolverJob, take: (answer: SolverAnswer) => { readonly done: T } | null): Promise<T> {
    if (this.worker && this.jobs >= recycleAfter) {
      await this.worker.terminate();
      this.worker = undefined;
    }
    const worker = this.worker ?? new Worker(workerFile, { workerData: { flag: this.flag } });
    if (!this.worker) this.jobs = 0;
    this.worker = worker;
    this.jobs++;
    Atomics.store(new Int32Array(this.flag), 0, 0);
    return new Promise((resolve, reject) => {
      const heard = (answer: SolverAnswer): void => {
        const taken = answer.is === 'broken' ? null : take(answer);
        if (answer.is === 'broken') end(() => reject(new Error(answer.message)));
        else if (taken) end(() => resolve(taken.done));
      };
      const dead = (cause: unknown): void => {
        this.worker = undefined;
        end(() => reject(new DeadThread('the solver thread ended', { cause })));
      };
      // each its own: removing all listeners of a Worker also takes away those by which it hears anything
      const end = (finish: () => void): void => {
        worker.off('message', heard).off('error', dead).off('exit', dead);
        finish();
      };
      worker.on('message', heard).on('error', dead).on('exit', dead);
      worker.postMessage(job);
    });
  }
}

/** The thread ended under its job. */
class DeadThread extends Error {
  override readonly name = 'DeadThread';
}
