import type { Answer, Measured } from './answer.ts';
import type { Answered } from './answer-case.ts';
import type { Case, Value, ValueRecord } from './case.ts';
import { checkExact } from './check-exact.ts';
import { type Comparison, comparisonsOf } from './check-simulated.ts';
import { largestZ } from './sidak.ts';
import { relativeHalfWidth } from './trial/measure.ts';

/** How a case went. */
export interface CaseVerdict {
  readonly id: string;
  readonly kind: string;
  /** What answered: the engine's answer is `got`, the formula's beside it `theory`. */
  readonly by: 'engine' | 'theory' | 'engine and theory' | 'roster';
  readonly expected: Case['expected'];
  readonly got: Value;
  readonly theory?: Value;
  /** The largest of the simulated quantities, and what it may be. */
  readonly z?: number;
  readonly limit?: number;
  /** Widest 95 % half-width, relative to its value. */
  readonly halfWidth?: number;
  readonly customers?: number;
  /** The first run failed; this is the second, of independent streams and four times the work. */
  readonly again?: true;
  readonly pass: boolean;
  /** What is wrong, in words. */
  readonly misses?: readonly string[];
  /** Why what is a queue was answered by theory alone. */
  readonly notSimulated?: string;
  /** Parameters that are not known here and had no effect. */
  readonly ignored?: readonly string[];
}

export interface Unsupported {
  readonly id: string;
  readonly kind: string;
  readonly reason: string;
}

/** How many quantities of these answers are simulated: the family that one confidence is for. */
export function familySize(cases: readonly Case[], answered: readonly Answered[]): number {
  return cases.reduce((sum, one, at) => {
    const given = answered[at]!;
    return sum + ('answer' in given ? comparisonsFor(one, given.answer).length : 0);
  }, 0);
}

/** Judges an answer as one of `family` simulated quantities. A result key that nobody answers makes the case unsupported. */
export function judge(one: Case, answered: Answered, family: number): CaseVerdict | Unsupported {
  const { id, kind } = one;
  if ('reason' in answered) return { id, kind, reason: answered.reason };
  const { answer, ignored } = answered;
  const { exact, simulated = {}, described = [] } = answer;
  const comparisons = comparisonsFor(one, answer);
  // places that simulation alone answers are not asked of the exact answer
  const simulatedOnly = (place: string): boolean => place in simulated && !hasExact(exact, place);
  const { misses, missing } = checkExact(one, exact ?? {}, (place) => described.includes(place) || simulatedOnly(place));
  if (missing.length > 0) return { id, kind, reason: `no answer for ${missing.map((place) => `"${place}"`).join(', ')}` };

  const worst = comparisons.reduce<Comparison | null>(
    (most, next) => (most !== null && Math.abs(most.z) >= Math.abs(next.z) ? most : next),
    null,
  );
  const limitOf = ({ measured }: Comparison): number => largestZ(family, measured.degrees);
  const far = comparisons.filter((comparison) => !(Math.abs(comparison.z) <= limitOf(comparison)));
  const wrong = [
    ...misses.map((miss) => (comparisons.length > 0 && answer.exactBy === undefined ? `theory: ${miss}` : miss)),
    ...far.map(
      ({ place, measured, expected, z }) =>
        `${place}: ${measured.value} ± ${measured.standardError}, expected ${expected} (z ${z.toFixed(2)})`,
    ),
  ];
  const engine = comparisons.length > 0 || answer.exactBy === 'engine';
  return {
    id,
    kind,
    by: engine ? (comparisons.length > 0 && exact !== undefined ? 'engine and theory' : 'engine') : (answer.exactBy ?? 'theory'),
    expected: one.expected,
    ...gotOf(one, answer),
    ...(worst === null
      ? {}
      : {
          z: worst.z,
          limit: limitOf(worst),
          halfWidth: Math.max(...comparisons.map(({ measured }) => relativeHalfWidth(measured))),
          customers: answer.customers ?? 0,
        }),
    pass: wrong.length === 0,
    ...(wrong.length > 0 ? { misses: wrong } : {}),
    ...(answer.notSimulated === undefined ? {} : { notSimulated: answer.notSimulated }),
    ...(ignored.length > 0 ? { ignored } : {}),
  };
}

/** Whether a case failed by simulation and by nothing else: chance, then, may be the reason. */
export function failedByChance(one: Case, answered: Answered, family: number): boolean {
  if ('reason' in answered) return false;
  const { simulated: _, ...exactOnly } = answered.answer;
  const all = judge(one, answered, family);
  if (!('pass' in all) || all.pass) return false;
  const exact = judge(one, { ...answered, answer: exactOnly }, family);
  return 'reason' in exact || exact.pass;
}

const comparisonsFor = (one: Case, { exact, simulated = {} }: Answer): Comparison[] =>
  Array.isArray(one.expected) ? [] : comparisonsOf(one, simulated, (key) => hasExact(exact, key));

const hasExact = (exact: Value | undefined, key: string): boolean => typeof exact === 'object' && exact !== null && key in exact;

/** The answer keyed as in the file: the engine's values where it has any; the formula's beside them. */
function gotOf(one: Case, { exact, simulated = {} }: Answer): { got: Value; theory?: Value } {
  if (Array.isArray(one.expected)) return { got: rowsAsExpected(one.expected, exact) };
  const record = one.expected as ValueRecord;
  const keys = Object.keys(record);
  const values = (measured: Measured | readonly Measured[]): Value =>
    Array.isArray(measured) ? measured.map(({ value }) => value) : (measured as Measured).value;
  const pick = (from: ValueRecord): ValueRecord =>
    Object.fromEntries(keys.flatMap((key) => (key in from ? [[key, from[key]!]] : [])));
  const exactPicked = pick((exact ?? {}) as ValueRecord);
  const measured = pick(Object.fromEntries(Object.entries(simulated).map(([key, one]) => [key, values(one)])));
  if (Object.keys(measured).length === 0) return { got: exactPicked };
  return { got: { ...exactPicked, ...measured }, ...(Object.keys(exactPicked).length > 0 ? { theory: exactPicked } : {}) };
}

function rowsAsExpected(rows: readonly ValueRecord[], exact: Value | undefined): Value {
  if (!Array.isArray(exact)) return [];
  return exact.map((row, at) =>
    Object.fromEntries(Object.keys(rows[at] ?? {}).map((key) => [key, (row as ValueRecord)[key] ?? null])),
  );
}
