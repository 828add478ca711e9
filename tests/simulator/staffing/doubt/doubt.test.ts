import { describe, expect, it } from 'vitest';
import { levelAhead } from '../../../../simulator/history/fit/work/level-ahead.ts';
import { inlineRun } from '../../../../simulator/hosts/inline.ts';
import { doubtOf } from '../../../../simulator/staffing/doubt/doubt.ts';
import { guardWords } from '../../../../simulator/staffing/doubt/guard-words.ts';
import { longerWork } from '../../../../simulator/staffing/doubt/more-of.ts';
import { firstOfEach } from '../../../../simulator/staffing/doubt/open-cells.ts';
import { recommend } from '../../../../simulator/staffing/recommend.ts';
import { parseTargets } from '../../../../simulator/staffing/target.ts';
import type { Model } from '../../../../simulator/workload/model.ts';
import { smallModel } from '../small-model.ts';

const days = (levels: readonly number[]) => levels.map((level, at) => ({ day: Math.floor(at / 5) * 7 + (at % 5), level }));
const swing = [0.03, -0.02, -0.03, 0.02, 0.01, -0.03, 0.02, -0.01, 0.03, -0.02];

describe('the level of work in the weeks after the records', () => {
  it('is that of the records where days are all alike, give or take the drift that work may have', () => {
    const { low, high } = levelAhead(days(Array(20).fill(6)))!;
    expect(low).toBeCloseTo(1, 9);
    expect(high).toBeCloseTo(1, 9);
  });

  it('is less sure where days differ, where they resemble each other, and where they are few', () => {
    const width = (levels: readonly number[]): number => {
      const { low, high } = levelAhead(days(levels))!;
      return high - low;
    };
    const twenty = [...swing, ...swing];
    expect(width(twenty.map((one) => 3 * one))).toBeGreaterThan(1.2 * width(twenty));
    expect(width(twenty.toSorted((a, b) => a - b))).toBeGreaterThan(0);
    expect(width(swing)).toBeGreaterThan(width(twenty));
    expect(levelAhead(days(swing.slice(0, 4)))).toBe(null);
  });

  it('believes a slope as far as it is surer than that work hardly drifts: a clear one nearly whole, one in the noise hardly', () => {
    const sloping = (noise: number) => levelAhead(days([...swing, ...swing].map((one, at) => 0.01 * (at / 5) + noise * one)))!;
    const centre = ({ low, high }: { low: number; high: number }): number => Math.log(low * high) / 2;
    expect(centre(sloping(0.01))).toBeGreaterThan(0.02);
    expect(centre(sloping(5))).toBeLessThan(0.01);
  });
});

/** As fitted from so many days. */
function fitted(model: Model, logDays: number): Model {
  const [profile] = model.arrivals;
  const records = logDays * profile!.expected.reduce((sum, one) => sum + one, 0);
  return {
    ...model,
    arrivals: [{ ...profile!, evidence: { records } }],
    work: model.work.map((one) => ({
      ...one,
      evidence: { records, intervals: { levelAhead: { low: 0.96, high: 1.06 } } },
    })),
  };
}

describe('the guard against what few records leave open', () => {
  const model = smallModel({ id: 'guarded', counters: 8, expected: [8, 16, 12, 6] });
  const answerFor = (of: Model, guard?: boolean) =>
    recommend({ model: of, targets: parseTargets('p90<=10min'), seed: 1, days: 500, run: inlineRun(), guard });

  it('is known from the records behind a model, and of no model without', () => {
    expect(doubtOf(model, model.arrivals[0]!)).toBe(null);
    const few = fitted(model, 20);
    const doubt = doubtOf(few, few.arrivals[0]!)!;
    expect(doubt.workLonger).toBeCloseTo(0.01, 12);
    expect(doubt.workError).toBeCloseTo(0.05 / 1.96, 12);
    expect(doubt.arrivalErrors[1]).toBeCloseTo(1 / Math.sqrt(16 * 20), 12);
  });

  it('adds nobody but for it, says what it costs, and can be left out', async () => {
    const [few, many, plain, without] = [
      await answerFor(fitted(model, 5)),
      await answerFor(fitted(model, 400)),
      await answerFor(model),
      await answerFor(fitted(model, 5), false),
    ];
    expect(plain.guard).toBeUndefined();
    expect(without.guard).toBeUndefined();
    expect(without.cost).toBe(plain.cost);
    expect(few.guard).toMatchObject({ costBefore: plain.cost, enough: true });
    expect(few.guard!.added).toBeGreaterThan(0);
    expect(few.cost).toBe(plain.cost + few.guard!.added / 2);
    expect(many.cost).toBeLessThanOrEqual(few.cost);
    expect(few.verified.holds).toBe(true);
    const words = guardWords(few.guard!, few.cost, (cost) => `${cost} h`);
    expect(words.en).toContain(`${few.cost - plain.cost} h more a day`);
    expect(words.zh).toContain('加人');
  });

  it('lengthens all work, whatever its family', () => {
    const work = [
      { distribution: { family: 'gamma' as const, meanMs: 100, cv: 1 } },
      {
        distribution: { family: 'empirical' as const, valuesMs: [10, 30] },
        short: { share: 0.1, distribution: { family: 'constant' as const, ms: 5 } },
      },
    ];
    expect(longerWork({ ...model, work }, 2).work).toEqual([
      { distribution: { family: 'gamma', meanMs: 200, cv: 1 } },
      {
        distribution: { family: 'empirical', valuesMs: [20, 60] },
        short: { share: 0.1, distribution: { family: 'constant', ms: 10 } },
      },
    ]);
  });

  it('begins with the first of half hours one after another, row by row', () => {
    expect(firstOfEach([1, 2, 3, 6, 8, 9], 4)).toEqual([1, 6, 8]);
    expect(firstOfEach([3, 4, 5], 4)).toEqual([3, 4]);
  });
});
