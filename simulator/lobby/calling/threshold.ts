import { z } from 'zod';
import { durationMsSchema } from '../branch/names.ts';
import { ruleSpecSchema } from '../branch/rules.ts';
import { hasProblems } from '../problem.ts';
import { byLineSchema, inLineOrder, unknownLines } from './by-line.ts';
import { type CallingRule, makeFrom, type StrategyTable } from './make.ts';
import type { CallingStrategy, StrategyContext } from './strategy.ts';

const options = z.strictObject({
  /** Longest wait tolerated by line, ms. A head that has waited longer goes before everything else. */
  lines: byLineSchema(durationMsSchema).refine((lines) => Object.keys(lines).length >= 1, { error: 'name at least one line' }),
  /** The rule that decides while no threshold is passed. */
  base: ruleSpecSchema,
});
type Options = z.infer<typeof options>;

/**
 * 超时优先. "When the wait in X exceeds 20 min, call X": heads past their line's threshold first, the longest waiting of
 * them first; otherwise the base strategy decides. A safety net under strict priority or a ratio. When many lines are past
 * their thresholds it is first come, first served among them. `bases` are the strategies that may stand below; a threshold
 * is not one of them, since one threshold already takes any number of lines.
 */
export function thresholdOver(bases: StrategyTable): CallingStrategy<Options> {
  const baseRule = (spec: Options['base'], context: StrategyContext): CallingRule => {
    const made = makeFrom(bases, spec, context);
    if (hasProblems(made)) throw new Error(`a base rule with problems: ${JSON.stringify(made.problems)}`);
    return made;
  };
  return {
    id: 'threshold',
    names: { zh: '超时优先', en: 'Threshold' },
    version: 1,
    options,
    problems({ lines, base }, context) {
      const made = makeFrom(bases, base, context);
      const below = hasProblems(made) ? made.problems.map(({ path, message }) => ({ path: `base.${path}`, message })) : [];
      return [...unknownLines('lines', lines, context), ...below];
    },
    scorer({ lines, base }, context) {
      const limit = inLineOrder(lines, context, () => Number.POSITIVE_INFINITY);
      const { scorer } = baseRule(base, context);
      return (view, station, nowMs) =>
        view.headWaitMs > limit[view.line]! ? Number.POSITIVE_INFINITY : scorer(view, station, nowMs);
    },
    holdsBack: Object.values(bases).some(({ holdsBack }) => holdsBack === true),
    ratioLines: ({ base }, context) => baseRule(base, context).ratioLines,
  };
}
