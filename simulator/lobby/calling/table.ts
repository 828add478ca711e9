import type { RuleSpec } from '../branch/rules.ts';
import type { Problems } from '../problem.ts';
import { ageing } from './ageing.ts';
import { cMu } from './c-mu.ts';
import { fcfs } from './fcfs.ts';
import { generalisedCMu } from './generalised-c-mu.ts';
import { longestWait } from './longest-wait.ts';
import { type CallingRule, makeFrom, type StrategyTable } from './make.ts';
import { ratio } from './ratio.ts';
import type { StrategyContext } from './strategy.ts';
import { strictPriority } from './strict-priority.ts';
import { targetRatio } from './target-ratio.ts';
import { thresholdOver } from './threshold.ts';

const bases: StrategyTable = {
  fcfs,
  'strict-priority': strictPriority,
  ratio,
  ageing,
  'target-ratio': targetRatio,
  'longest-wait': longestWait,
  'c-mu': cMu,
  'generalised-c-mu': generalisedCMu,
};

/** Every calling strategy by id. A new one is added here and nowhere else. */
export const strategies: StrategyTable = { ...bases, threshold: thresholdOver(bases) };

/**
 * The calling rule of a branch, ready to score, or everything that is wrong with it. Never throws.
 *
 * @example
 * const made = makeScorer({ id: 'ratio', options: { weights: { vip: 2, normal: 1 } } }, strategyContextOf(branch));
 * if (hasProblems(made)) return made.problems;
 * chooseLine(source, made, station, nowMs);
 */
export const makeScorer = (rule: RuleSpec, context: StrategyContext): CallingRule | Problems => makeFrom(strategies, rule, context);
