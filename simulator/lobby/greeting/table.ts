import type { Branch } from '../branch/branch.ts';
import type { RuleSpec } from '../branch/rules.ts';
import { type Problems, problemsOf } from '../problem.ts';
import { byLoad } from './by-load.ts';
import { byNeed } from './by-need.ts';
import { deviceFirst } from './device-first.ts';
import type { GreetingPolicy, Router } from './policy.ts';

/** Every greeting policy by id. A new one is added here and nowhere else. */
export const policies: Readonly<Record<string, GreetingPolicy>> = {
  'by-need': byNeed,
  'by-load': byLoad,
  'device-first': deviceFirst,
};

/** A greeting policy made ready for one branch. */
export interface GreetingRule {
  readonly id: string;
  readonly version: number;
  readonly route: Router;
}

/** The greeting rule of a branch, ready to route, or everything that is wrong with it. Never throws. */
export function makeRouter(rule: RuleSpec, branch: Branch): GreetingRule | Problems {
  if (!Object.hasOwn(policies, rule.id)) {
    const allowed = Object.keys(policies).join(', ');
    return { problems: [{ path: 'id', message: `unknown greeting policy "${rule.id}"; allowed: ${allowed}` }] };
  }
  const policy = policies[rule.id]!;
  const parsed = policy.options.safeParse(rule.options);
  if (!parsed.success) return { problems: problemsOf(parsed.error, 'options') };
  const problems = policy.problems?.(parsed.data, branch) ?? [];
  if (problems.length > 0) return { problems: problems.map(({ path, message }) => ({ path: `options.${path}`, message })) };
  return { id: policy.id, version: policy.version, route: policy.router(parsed.data, branch) };
}
