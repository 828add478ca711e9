import type { Branch } from './branch/branch.ts';
import type { Names } from './branch/names.ts';
import type { RuleSpec } from './branch/rules.ts';
import { strategyContextOf } from './calling/context-of.ts';
import type { CallingRule } from './calling/make.ts';
import { makeScorer, strategies } from './calling/table.ts';
import { type GreetingRule, makeRouter } from './greeting/table.ts';
import { hasProblems } from './problem.ts';
import type { LobbyState } from './state.ts';

/** What decides calls and routes at a moment. */
export interface RulesInForce {
  readonly rule: RuleSpec;
  readonly names: Names;
  readonly strategy: CallingRule;
  readonly ratioLines: ReadonlySet<string>;
  readonly greeting: GreetingRule;
}

/** Made once for each branch and rule: both are values that never change. */
const made = new WeakMap<Branch, Map<RuleSpec, { strategy: CallingRule; ratioLines: ReadonlySet<string> }>>();
const routers = new WeakMap<Branch, Map<RuleSpec, GreetingRule>>();

function callingRule(branch: Branch, rule: RuleSpec): { strategy: CallingRule; ratioLines: ReadonlySet<string> } {
  const ofBranch = made.get(branch) ?? new Map();
  made.set(branch, ofBranch);
  const known = ofBranch.get(rule);
  if (known) return known;
  const strategy = makeScorer(rule, strategyContextOf(branch));
  // Only checked rules are journaled (SPEC D1, C7): anything else is a bug, not an input.
  if (hasProblems(strategy))
    throw new Error(`journaled calling rule does not fit the branch: ${JSON.stringify(strategy.problems)}`);
  const fresh = { strategy, ratioLines: new Set(strategy.ratioLines) };
  ofBranch.set(rule, fresh);
  return fresh;
}

function greetingRule(branch: Branch, rule: RuleSpec): GreetingRule {
  const ofBranch = routers.get(branch) ?? new Map();
  routers.set(branch, ofBranch);
  const known = ofBranch.get(rule);
  if (known) return known;
  const fresh = makeRouter(rule, branch);
  if (hasProblems(fresh)) throw new Error(`journaled greeting rule does not fit the branch: ${JSON.stringify(fresh.problems)}`);
  ofBranch.set(rule, fresh);
  return fresh;
}

/** [C7] The last strategy whose time has come, and the greeting policy of branch or plan. */
export function rulesInForce(state: LobbyState, nowMs: number): RulesInForce {
  const { branch, greeting } = state.config!;
  const { rule } = state.strategies.findLast(({ effectiveAt }) => effectiveAt <= nowMs) ?? state.strategies[0]!;
  return { rule, names: strategies[rule.id]!.names, ...callingRule(branch, rule), greeting: greetingRule(branch, greeting) };
}

/** Everything wrong with a pair of rules for a branch, one line each. */
export function problemsOfRules(calling: RuleSpec, greeting: RuleSpec, branch: Branch): string[] {
  const scorer = makeScorer(calling, strategyContextOf(branch));
  const router = makeRouter(greeting, branch);
  return [
    ...(hasProblems(scorer) ? scorer.problems.map(({ path, message }) => `calling.${path}: ${message}`) : []),
    ...(hasProblems(router) ? router.problems.map(({ path, message }) => `greeting.${path}: ${message}`) : []),
  ];
}
