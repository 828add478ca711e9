import { describe, expect, test } from 'vitest';
import { strategyContextOf } from '../../../../simulator/lobby/calling/context-of.ts';
import { makeScorer } from '../../../../simulator/lobby/calling/table.ts';
import { hasProblems, type Problem } from '../../../../simulator/lobby/problem.ts';
import { smallBranch } from '../../../fixtures/branch.ts';
import { context } from './lines.ts';

function problems(id: string, options: Record<string, unknown>): readonly Problem[] {
  const made = makeScorer({ id, options }, context);
  if (!hasProblems(made)) throw new Error('no problem was found');
  return made.problems;
}

test('a rule that fits the branch has its id, version and the lines it counts', () => {
  const made = makeScorer(smallBranch.rules.calling, strategyContextOf(smallBranch));
  expect(made).toMatchObject({ id: 'ratio', version: 1, ratioLines: ['vip', 'normal'] });
  const fcfs = makeScorer({ id: 'fcfs', options: {} }, strategyContextOf(smallBranch));
  expect(fcfs).toMatchObject({ ratioLines: ['vip', 'device', 'advice', 'normal'] });
});

test('an unknown strategy says which there are', () => {
  const allowed = 'fcfs, strict-priority, ratio, ageing, target-ratio, longest-wait, c-mu, generalised-c-mu, threshold';
  expect(problems('fifo', {})).toEqual([{ path: 'id', message: `unknown calling strategy "fifo"; allowed: ${allowed}` }]);
  expect(problems('constructor', {})[0]!.path).toBe('id');
});

describe('options that do not fit are all listed, with their place', () => {
  test('an option nobody knows', () => {
    expect(problems('fcfs', { fast: true })).toEqual([{ path: 'options', message: 'Unrecognized key: "fast"; leave it out' }]);
  });

  test('wrong values', () => {
    const paths = problems('ratio', { weights: { vip: 0, normal: 'one' } }).map(({ path }) => path);
    expect(paths).toEqual(['options.weights.vip', 'options.weights.normal']);
  });

  test('a ratio of one line', () => {
    expect(problems('ratio', { weights: { vip: 1 } })).toEqual([
      { path: 'options.weights', message: 'a ratio needs the weights of at least two lines' },
    ]);
  });

  test('a line that the branch does not have', () => {
    const unknown = { path: 'options.weights.silver', message: 'unknown line "silver"; declared: vip, gold, normal' };
    expect(problems('ratio', { weights: { vip: 1, silver: 1 } })).toEqual([unknown]);
  });

  test('a tier that no line has', () => {
    expect(problems('ageing', { ratePerTier: { '7': 2 } })).toEqual([
      { path: 'options.ratePerTier.7', message: 'unknown tier "7"; declared: 0, 3, 5' },
    ]);
  });

  test('a line without any target', () => {
    expect(problems('target-ratio', {})).toEqual([
      {
        path: 'options.targetMs',
        message: 'line "gold" has no target: set its targetWaitMs in the branch, or targetMs.gold or otherwiseMs here',
      },
    ]);
  });

  test('a base rule below a threshold, and no threshold below a threshold', () => {
    const base = { id: 'ratio', options: { weights: { vip: 1, silver: 1 } } };
    expect(problems('threshold', { lines: { bronze: 1 }, base }).map(({ path }) => path)).toEqual([
      'options.lines.bronze',
      'options.base.options.weights.silver',
    ]);
    expect(problems('threshold', { lines: { vip: 1 }, base: { id: 'threshold' } })[0]!.path).toBe('options.base.id');
  });
});
