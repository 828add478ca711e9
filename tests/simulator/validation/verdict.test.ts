import { describe, expect, it } from 'vitest';
import type { Answer, Measured } from '../../../simulator/validation/answer.ts';
import type { Answered } from '../../../simulator/validation/answer-case.ts';
import { type AnswerCases, validate } from '../../../simulator/validation/validate.ts';
import { familySize, judge } from '../../../simulator/validation/verdict.ts';
import { aCase } from './a-case.ts';

const measured = (value: number, standardError: number): Measured => ({ value, standardError, degrees: 99 });
const answered = (answer: Answer): Answered => ({ id: 'mm4', answer, ignored: [] });
const exact = { pWait: 0.7877532643, Wq: 1.969383161 };

describe('a verdict', () => {
  it('gives the engine’s values keyed as in the file, the formula’s beside them, and the worst z', () => {
    const simulated = { pWait: measured(0.79, 0.002), Wq: measured(1.95, 0.02) };
    expect(judge(aCase(), answered({ exact: { ...exact, L: 9 }, simulated, customers: 7 }), 2)).toMatchObject({
      by: 'engine and theory',
      expected: exact,
      got: { pWait: 0.79, Wq: 1.95 },
      theory: exact,
      z: expect.closeTo(1.12, 1),
      halfWidth: expect.closeTo(0.0203, 3),
      customers: 7,
      pass: true,
    });
  });

  it('fails when the engine is too far off, whatever the formula says, and the other way round', () => {
    const far = judge(aCase(), answered({ exact, simulated: { Wq: measured(2.1, 0.02) } }), 1);
    expect(far).toMatchObject({
      pass: false,
      misses: [expect.stringMatching(/^Wq: 2\.1 ± 0\.02, expected 1\.969383161 \(z 6\.53\)/)],
    });
    const formula = judge(aCase(), answered({ exact: { ...exact, Wq: 1.97 }, simulated: { Wq: measured(1.97, 0.02) } }), 1);
    expect(formula).toMatchObject({ pass: false, misses: [expect.stringMatching(/^theory: Wq/)] });
  });

  it('is held to a wider limit in a larger family', () => {
    const off = answered({ exact, simulated: { Wq: measured(1.969383161 + 0.08, 0.02) } });
    expect(judge(aCase(), off, 1)).toMatchObject({ pass: false });
    expect(judge(aCase(), off, 500)).toMatchObject({ pass: true });
  });

  it('counts the reference’s own error', () => {
    const simulated = { Wq: measured(2.1, 0.02) };
    const one = aCase({ expected: { Wq: 2, WqStdErr: 0.05 } });
    expect(judge(one, answered({ simulated }), 1)).toMatchObject({
      pass: true,
      z: expect.closeTo(0.1 / Math.hypot(0.02, 0.05), 9),
    });
  });

  it('leaves what was hardly ever seen to the formula, and does not let it pass without one', () => {
    const one = aCase({ expected: { pWait: 1e-7 } });
    const never = { pWait: measured(0, 0) };
    expect(judge(one, answered({ exact: { pWait: 1e-7 }, simulated: never }), 1)).toMatchObject({ pass: true, by: 'theory' });
    expect(judge(one, answered({ simulated: never }), 1)).toMatchObject({ pass: false });
  });

  it('a key that nobody answers makes a case unsupported, by name', () => {
    const asked = aCase({ expected: { ...exact, third: 1 } });
    expect(judge(asked, answered({ exact }), 1)).toEqual({ id: 'mm4', kind: 'mmc', reason: 'no answer for "third"' });
  });

  it('a family is the simulated quantities of a file, classes counted one by one', () => {
    const classes = aCase({ id: 'b', expected: { Wq: [1, 2, 3] } });
    const three = answered({ simulated: { Wq: [1, 2, 3].map((value) => measured(value, 0.1)) } });
    const none: Answered = { id: 'c', reason: 'no' };
    const both = answered({ exact, simulated: { Wq: measured(2, 0.1), pWait: measured(0.8, 0.1) } });
    expect(familySize([aCase(), classes, aCase({ id: 'c' })], [both, three, none])).toBe(5);
  });
});

describe('a failure by simulation', () => {
  const asking: { precision: number; seed: number }[] = [];
  const answering =
    (values: number[]): AnswerCases =>
    async (jobs) =>
      jobs.map(({ effort }) => {
        asking.push(effort);
        return answered({ exact, simulated: { Wq: measured(values.shift()!, 0.02) } });
      });

  it('is run once more with other streams and four times the work, and that run counts', async () => {
    asking.length = 0;
    const chance = await validate([aCase()], { seed: 5, precision: 0.02 }, answering([2.2, 1.98]));
    expect(chance).toMatchObject({ passed: 1, failed: 0, cases: [{ again: true, pass: true, got: { Wq: 1.98 } }] });
    expect(asking).toEqual([
      { seed: 5, precision: 0.02 },
      { seed: 6, precision: 0.01 },
    ]);
    const fault = await validate([aCase()], { seed: 5, precision: 0.02 }, answering([2.2, 2.2]));
    expect(fault).toMatchObject({ passed: 0, failed: 1, cases: [{ again: true, pass: false }] });
  });

  it('a wrong formula is no chance: it is not run again', async () => {
    const wrong: AnswerCases = async (jobs) =>
      jobs.map(() => answered({ exact: { ...exact, Wq: 3 }, simulated: { Wq: measured(3, 0.02) } }));
    const verdict = await validate([aCase()], { seed: 1, precision: 0.02 }, wrong);
    expect(verdict.failed).toBe(1);
    expect(verdict.cases[0]).not.toHaveProperty('again');
  });
});
