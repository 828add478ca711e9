import { describe, expect, it } from 'vitest';
import { problemsOfCases } from '../../../simulator/validation/answer-case.ts';
import { casesSchema } from '../../../simulator/validation/case.ts';
import { aCase } from './a-case.ts';

const problemsOf = (file: unknown): string[] =>
  casesSchema.safeParse(file).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

describe('a file of cases', () => {
  it('is a list with at least one case, told apart by id', () => {
    expect(problemsOf([aCase()])).toEqual([]);
    expect(problemsOf([])).toEqual([': a cases file is a list with at least one case']);
    expect(problemsOf({ cases: [] })[0]).toMatch(/expected array/);
    expect(problemsOf([aCase(), aCase({ id: 'other' }), aCase()])).toEqual(['2.id: "mm4" is already the id of case 0']);
  });

  it('says where a case is not one', () => {
    const { tolerance: _, ...untold } = aCase();
    expect(problemsOf([untold])[0]).toMatch(/^0\.tolerance: /);
    expect(problemsOf([{ ...aCase(), expected: 3 }])).toEqual([
      '0.expected: must be a record of quantities, or a list of such rows',
    ]);
    expect(problemsOf([{ ...aCase(), expected: {} }])).toEqual(['0.expected: expects nothing']);
    expect(problemsOf([{ ...aCase(), tolerance: -1 }])[0]).toMatch(/^0\.tolerance/);
  });

  it('lists everything wrong with the parameters of kinds that are answered, and asks nothing of others', () => {
    const wrong = aCase({ params: { servers: 0, lam: -1, mu: 'fast' } });
    expect(problemsOfCases([aCase(), wrong])).toEqual([
      '1 ("mm4"): params.servers: at least 1 server',
      '1 ("mm4"): params.lam: a rate must be above 0',
      expect.stringMatching(/^1 \("mm4"\): params\.mu: .*number/),
    ]);
    expect(problemsOfCases([aCase({ kind: 'rng-mrg32k3a', params: {} }), aCase({ kind: 'something-new', params: {} })])).toEqual(
      [],
    );
  });
});
