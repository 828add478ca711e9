import { buffersOf, type PieceTask, runPiece } from './piece-runner.ts';
import type { PieceAnswer } from './web-pool.ts';

/** The part of a worker's global scope that is used: the DOM's types know windows alone. */
declare const self: {
  onmessage: (message: { readonly data: PieceTask }) => void;
  postMessage(answer: PieceAnswer, transfer?: Transferable[]): void;
};

/** A thread of the browser's pool: runs one piece at a time and hands its memory over. */
self.onmessage = ({ data: { id, job, piece } }) => {
  let answer: PieceAnswer;
  try {
    answer = { result: runPiece({ id, job, piece }) };
  } catch (error) {
    answer = { failed: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(answer, 'result' in answer ? buffersOf(answer.result) : []);
};
