import { Option } from 'commander';
import { type RuleSpec, ruleSpecSchema } from '../lobby/branch/rules.ts';
import { BadInput } from './verb.ts';

/** An option whose value is a whole number within limits. */
export function wholeNumber(flags: string, description: string, limits: { min: number; max: number; default?: number }): Option {
  const name = /--([a-z-]+)/.exec(flags)?.[1] ?? flags;
  const option = new Option(flags, description).argParser((text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < limits.min || value > limits.max) {
      throw new BadInput(`--${name} "${text}": must be a whole number from ${limits.min} to ${limits.max}`);
    }
    return value;
  });
  return limits.default === undefined ? option : option.default(limits.default);
}

export const seedOption = (): Option =>
  wholeNumber('--seed <n>', 'seed of the random streams', { min: 0, max: Number.MAX_SAFE_INTEGER, default: 1 });
export const jsonOption = (): Option => new Option('--json', 'one JSON document on stdout, nothing else').default(false);

/** A calling strategy: its id, or id=JSON for its options. */
export function ruleOf(text: string, option = 'strategy'): RuleSpec {
  const at = text.indexOf('=');
  const id = at < 0 ? text : text.slice(0, at);
  let options: unknown = {};
  if (at >= 0) {
    try {
      options = JSON.parse(text.slice(at + 1));
    } catch {
      throw new BadInput(
        `--${option} "${text}": what follows "=" must be JSON, for example ratio={"weights":{"vip":2,"normal":1}}`,
      );
    }
  }
  const parsed = ruleSpecSchema.safeParse({ id, options });
  if (!parsed.success) throw new BadInput(`--${option} "${text}": ${parsed.error.issues.map(({ message }) => message).join('; ')}`);
  return parsed.data;
}

/** Parts between commas; those within braces, brackets or quotes do not divide. */
export function listOf(text: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && '{['.includes(character)) depth++;
    else if (!quoted && '}]'.includes(character)) depth--;
    if (character === ',' && depth === 0 && !quoted) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
