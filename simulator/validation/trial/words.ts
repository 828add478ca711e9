import type { DistributionSpec } from '../../workload/distributions/spec.ts';
import { makeDistribution } from '../../workload/distributions/table.ts';
import type { Draw } from './renewal-tape.ts';

/** A distribution said in words; lengths in the case's unit. */
export interface Said {
  readonly mean: number;
  readonly scv: number;
  /** Shortest value. */
  readonly shift: number;
  /** Beyond the shift; null: nothing is. */
  readonly spec: ((unitMs: number) => DistributionSpec) | null;
}

const number = '([0-9]*\\.?[0-9]+)';
const unit = '(?:\\s*(?:s|sec|seconds?|min|minutes?|h|hours?))?';
const patterns: readonly [RegExp, (values: readonly number[]) => Said][] = [
  [RegExp(`^(?:constant|deterministic|fixed|always)\\s*\\(?${number}${unit}\\)?$`, 'i'), ([at]) => pure(at!)],
  [RegExp(`^${number}${unit}$`), ([at]) => pure(at!)],
  [
    RegExp(`^exp(?:onential)?(?:,?\\s*(?:with\\s+)?mean)?\\s*\\(?(?:mean\\s*)?${number}${unit}\\)?$`, 'i'),
    ([mean]) => erlang(mean!, 1),
  ],
  [
    RegExp(`^erlang-?\\s*${number}(?:,?\\s*(?:with\\s+)?mean)?\\s*\\(?(?:mean\\s*)?${number}${unit}\\)?$`, 'i'),
    ([stages, mean]) => erlang(mean!, stages!),
  ],
  [
    RegExp(`^lognormal,?\\s*mean\\s*${number}${unit},?\\s*(?:and\\s+)?cv\\s*${number}$`, 'i'),
    ([mean, cv]) => lognormal(mean!, cv!),
  ],
  [RegExp(`^gamma,?\\s*mean\\s*${number}${unit},?\\s*shape\\s*${number}$`, 'i'), ([mean, shape]) => gamma(mean!, shape!)],
];

/** What can be read, for messages. */
export const sayable =
  'exponential, mean 2; Erlang-4, mean 1.5; constant 3; lognormal, mean 5, cv 0.8; gamma, mean 1, shape 400; 0.5 + any of these';

/** Reads a distribution in words; null where the words are not known. */
export function distributionOf(words: string): Said | null {
  const shifted = RegExp(`^${number}${unit}\\s*\\+\\s*(.+)$`).exec(words.trim());
  if (shifted) {
    const rest = distributionOf(shifted[2]!);
    const shift = Number(shifted[1]);
    if (rest === null) return null;
    const mean = shift + rest.mean;
    return { ...rest, mean, scv: (rest.scv * rest.mean ** 2) / mean ** 2, shift: shift + rest.shift };
  }
  for (const [pattern, make] of patterns) {
    const found = pattern.exec(words.trim());
    if (found) return make(found.slice(1).map(Number));
  }
  return null;
}

/** Draws it, ms. */
export function drawOf({ shift, spec }: Said, unitMs: number): Draw {
  const made = spec === null ? null : makeDistribution(spec(unitMs));
  return made === null ? () => shift * unitMs : (u) => shift * unitMs + made.quantile(u);
}

const pure = (at: number): Said => ({ mean: at, scv: 0, shift: at, spec: null });
const erlang = (mean: number, stages: number): Said => ({
  mean,
  scv: 1 / stages,
  shift: 0,
  spec: (unitMs) =>
    stages === 1 ? { family: 'exponential', meanMs: mean * unitMs } : { family: 'erlang', meanMs: mean * unitMs, stages },
});
const lognormal = (mean: number, cv: number): Said => ({
  mean,
  scv: cv * cv,
  shift: 0,
  spec: (unitMs) => ({ family: 'lognormal', meanMs: mean * unitMs, cv }),
});
const gamma = (mean: number, shape: number): Said => ({
  mean,
  scv: 1 / shape,
  shift: 0,
  spec: (unitMs) => ({ family: 'gamma', meanMs: mean * unitMs, cv: 1 / Math.sqrt(shape) }),
});
