import { profileOf } from '../../engine/run.ts';
import { inlineRun } from '../../hosts/inline.ts';
import type { Plan } from '../../lobby/branch/plan.ts';
import type { Target } from '../../staffing/target.ts';
import { tunedRules } from '../../study/tuned-rules.ts';
import { usualPolicies, usualStrategies } from '../../study/usual-rules.ts';
import { workByLine } from '../../study/work-by-line.ts';
import type { Model } from '../../workload/model.ts';
import { listOf } from '../option-values.ts';
import { planOf, readPlan } from '../read-model.ts';
import { ruleFor } from '../study/rule-for.ts';
import type { StudyFlags } from '../study/study-options.ts';
import { BadInput } from '../verb.ts';

export interface CompareFlags extends StudyFlags {
  readonly plans?: string;
  readonly plan?: string;
  readonly strategies?: string;
  readonly greetings?: string;
  readonly target?: string;
}

/** A plan by the name it is compared under. */
export interface Named {
  readonly name: string;
  readonly plan: Plan;
}

/** The plans that were asked for, and rules that are left out of `all`, with why. */
export function plansFor(model: Model, path: string, flags: CompareFlags): { named: Named[]; leftOut: string[] } {
  const asked = [flags.plans, flags.strategies, flags.greetings].filter((one) => one !== undefined).length;
  if (asked !== 1) throw new BadInput('compare: give one of --plans A,B…, --strategies a,b…|all, --greetings a,b…|all');
  const leftOut: string[] = [];
  const named =
    flags.plans === undefined ? byRule(model, planOf(model, path, flags.plan), flags, leftOut) : byPlan(model, flags.plans);
  if (named.length < 2)
    throw new BadInput(
      `compare: ${named.length} to compare${leftOut.length > 0 ? ` (${leftOut.join('; ')})` : ''}; give at least two, or with --plans one beside the model's own`,
    );
  return { named: distinct(named), leftOut };
}

/** Strategies with their weights tuned to the targets; none where no strategies are compared or none are stated. */
export async function tunedPlans(model: Model, path: string, flags: CompareFlags, targets: readonly Target[]): Promise<Named[]> {
  if (flags.strategies === undefined || targets.length === 0) return [];
  const profile = profileOf(model, flags.dayType);
  const plan = planOf(model, path, flags.plan);
  const asked = flags.strategies === 'all' ? null : new Set(listOf(flags.strategies).map((one) => one.split('=')[0]!));
  const goals = targets.map(({ goal }) => goal);
  const tuned = await tunedRules(inlineRun(), model, profile, plan, goals, flags.seed, workByLine(model, profile));
  return tuned
    .filter(({ rule }) => asked === null || asked.has(rule.id))
    .map(({ rule }) => ({ name: `${rule.id}-tuned`, plan: { ...plan, calling: rule } }));
}

function byPlan(model: Model, files: string): Named[] {
  const given = listOf(files).map((file) => ({ name: readPlan(file).id, plan: readPlan(file) }));
  return given.length === 1 && model.plan !== undefined ? [{ name: model.plan.id, plan: model.plan }, ...given] : given;
}

function byRule(model: Model, plan: Plan, { strategies, greetings, dayType }: CompareFlags, leftOut: string[]): Named[] {
  const kind = strategies === undefined ? 'greeting' : 'calling';
  const text = (strategies ?? greetings)!;
  if (text !== 'all')
    return listOf(text).map((one) => {
      const rule = ruleFor(model.branch, one, strategies === undefined ? 'greetings' : 'strategies');
      return { name: rule.id, plan: { ...plan, [kind]: rule } };
    });
  const current = plan[kind] ?? model.branch.rules[kind];
  const branch = { ...model.branch, rules: { ...model.branch.rules, [kind]: current } };
  const profile = profileOf(model, dayType);
  const usual = strategies === undefined ? usualPolicies(branch) : usualStrategies(branch, workByLine(model, profile));
  const rules = usual.flatMap((one) => {
    if ('rule' in one) return [one.rule];
    leftOut.push(`${one.id} is left out: ${one.why}`);
    return [];
  });
  // What the branch does now comes first: everything else is compared with it.
  const those = [...rules]
    .sort((a, b) => Number(b.id === current.id) - Number(a.id === current.id))
    .map((rule) => ({ name: rule.id, plan: { ...plan, [kind]: rule } }));
  return strategies === undefined ? those : [...those, ...otherPolicies(model, plan)];
}

/** Every greeting policy but the one in force, under the calling strategy in force. */
function otherPolicies({ branch }: Model, plan: Plan): Named[] {
  const current = plan.greeting ?? branch.rules.greeting;
  return usualPolicies({ ...branch, rules: { ...branch.rules, greeting: current } }).flatMap((one) =>
    'rule' in one && one.rule.id !== current.id ? [{ name: `greeting-${one.rule.id}`, plan: { ...plan, greeting: one.rule } }] : [],
  );
}

/** Two of one name are told apart by their place. */
const distinct = (named: readonly Named[]): Named[] =>
  named.map((one, at) =>
    named.filter(({ name }) => name === one.name).length > 1 ? { ...one, name: `${one.name}#${at + 1}` } : one,
  );
