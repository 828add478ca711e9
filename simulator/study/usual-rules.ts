import type { Branch } from '../lobby/branch/branch.ts';
import type { RuleSpec } from '../lobby/branch/rules.ts';
import { strategyContextOf } from '../lobby/calling/context-of.ts';
import { makeScorer, strategies } from '../lobby/calling/table.ts';
import { makeRouter, policies } from '../lobby/greeting/table.ts';
import { hasProblems, type Problems } from '../lobby/problem.ts';

/** Target of a line that declares none, where a rule cannot do without. */
const usualTargetMs = 900_000;
/** Limit beyond which a line that declares no target is called first. */
const usualThresholdMs = 1_200_000;

/** A rule to be compared, or why it cannot be at this branch. */
export type UsualRule = { readonly rule: RuleSpec } | { readonly id: string; readonly why: string };

/**
 * Every calling strategy as one would first set it at a branch: with the options that the branch has for it, else with usual ones: weights
 * by tier (each tier once more than the next), the lines' targets, 15 or 20 minutes where a line has none. `workMs`: mean work by line.
 */
export function usualStrategies(branch: Branch, workMs: Readonly<Record<string, number>> = {}): readonly UsualRule[] {
  const context = strategyContextOf(branch);
  return Object.keys(strategies).map((id) => {
    const own = branch.rules.calling.id === id ? branch.rules.calling : null;
    return checked(own ?? { id, options: usualOptions(branch, id, workMs) }, (rule) => makeScorer(rule, context));
  });
}

/** Every greeting policy likewise. */
export const usualPolicies = (branch: Branch): readonly UsualRule[] =>
  Object.keys(policies).map((id) => {
    const own = branch.rules.greeting.id === id ? branch.rules.greeting : null;
    return checked(own ?? { id, options: {} }, (rule) => makeRouter(rule, branch));
  });

function checked(rule: RuleSpec, make: (rule: RuleSpec) => object | Problems): UsualRule {
  const made = make(rule);
  if (!hasProblems(made)) return { rule };
  return { id: rule.id, why: made.problems.map(({ path, message }) => `${path}: ${message}`).join('; ') };
}

/** What a minute of waiting costs where nobody says it: each tier once more than the next. */
export function costByLine(lines: Branch['lines']): Readonly<Record<string, number>> {
  const tiers = [...new Set(lines.map(({ tier }) => tier))].sort((a, b) => b - a);
  return Object.fromEntries(lines.map((line) => [line.id, 1 + tiers.indexOf(line.tier)]));
}

function usualOptions({ lines }: Branch, id: string, workMs: Readonly<Record<string, number>>): RuleSpec['options'] {
  const tiers = [...new Set(lines.map(({ tier }) => tier))].sort((a, b) => b - a);
  switch (id) {
    case 'ratio':
      return { weights: costByLine(lines) };
    case 'ageing':
      return { ratePerTier: Object.fromEntries(tiers.map((tier, at) => [String(tier), 1 + at])) };
    case 'target-ratio':
      return { otherwiseMs: usualTargetMs };
    case 'c-mu':
    case 'generalised-c-mu':
      return { cost: costByLine(lines), workMs };
    case 'threshold':
      return {
        lines: Object.fromEntries(lines.map((line) => [line.id, line.targetWaitMs ?? usualThresholdMs])),
        base: { id: 'strict-priority', options: {} },
      };
    default:
      return {};
  }
}
