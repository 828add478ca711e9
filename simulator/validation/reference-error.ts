import type { Case, ValueRecord } from './case.ts';

/** z of 95 % limits. */
const z95 = 1.96;

/**
 * Standard error of an expected value that was itself simulated: stated beside it (`WqStdErr`, or half of its 95 % limits, `WqCI95`),
 * or in the note in the order of the keys ("standard errors .0005, .0015, .00003"). Where nothing is stated the case's tolerance
 * stands for its 95 % limits; for exact values that is nothing.
 */
export function referenceError(one: Case, key: string, at: number, expected: number): number {
  const record = one.expected as ValueRecord;
  const beside = (suffix: string): number | undefined => {
    const stated = record[key + suffix];
    const own = Array.isArray(stated) ? stated[at] : stated;
    return typeof own === 'number' ? own : undefined;
  };
  const standardError = beside('StdErr');
  if (standardError !== undefined) return standardError;
  const limit = beside('CI95');
  if (limit !== undefined) return limit / z95;
  const noted = /standard errors? ((?:[\d.]+(?:, | and )?)+)/.exec(one.note ?? '')?.[1]?.match(/[\d.]*\d/g);
  const inOrder = noted?.[Object.keys(record).indexOf(key)];
  if (inOrder !== undefined) return Number(inOrder);
  const tolerance = typeof one.tolerance === 'number' ? one.tolerance : (one.tolerance[key] ?? 0);
  return (tolerance * Math.max(1, Math.abs(expected))) / z95;
}
