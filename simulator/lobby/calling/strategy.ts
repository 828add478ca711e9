import type { z } from 'zod';
import type { Names } from '../branch/names.ts';
import type { Problem } from '../problem.ts';

/**
 * What a strategy sees of one line whose head a station can serve now. One object, reused for every line: read it, do
 * not keep it. The engine fills it from typed arrays, the live lobby from its state; the scorer is the same function.
 */
export interface LineView {
  /** Position of the line in the branch's order. */
  line: number;
  /** now − readyAt of the head, ms. */
  headWaitMs: number;
  /** readyAt of the head, epoch ms. */
  headReadyAt: number;
  /** Tickets waiting in this line. */
  length: number;
  /** Tickets waiting in all lines. */
  totalWaiting: number;
  /** First calls from this line that count for a ratio (SPEC C6). */
  callsSoFar: number;
}

export interface StationView {
  /** Position of the station in the branch's order. */
  station: number;
}

/**
 * Higher is called first; equal scores go by readyAt, then ticket sequence. Infinity: before everything else.
 * -Infinity: not from this line, whatever else waits; only from a strategy that says it `holdsBack`. Never NaN.
 */
export type LineScorer = (view: Readonly<LineView>, station: Readonly<StationView>, nowMs: number) => number;

/** What a scorer may know of the branch when it is made. */
export interface StrategyContext {
  readonly lines: readonly { readonly id: string; readonly tier: number; readonly targetWaitMs: number | undefined }[];
}

/** 叫号策略. One a file; `calling/table.ts` lists them. */
export interface CallingStrategy<Options = unknown> {
  readonly id: string;
  readonly names: Names;
  /** Raised when the rule itself changes, so `conform` knows what a recorded call was decided by. */
  readonly version: number;
  readonly options: z.ZodType<Options>;
  /** What is wrong with well-formed options in this branch; paths start at the options. Asked before `scorer`. */
  problems?(options: Options, context: StrategyContext): readonly Problem[];
  scorer(options: Options, context: StrategyContext): LineScorer;
  /** Says that it may leave a line uncalled, whatever else waits; others are not asked where one line alone has a head. */
  readonly holdsBack?: boolean;
  /** Lines whose calls are counted against each other (SPEC C6); all lines when absent. */
  ratioLines?(options: Options, context: StrategyContext): readonly string[];
}
