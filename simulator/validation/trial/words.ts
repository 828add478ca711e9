import type { DistributionSpec } from '../../workload/distributions/spec.ts';
import { makeDistribution } from '../../workload/distributions/table.ts';
import type { Draw } from './renewal-tape.ts';
import type { Shape } from './shape.ts';

/** A distribution said in words; lengths in the case's unit. */
export interface Said extends Shape {
  /** Shortest value. */
  readonly shift: number;
  /** Beyond the shift; null: nothing is. */
  readonly spec: ((unitMs: number) => DistributionSpec) | null;
}

/** What can be read, for messages. */
export const sayable =
  'exponential, mean 2; Erlang-4, mean 1.5; constant 3; lognormal, mean 5, cv 0.8; gamma, mean 1, shape 400; 0.5 + any of these';

/** Words that say nothing beside the numbers. */
const plain =
  /\b(a|an|the|of|with|and|is|each|distribution|distributed|min|mins|minutes?|s|sec|secs|seconds?|h|hours?|units?|shifted|stages?)\b|[(),;:=]/g;
const digits = '([0-9]*\\.?[0-9]+)';

/** Reads a distribution in words; null where some word is not known. */
export function distributionOf(words: string): Said | null {
  const text = words
    .toLowerCase()
    .replace(/\bplus\b/g, '+')
    .replace(plain, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const parts = text.split(/\s*\+\s*/);
  if (parts.length > 2) return null;
  const shift = parts.length === 2 ? parts.find((part) => RegExp(`^${digits}$`).test(part)) : undefined;
  if (parts.length === 2 && shift === undefined) return null;
  const said = oneOf(parts.length === 1 ? parts[0]! : parts[parts.indexOf(shift!) === 0 ? 1 : 0]!);
  return said === null || shift === undefined ? said : shifted(said, Number(shift));
}

/** Draws it, ms. */
export function drawOf({ shift, spec }: Said, unitMs: number): Draw {
  const made = spec === null ? null : makeDistribution(spec(unitMs));
  return made === null ? () => shift * unitMs : (u) => shift * unitMs + made.quantile(u);
}

function shifted(said: Said, by: number): Said {
  const mean = by + said.mean;
  return { ...said, mean, scv: (said.scv * said.mean ** 2) / mean ** 2, shift: said.shift + by };
}

/** One family with its numbers: named ones in any order, else in the order given. */
function oneOf(text: string): Said | null {
  const match = (pattern: string): number[] | null => RegExp(`^${pattern}$`).exec(text)?.slice(1).map(Number) ?? null;
  const constant = match(`(?:constant|deterministic|fixed|always)? ?${digits}`);
  if (constant) return { mean: constant[0]!, scv: 0, shift: constant[0]!, spec: null };
  const exponential = match(`exp(?:onential)? (?:mean )?${digits}`);
  if (exponential) return family(exponential[0]!, 1, (meanMs) => ({ family: 'exponential', meanMs }));
  const byRate = match(`exp(?:onential)? rate ${digits}`);
  if (byRate && byRate[0]! > 0) return family(1 / byRate[0]!, 1, (meanMs) => ({ family: 'exponential', meanMs }));
  const erlang = match(`erlang[- ]?${digits} (?:mean )?${digits}`);
  if (erlang) return erlangOf(erlang[0]!, erlang[1]!);
  const lognormal = match(`lognormal mean ${digits} cv ${digits}`);
  if (lognormal) return family(lognormal[0]!, lognormal[1]! ** 2, (meanMs) => ({ family: 'lognormal', meanMs, cv: lognormal[1]! }));
  const gamma = match(`gamma mean ${digits} shape ${digits}`);
  if (gamma && gamma[1]! > 0)
    return family(gamma[0]!, 1 / gamma[1]!, (meanMs) => ({ family: 'gamma', meanMs, cv: 1 / Math.sqrt(gamma[1]!) }));
  return null;
}

function erlangOf(stages: number, mean: number): Said | null {
  if (!Number.isInteger(stages) || stages < 1) return null;
  return family(mean, 1 / stages, (meanMs) =>
    stages === 1 ? { family: 'exponential', meanMs } : { family: 'erlang', meanMs, stages },
  );
}

const family = (mean: number, scv: number, spec: (meanMs: number) => DistributionSpec): Said | null =>
  mean > 0 && scv > 0 ? { mean, scv, shift: 0, spec: (unitMs) => spec(mean * unitMs) } : null;
