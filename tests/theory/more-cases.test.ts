import { describe, expect, it } from 'vitest';
import { answerCase } from '../../simulator/validation/answer-case.ts';
import type { Case } from '../../simulator/validation/case.ts';
import { casesSchema } from '../../simulator/validation/case.ts';
import { judge } from '../../simulator/validation/verdict.ts';
import queueCases from './queue-cases.json' with { type: 'json' };
import staffingCases from './staffing-cases.json' with { type: 'json' };

/** Kinds that theory alone answers; what the engine answers too is in tests/simulator/validation. */
const theoryAlone = new Set([
  'priority-mmc-preemptive',
  'allen-cunneen',
  'delay-predictor-ql',
  'delay-predictor-les',
  'halfin-whitt',
  'halfin-whitt-inverse',
  'garnett-function',
  'ocba',
  'isa-time-varying',
  'sipp-vs-lagged',
  'multi-skill-naive-cover',
  'square-root-staffing',
  'pooling',
  'rate-uncertainty-mixture',
]);
const cases: Case[] = casesSchema.parse([...queueCases, ...staffingCases]).filter(({ kind }) => theoryAlone.has(kind));

describe('theory against published and recomputed values', () => {
  it.each(cases.map((one) => [one.id, one] as const))('%s', async (_, one) => {
    const verdict = judge(one, await answerCase(one, { seed: 1, precision: 0.2 }), 1);
    expect(verdict).toMatchObject({ by: 'theory', pass: true });
  });

  it('has a case of every kind that theory alone answers', () => {
    expect(new Set(cases.map(({ kind }) => kind))).toEqual(theoryAlone);
  });
});
