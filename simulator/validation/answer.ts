import type { z } from 'zod';
import type { Case, Value, ValueRecord } from './case.ts';

/** A simulated value: its standard error comes from sections of independent days, `degrees` less one than there are. */
export interface Measured {
  readonly value: number;
  readonly standardError: number;
  readonly degrees: number;
}
export type MeasuredValues = { readonly [key: string]: Measured | readonly Measured[] };

/** What is answered to a case, keyed as it expects. A key may be answered twice, exactly and by simulation: both are judged. */
export interface Answer {
  /** Exact to the last digits, by `theory/`, or by a trace that has one outcome only. */
  readonly exact?: Value;
  /** By the engine, sampled. */
  readonly simulated?: MeasuredValues;
  /** Customers simulated. */
  readonly customers?: number;
  /** Set where `exact` comes from the engine or the workload, or from the roster solver, rather than from `theory/`. */
  readonly exactBy?: 'engine' | 'roster';
  /** Why what is a queue was not simulated. */
  readonly notSimulated?: string;
  /** Keys of this case that describe another rule than ours; dotted. */
  readonly described?: readonly string[];
}

/** A case that cannot be answered; the reason says what is missing. */
export interface Unanswered {
  readonly reason: string;
}

/** How hard to work and where to start the random streams. */
export interface Effort {
  readonly seed: number;
  /** Wanted half-width of a 95 % interval, relative to the value. */
  readonly precision: number;
}

export interface Question {
  readonly one: Case;
  /** What is expected when it is a record; empty for a table. */
  readonly expected: ValueRecord;
  /** What is expected when it is a table; empty for a record. */
  readonly rows: readonly ValueRecord[];
  readonly effort: Effort;
  /** Folder of the cases file: paths in parameters are relative to it. */
  readonly folder: string;
}

/** One kind of case. Parameters it does not know are named in the verdict, not passed over in silence. */
export interface Answerer<Params = never> {
  readonly kind: string;
  readonly params: z.ZodObject;
  answer(params: Params, question: Question): Answer | Unanswered | Promise<Answer | Unanswered>;
}

/** Declares an answerer, so that its answer has the type its parameters parse to. */
export function answererOf<Schema extends z.ZodObject>(
  kind: string,
  params: Schema,
  answer: (params: z.output<Schema>, question: Question) => Answer | Unanswered | Promise<Answer | Unanswered>,
): Answerer {
  return { kind, params, answer: answer as Answerer['answer'] };
}

export const isUnanswered = (answer: Answer | Unanswered): answer is Unanswered => 'reason' in answer;
