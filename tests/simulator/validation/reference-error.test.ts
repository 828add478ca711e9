import { describe, expect, it } from 'vitest';
import { referenceError } from '../../../simulator/validation/reference-error.ts';
import { aCase } from './a-case.ts';

describe('the error of an expected value', () => {
  it('is the one stated beside it, for each class of a list', () => {
    const one = aCase({ expected: { Wq: [1, 2], WqStdErr: [0.01, 0.02], pWait: 0.5, pWaitCI95: 0.0196 } });
    expect(referenceError(one, 'Wq', 1, 2)).toBe(0.02);
    expect(referenceError(one, 'pWait', 0, 0.5)).toBeCloseTo(0.01, 12);
  });

  it('or stands in the note, in the order of the keys', () => {
    const one = aCase({
      expected: { mean: 2.67, p90: 8.2, lost: 0.1 },
      tolerance: 0.0015,
      note: 'standard errors .0005, .0015, .00003',
    });
    expect(['mean', 'p90', 'lost'].map((key) => referenceError(one, key, 0, 1))).toEqual([0.0005, 0.0015, 0.00003]);
  });

  it('else the tolerance is taken as its 95 % limits', () => {
    expect(referenceError(aCase({ tolerance: 0.0025 }), 'Wq', 0, 4)).toBeCloseTo(0.01 / 1.96, 12);
    expect(referenceError(aCase({ tolerance: { Wq: 0.196 } }), 'Wq', 0, 0.5)).toBeCloseTo(0.1, 12);
  });
});
