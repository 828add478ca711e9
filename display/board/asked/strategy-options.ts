import type { RuleSpec } from '../../../simulator/lobby/branch/rules.ts';

const minuteMs = 60_000;

/** The one option of a strategy that a branch tunes by line; `factor` turns what is typed into what is stored. */
export interface ByLineOption {
  readonly key: 'weights' | 'tiers' | 'ratePerLine' | 'targetMs' | 'lines' | 'cost';
  readonly factor: number;
  readonly least: number;
  readonly step: number;
}

export const byLineOption: Readonly<Record<string, ByLineOption>> = {
  ratio: { key: 'weights', factor: 1, least: 1, step: 1 },
  'strict-priority': { key: 'tiers', factor: 1, least: 0, step: 1 },
  ageing: { key: 'ratePerLine', factor: 1, least: 0.1, step: 0.1 },
  'target-ratio': { key: 'targetMs', factor: minuteMs, least: 1, step: 1 },
  'c-mu': { key: 'cost', factor: 1, least: 0.1, step: 0.1 },
  'generalised-c-mu': { key: 'cost', factor: 1, least: 0.1, step: 0.1 },
  threshold: { key: 'lines', factor: minuteMs, least: 1, step: 1 },
};

/** What stands in each line's field: the rule in force where it is the same strategy, else nothing. */
export function typedOf(strategy: string, inForce: RuleSpec): ReadonlyMap<string, string> {
  const option = byLineOption[strategy];
  if (option === undefined || inForce.id !== strategy) return new Map();
  const stored = (inForce.options[option.key] ?? {}) as Readonly<Record<string, number>>;
  return new Map(Object.entries(stored).map(([line, value]) => [line, String(value / option.factor)]));
}

/** The rule that was typed in. Options that have no field here are kept where the strategy stays the same. */
export function ruleFrom(strategy: string, typed: ReadonlyMap<string, string>, base: string, inForce: RuleSpec): RuleSpec {
  const option = byLineOption[strategy];
  const kept = inForce.id === strategy ? inForce.options : {};
  if (option === undefined) return { id: strategy, options: kept };
  const values = [...typed].flatMap(([line, text]) => (text.trim() === '' ? [] : [[line, Number(text) * option.factor] as const]));
  const byLine = { ...kept, [option.key]: Object.fromEntries(values) };
  return { id: strategy, options: strategy === 'threshold' ? { ...byLine, base: baseRule(base, inForce) } : byLine };
}

/** A base keeps the options it has now: as the rule in force, or below it. */
function baseRule(base: string, inForce: RuleSpec): RuleSpec {
  const below = inForce.options.base as RuleSpec | undefined;
  return [inForce, below].find((rule) => rule?.id === base) ?? { id: base, options: {} };
}
