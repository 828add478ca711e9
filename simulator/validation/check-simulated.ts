import type { Measured, MeasuredValues } from './answer.ts';
import type { Case, Value, ValueRecord } from './case.ts';
import { referenceError } from './reference-error.ts';
import { relativeHalfWidth } from './trial/measure.ts';

/** A simulated quantity beside what is expected of it. */
export interface Comparison {
  readonly place: string;
  readonly expected: number;
  readonly measured: Measured;
  /** (got − expected) over both standard errors. */
  readonly z: number;
}

/** Beyond this relative half-width a mean of rare events is far from normal, and its interval says nothing. */
const tooWide = 0.5;

/**
 * Every simulated quantity of a case that says something. What was seen too rarely to be measured is left to the exact answer, where
 * there is one (`alsoExact`).
 */
export function comparisonsOf(one: Case, simulated: MeasuredValues, alsoExact: (key: string) => boolean): Comparison[] {
  const record = one.expected as ValueRecord;
  return Object.entries(simulated).flatMap(([key, measured]) => {
    const values = Array.isArray(measured) ? (measured as readonly Measured[]) : [measured as Measured];
    return values.flatMap((value, at) => {
      const expected = numberAt(record[key], at);
      if (expected === null) return [];
      const rare = value.standardError === 0 || relativeHalfWidth(value) > tooWide;
      if (rare && value.value !== expected && alsoExact(key)) return [];
      const error = Math.hypot(value.standardError, referenceError(one, key, at, expected));
      const off = value.value - expected;
      return [{ place: Array.isArray(measured) ? `${key}.${at}` : key, expected, measured: value, z: off === 0 ? 0 : off / error }];
    });
  });
}

function numberAt(expected: Value | undefined, at: number): number | null {
  const value = Array.isArray(expected) ? expected[at] : expected;
  return typeof value === 'number' ? value : null;
}
