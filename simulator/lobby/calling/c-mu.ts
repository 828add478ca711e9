import { z } from 'zod';
import type { Problem } from '../problem.ts';
import { type ByLine, byLineSchema, inLineOrder, unknownLines } from './by-line.ts';
import type { CallingStrategy, StrategyContext } from './strategy.ts';

/** What waiting costs, and how long the work takes, by line: what both c-mu rules are told. */
export const costedOptions = z.strictObject({
  /** Of a minute that somebody waits in the line, in any unit; 1 for lines that are not named. */
  cost: byLineSchema(z.number().gt(0).max(1_000_000)).default({}),
  /** Mean length of the work of the line. */
  workMs: byLineSchema(z.int().min(1)).default({}),
  /** The same for lines that are not named. */
  otherwiseMs: z.int().min(1).default(300_000),
});
export type CostedOptions = z.infer<typeof costedOptions>;

export const costedProblems = (
  { cost, workMs }: { readonly cost: ByLine; readonly workMs: ByLine },
  context: StrategyContext,
): readonly Problem[] => [...unknownLines('cost', cost, context), ...unknownLines('workMs', workMs, context)];

/** Cost saved a minute of work, by line: c × μ. */
export function costRates({ cost, workMs, otherwiseMs }: CostedOptions, context: StrategyContext): Float64Array {
  const costs = inLineOrder(cost, context, () => 1);
  const works = inLineOrder(workMs, context, () => otherwiseMs);
  return costs.map((one, line) => (one * 60_000) / works[line]!);
}

/**
 * c-μ 规则. The line with the largest cost of waiting × service rate first, whoever has waited how long: where a minute costs the same however
 * long one has waited, no rule that interrupts nobody makes waiting cheaper in all (one queue, one server: Cox & Smith 1961). A reference for
 * what other rules give away; it starves the last line when the first ones never empty.
 */
export const cMu: CallingStrategy<CostedOptions> = {
  id: 'c-mu',
  names: { zh: 'c-μ 规则', en: 'c-mu' },
  version: 1,
  options: costedOptions,
  problems: costedProblems,
  scorer(options, context) {
    const rates = costRates(options, context);
    return (view) => rates[view.line]!;
  },
};
