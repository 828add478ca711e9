import { move, transferableSymbol, valueSymbol } from 'piscina';
import { buffersOf, type PieceTask, runPiece } from './piece-runner.ts';

/** A thread of the Node pool: runs one piece at a time and hands its memory over. */
export default function studyWorker(task: PieceTask): unknown {
  const result = runPiece(task);
  return move({
    get [transferableSymbol]() {
      return buffersOf(result);
    },
    get [valueSymbol]() {
      return result;
    },
  } as never);
}
