import type { Command } from 'commander';

/** One verb of `npx tingtang VERB`: its words, options and action; the action answers the exit code. */
export interface Verb {
  readonly name: string;
  define(command: Command): void;
}

/** A verb that is read from disk only when it is asked for: each stands on a large part of the house. */
export interface LateVerb {
  readonly name: string;
  /** Flags of V8 under which it runs best. */
  readonly v8?: readonly string[];
  load(): Promise<Verb>;
}

/** The answer is no: a check failed. Its message has been printed. */
export const exitNo = 1;

/** Bad input: one clear line saying what, where and which values are allowed. The front door prints it and exits 2. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}
