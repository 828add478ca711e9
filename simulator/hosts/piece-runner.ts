import { prepareJob, profileOf, type RunDays, type RunJob, type RunResult } from '../engine/run.ts';
import { makeSampler, sampleInto } from '../workload/sample.ts';
import { makeTape } from '../workload/tape.ts';
import type { Piece } from './pieces.ts';

/** What a thread is sent: the job, under a number by which it knows it again, and the days it is to run. */
export interface PieceTask {
  readonly id: number;
  readonly job: RunJob;
  readonly piece: Piece;
}

let ready: { readonly id: number; readonly runDays: RunDays } | undefined;

/** Runs a piece in this thread; the job is made ready once. */
export function runPiece({ id, job, piece }: PieceTask): RunResult {
  if (ready?.id !== id) {
    const sampler = makeSampler(job.model, profileOf(job.model, job.profile));
    const tape = makeTape(0);
    ready = { id, runDays: prepareJob(job, (seed, day) => sampleInto(sampler, seed, day, tape)) };
  }
  return ready.runDays(piece.firstDay, piece.days);
}
