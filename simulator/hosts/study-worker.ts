import type { RunResult } from '../engine/run.ts';
import { type PieceTask, runPiece } from './piece-runner.ts';

/** A thread of the Node pool: runs one piece at a time. */
export default (task: PieceTask): RunResult => runPiece(task);
