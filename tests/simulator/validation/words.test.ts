import { describe, expect, it } from 'vitest';
import { clockGrid } from '../../../simulator/validation/trial/clock-grid.ts';
import { shiftsOf } from '../../../simulator/validation/trial/shifts-of.ts';
import { distributionOf, drawOf } from '../../../simulator/validation/trial/words.ts';

describe('distributions in words', () => {
  it.each([
    ['exponential, mean 100 s', 100, 1],
    ['Exp(0.5)', 0.5, 1],
    ['Erlang-4, mean 1.5 min', 1.5, 0.25],
    ['Erlang-2, mean 2 min', 2, 0.5],
    ['constant 3', 3, 0],
    ['gamma, mean 1, shape 400', 1, 1 / 400],
    ['lognormal, mean 4, cv 0.8', 4, 0.64],
    ['0.5 + Exp(0.5)', 1, 0.25],
    ['0.5 + exponential mean .5', 1, 0.25],
    ['0.5 min plus an exponential of mean 0.5 min', 1, 0.25],
    ['Exp(mean 0.5) + 0.5', 1, 0.25],
    ['Erlang(4) with mean 1.5 minutes', 1.5, 0.25],
    ['exponential, rate 2', 0.5, 1],
  ])('%s', (words, mean, scv) => {
    const said = distributionOf(words)!;
    expect(said.mean).toBeCloseTo(mean, 12);
    expect(said.scv).toBeCloseTo(scv, 12);
    // the draws have the mean that is said
    const draw = drawOf(said, 1000);
    const points = 20_000;
    const drawn =
      Array.from({ length: points }, (_, at) => draw((at + 0.5) / points)).reduce((sum, value) => sum + value, 0) / points;
    expect(drawn / 1000 / mean).toBeCloseTo(1, 2);
  });

  it('what is not known is not guessed', () => {
    for (const words of [
      'uniform 1 2',
      'exponential',
      '',
      'hyperexponential, mean 2',
      '0.5 + something',
      '1 + 2 + 3',
      'Erlang-2.5, mean 1',
      'gamma, mean 1, shape 0',
    ])
      expect(distributionOf(words)).toBeNull();
  });
});

describe('times on the clock of a day', () => {
  it('named units keep their minutes', () => {
    const grid = clockGrid([0, 30, 60, 360], 510, 1)!;
    expect([grid.stepMinutes, grid.steps, grid.unitMs, grid.clock(360)]).toEqual([30, 17, 60_000, '06:00']);
    expect(clockGrid([0, 0.5], 2, 1)).toBeNull();
    expect(clockGrid([0, 60], 1500, 1)).toBeNull();
  });

  it('others are stretched to fill the day', () => {
    const grid = clockGrid([0, 5], 10)!;
    expect([grid.steps, grid.stepMinutes, grid.unitMs]).toEqual([2, 240, (240 * 60_000) / 5]);
    expect(clockGrid([0, 0.001], 10)).toBeNull();
  });

  it('a number of tellers that changes becomes one shift after another', () => {
    expect(
      shiftsOf(
        [
          [0, 3],
          [60, 5],
          [360, 3],
          [999, 9],
        ],
        510,
        String,
      ),
    ).toEqual([
      ['0', '60', 3],
      ['60', '360', 5],
      ['360', '510', 3],
    ]);
  });
});
