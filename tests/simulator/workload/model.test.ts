import { describe, expect, it } from 'vitest';
import { bankDay } from '../../../simulator/study/bench/bank-day.ts';
import { type Model, modelSchema } from '../../../simulator/workload/model.ts';

const good = bankDay().model;
const profile = good.arrivals[0]!;

function problemsOf(change: Partial<Record<keyof Model, unknown>>): string[] {
  const parsed = modelSchema.safeParse({ ...good, ...change });
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

describe('model', () => {
  it('is read back from its own JSON', () => {
    expect(modelSchema.parse(JSON.parse(JSON.stringify(good)))).toEqual(good);
  });

  it.each([
    [
      'an unknown service',
      { arrivals: [{ ...profile, mix: [{ service: 'loan', segment: 'vip', share: 1 }] }] },
      'arrivals.0.mix.0.service: unknown service "loan"; the branch declares: short, long',
    ],
    [
      'an unknown segment of work',
      { work: [{ segment: 'gold', distribution: { family: 'constant', ms: 1 } }] },
      'work.0.segment: unknown segment "gold"',
    ],
    [
      'shares that do not add up',
      { arrivals: [{ ...profile, mix: [{ service: 'short', segment: 'vip', share: 0.5 }] }] },
      'the shares of step 0 add up to 0.5',
    ],
    [
      'too few shares',
      { arrivals: [{ ...profile, mix: [{ service: 'short', segment: 'vip', share: [1, 1] }] }] },
      '2 shares for 17 steps',
    ],
    [
      'arrivals after closing',
      { arrivals: [{ ...profile, expected: [...profile.expected, 3] }] },
      'arrivals.0.expected.17: arrivals from 17:00 on, but the doors close at 17:00',
    ],
    [
      'a day without opening hours',
      { branch: { ...good.branch, hours: [{ days: [7], from: '09:00', to: '17:00' }] } },
      'the branch has no opening hours on day 1',
    ],
    [
      'no work for a kind of visit',
      { work: [{ service: 'short', distribution: { family: 'constant', ms: 1 } }] },
      'no entry of work is for service "long"',
    ],
    [
      'a rate that is no number',
      { arrivals: [{ ...profile, expected: profile.expected.map(() => Number.NaN) }] },
      'arrivals.0.expected.0: ',
    ],
    ['a rate of a billion', { arrivals: [{ ...profile, expected: profile.expected.map(() => 1e9) }] }, 'arrivals.0.expected.0: '],
    ['a negative rate', { arrivals: [{ ...profile, expected: profile.expected.map(() => -1) }] }, 'arrivals.0.expected.0: '],
  ])('refuses %s and says where', (_, change, message) => {
    expect(problemsOf(change as never).join('\n')).toContain(message);
  });

  it('lists every problem, not the first', () => {
    const problems = problemsOf({
      arrivals: [{ ...profile, mix: [{ service: 'a', segment: 'b', share: 1 }] }],
      work: [{ service: 'c', distribution: { family: 'constant', ms: 1 } }],
    });
    expect(problems.length).toBeGreaterThanOrEqual(3);
  });
});
