import type { Program } from './program.ts';

/** When to be content. */
export interface SolveOptions {
  /** Stop when (incumbent − bound) / |incumbent| is at most this. */
  readonly gap: number;
  /** Stop after so much time with the best there is. */
  readonly seconds: number;
  /** Values of all columns to start from; checked, not trusted. */
  readonly start?: readonly number[] | undefined;
}

/** How far a solve has got. */
export interface SolveProgress {
  /** Cost of the best solution so far; null before the first. */
  readonly incumbent: number | null;
  /** No solution costs less; null while nothing is known. */
  readonly bound: number | null;
  readonly seconds: number;
}

/**
 * `optimal`: within the gap asked for. `out-of-time`, `stopped`, `out-of-memory`: the best found so far, if any. `infeasible`:
 * no solution; `unbounded`: no least cost, a mistake of the model's.
 */
export type SolveState = 'optimal' | 'out-of-time' | 'stopped' | 'out-of-memory' | 'infeasible' | 'unbounded';

export interface Solved {
  readonly state: SolveState;
  /** By column; null when there is none. */
  readonly values: readonly number[] | null;
  readonly cost: number | null;
  readonly bound: number | null;
  /** (cost − bound) / |cost|. */
  readonly gap: number | null;
  readonly seconds: number;
}

/** Formats that other solvers read. */
export type ProgramFormat = 'lp' | 'mps';

/** The port through which rosters are solved; hosts supply it. */
export interface Solver {
  solve(program: Program, options: SolveOptions, progress?: (progress: SolveProgress) => void): Promise<Solved>;
  write(program: Program, format: ProgramFormat): Promise<string>;
  /** Ends the solve under way with the best it has. */
  stop(): void;
  close(): Promise<void>;
}

export const gapOf = (cost: number | null, bound: number | null): number | null =>
  cost === null || bound === null ? null : Math.max(0, cost - bound) / Math.max(1e-9, Math.abs(cost));
