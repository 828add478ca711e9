import type { Branch } from '../../lobby/branch/branch.ts';
import type { RuleSpec } from '../../lobby/branch/rules.ts';
import { strategyContextOf } from '../../lobby/calling/context-of.ts';
import { makeScorer } from '../../lobby/calling/table.ts';
import { makeRouter } from '../../lobby/greeting/table.ts';
import { hasProblems } from '../../lobby/problem.ts';
import { ruleOf } from '../option-values.ts';
import { BadInput } from '../verb.ts';

/** The rule that an option names, for a branch: what is wrong with it is said of the option, not of the plan it goes into. */
export function ruleFor(branch: Branch, text: string, option: 'strategy' | 'strategies' | 'greeting' | 'greetings'): RuleSpec {
  const rule = ruleOf(text, option);
  const made = option.startsWith('strateg') ? makeScorer(rule, strategyContextOf(branch)) : makeRouter(rule, branch);
  if (!hasProblems(made)) return rule;
  const said = made.problems.map(({ path, message }) =>
    path === 'id' ? message : `${path.replace(/^options\./, '')}: ${message}`,
  );
  const how = made.problems.some(({ path }) => path !== 'id')
    ? '; options follow "=" as JSON, for example ratio={"weights":{"vip":2,"normal":1}}'
    : '';
  throw new BadInput(`--${option} "${text}": ${said.join('; ')}${how}`);
}
