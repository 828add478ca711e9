import { describe, expect, it } from 'vitest';
import type { Case, Value } from '../../../simulator/validation/case.ts';
import { checkExact } from '../../../simulator/validation/check-exact.ts';
import { aCase } from './a-case.ts';

const check = (change: Partial<Case>, got: Value) => checkExact(aCase(change), got, () => false);

describe('an exact answer', () => {
  it('passes within t max(1, |e|)', () => {
    const large = { expected: { x: 200 }, tolerance: 0.01 };
    expect(check(large, { x: 201.9 }).misses).toEqual([]);
    expect(check(large, { x: 202.1 }).misses).toEqual(['x: 202.1, expected 200 (tolerance 0.01)']);
    expect(check({ expected: { x: 0.001 }, tolerance: 0.01 }, { x: 0.0109 }).misses).toEqual([]);
    expect(check({ expected: { x: 1 }, tolerance: 0 }, { x: 1 }).misses).toEqual([]);
    expect(check({ expected: { x: 1 }, tolerance: 1 }, { x: Number.NaN }).misses).toHaveLength(1);
  });

  it('is compared place by place: lists, rows, words', () => {
    const expected = { s: [1, 2], by: { name: 'a', list: [[1, 2]] } };
    expect(check({ expected, tolerance: 0 }, { s: [1, 2], by: { name: 'a', list: [[1, 2]] } })).toEqual({
      misses: [],
      missing: [],
    });
    expect(check({ expected, tolerance: 0 }, { s: [1, 3], by: { name: 'b', list: [[1]] } }).misses).toEqual([
      's.1: 3, expected 2 (tolerance 0)',
      'by.name: "b", expected "a"',
      'by.list.0: 1 values for 2',
    ]);
    expect(check({ expected: [{ R: 1, c: 2 }], tolerance: 0 }, [{ R: 1, c: 3 }]).misses).toEqual([
      '0.c: 3, expected 2 (tolerance 0)',
    ]);
  });

  it('names what it does not say, and is not asked for what describes the case', () => {
    const expected = { block: 0.01, tableBlocking: 0.01, WqStdErr: 1, WqCI95: [1], nested: { x: 1 } };
    expect(check({ expected, tolerance: 0 }, { block: 0.01, nested: {} })).toEqual({ misses: [], missing: ['nested.x'] });
  });

  it('has a tolerance for each key where the case gives them, counts held to that of the servers', () => {
    const expected = { MOL: { s: [3], total: 3, pDelay: [0.1], maxPdelay: 0.1 } };
    const tolerance = { s: 0, pDelay: 0.002 };
    expect(check({ expected, tolerance }, { MOL: { s: [3], total: 3, pDelay: [0.1015], maxPdelay: 0.0985 } }).misses).toEqual([]);
    expect(check({ expected, tolerance }, { MOL: { s: [3], total: 4, pDelay: [0.103], maxPdelay: 0.1 } }).misses).toHaveLength(2);
  });
});
