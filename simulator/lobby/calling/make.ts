import type { RuleSpec } from '../branch/rules.ts';
import { type Problems, problemsOf } from '../problem.ts';
import type { CallingStrategy, LineScorer, StrategyContext } from './strategy.ts';

/** A calling strategy made ready for one branch. */
export interface CallingRule {
  readonly id: string;
  readonly version: number;
  readonly scorer: LineScorer;
  readonly holdsBack: boolean;
  /** Lines whose calls are counted against each other (SPEC C6). */
  readonly ratioLines: readonly string[];
}

export type StrategyTable = Readonly<Record<string, CallingStrategy>>;

/** Makes the rule that a spec names from one table, or says everything that is wrong with the spec. Never throws. */
export function makeFrom(table: StrategyTable, rule: RuleSpec, context: StrategyContext): CallingRule | Problems {
  if (!Object.hasOwn(table, rule.id)) {
    const allowed = Object.keys(table).join(', ');
    return { problems: [{ path: 'id', message: `unknown calling strategy "${rule.id}"; allowed: ${allowed}` }] };
  }
  const strategy = table[rule.id]!;
  const parsed = strategy.options.safeParse(rule.options);
  if (!parsed.success) return { problems: problemsOf(parsed.error, 'options') };
  const problems = strategy.problems?.(parsed.data, context) ?? [];
  if (problems.length > 0) return { problems: problems.map(({ path, message }) => ({ path: `options.${path}`, message })) };
  return {
    id: strategy.id,
    version: strategy.version,
    scorer: strategy.scorer(parsed.data, context),
    holdsBack: strategy.holdsBack ?? false,
    ratioLines: strategy.ratioLines?.(parsed.data, context) ?? context.lines.map((line) => line.id),
  };
}
