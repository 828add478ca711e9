import { describe, expect, it } from 'vitest';
import { scoreOf } from '../../../simulator/engine/results/goal.ts';
import { fates } from '../../../simulator/engine/results/outcome.ts';
import { BadTarget } from '../../../simulator/staffing/bad-target.ts';
import { parseTargets } from '../../../simulator/staffing/target.ts';

const goal = (text: string) => parseTargets(text)[0]!.goal;

describe('targets', () => {
  it.each([
    ['p90<=10min', { measure: 'quantile', share: 0.9, limitMs: 600_000 }],
    ['P95 ≤ 90 s', { measure: 'quantile', share: 0.95, limitMs: 90_000 }],
    ['p99.5<0.5h', { measure: 'quantile', share: 0.995, limitMs: 1_800_000 }],
    ['within 10min >= 80%', { measure: 'within', share: 0.8, limitMs: 600_000 }],
    ['within 20 sec ≥ 80 %', { measure: 'within', share: 0.8, limitMs: 20_000 }],
    ['mean<=5min', { measure: 'mean', limitMs: 300_000 }],
    ['abandon<=5%', { measure: 'abandon', share: 0.05 }],
  ])('reads %s', (text, expected) => {
    expect(goal(text)).toEqual(expected);
  });

  const branch = {
    services: [{ id: 'cash' }, { id: 'wealth' }],
    segments: [{ code: 'vip' }, { code: 'normal' }],
  } as unknown as Parameters<typeof parseTargets>[1];

  it.each([
    ['p90<=5min for vip', { segments: [0] }],
    ['p90<=5min for wealth', { services: [1] }],
    ['p90<=5min for cash + vip over the day', { services: [0], segments: [0], over: 'day' }],
    ['p90 <= 5 min on 19 of 20 days', { daysShare: 0.95 }],
    ['p90<=5min for vip over the day on 9 of 10 days', { segments: [0], over: 'day', daysShare: 0.9 }],
  ])('whom and when: %s', (text, scope) => {
    expect(parseTargets(text, branch)[0]!.goal).toEqual({ measure: 'quantile', share: 0.9, limitMs: 300_000, ...scope });
  });

  it('the longest wait is a matter of days', () => {
    expect(goal('max<=30min')).toEqual({ measure: 'longest', limitMs: 1_800_000, daysShare: 0.95 });
    expect(goal('longest<=30min on 9 of 10 days')).toMatchObject({ daysShare: 0.9 });
  });

  it('a code that nobody has is named, with those there are', () => {
    expect(() => parseTargets('p90<=5min for gold', branch)).toThrow(
      /"gold" is no service or segment; services: cash, wealth; segments: vip, normal/,
    );
    expect(() => parseTargets('p90<=5min on 20 of 20 days', branch)).toThrow(/not all/);
  });

  it('reads several', () => {
    expect(parseTargets('p90<=10min, abandon<=5%; mean<=4min').map(({ text }) => text)).toEqual([
      'p90<=10min',
      'abandon<=5%',
      'mean<=4min',
    ]);
  });

  it.each([
    '',
    ' , ',
    'p90',
    'p90<=10',
    'p90>=10min',
    'p100<=5min',
    'p0<=5min',
    'within 10min >= 100%',
    'within >= 80%',
    'mean<=-5min',
    'mean<=0min',
    'mean<=25h',
    'abandon>=5%',
    'fast please',
  ])('refuses "%s" and says what is allowed', (text) => {
    expect(() => parseTargets(text)).toThrow(BadTarget);
    expect(() => parseTargets(text)).toThrow(/allowed|must be/);
  });

  it('score visits so that a goal holds exactly when the scores add up to 0 or more', () => {
    const score = (text: string, visits: readonly (readonly [number, number])[]): number =>
      visits.reduce((sum, [fate, minutes]) => sum + scoreOf(goal(text), fate, minutes * 60_000), 0);
    const served = (minutes: number) => [fates.served, minutes] as const;
    const nine = Array.from({ length: 9 }, () => served(5));
    expect(score('p90<=5min', [...nine, served(60)])).toBeCloseTo(0, 12);
    expect(score('p90<=5min', [...nine.slice(1), served(60), served(60)])).toBeLessThan(0);
    // who leaves has no wait of the served, but came
    expect(score('p90<=5min', [...nine, served(60), [fates.left, 1]])).toBeCloseTo(0, 12);
    expect(score('within 5min >= 90%', [...nine, [fates.left, 1]])).toBeCloseTo(0, 12);
    expect(score('within 5min >= 90%', [...nine, [fates.left, 1], [fates.left, 1]])).toBeLessThan(0);
    expect(score('abandon<=10%', [...nine, [fates.left, 1]])).toBeCloseTo(0, 12);
    expect(score('abandon<=10%', [...nine, [fates.left, 1], [fates.left, 1]])).toBeLessThan(0);
    expect(score('mean<=5min', [served(2), served(8)])).toBeCloseTo(0, 12);
    expect(score('mean<=5min', [served(2), served(9)])).toBeLessThan(0);
    // who is never served fails every goal
    for (const text of ['p90<=5min', 'within 5min >= 90%', 'abandon<=10%', 'mean<=5min'])
      expect(score(text, [[fates.unserved, 0]]), text).toBeLessThan(0);
  });
});
