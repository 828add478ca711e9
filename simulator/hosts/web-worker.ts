import { type PieceTask, runPiece } from './piece-runner.ts';
import type { PieceAnswer } from './web-pool.ts';

/** The part of a worker's global scope that is used: the DOM's types know windows alone. */
declare const self: {
  onmessage: (message: { readonly data: PieceTask }) => void;
  postMessage(answer: PieceAnswer): void;
};

/** A thread of the browser's pool: runs one piece at a time. Its result is copied: handing memory over would slow the days after it down. */
self.onmessage = ({ data: { id, job, piece } }) => {
  let answer: PieceAnswer;
  try {
    answer = { result: runPiece({ id, job, piece }) };
  } catch (error) {
    answer = { failed: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(answer);
};
