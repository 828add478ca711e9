import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RosterSpace } from '../../../../simulator/staffing/contracts/roster-space.ts';
import type { StaffGrid } from '../../../../simulator/staffing/grid.ts';
import { eitherOf } from '../../../../simulator/staffing/proof/either.ts';
import { grainOf, upToGrain } from '../../../../simulator/staffing/proof/grain.ts';
import { largestBad, moreThan } from '../../../../simulator/staffing/proof/least-one.ts';

const steps = 5;
const most = 4;
const all = new Int32Array(steps).fill(most);
const below = (counts: Int32Array, point: readonly number[]): boolean => counts.every((one, at) => one <= point[at]!);

describe('the largest head-count that is still bad', () => {
  /** What is bad: whatever has no more anywhere than one of these; none of them has all stations staffed. */
  const worlds = fc
    .array(fc.array(fc.integer({ min: 0, max: most }), { minLength: steps, maxLength: steps }), { minLength: 1, maxLength: 6 })
    .filter((points) => points.every((point) => point.some((one) => one < most)));

  it('has no less anywhere than where it began, is bad, and with one more anywhere would not be', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, fc.nat(5), fc.nat(steps - 1), async (points, which, cell) => {
        const isBad = async (counts: Int32Array): Promise<boolean> => points.some((point) => below(counts, point));
        const from = Int32Array.from(points[which % points.length]!, (one) => Math.max(0, one - 1));
        const largest = await largestBad(from, cell, all, steps, isBad);
        expect(await isBad(largest)).toBe(true);
        expect(largest.every((one, at) => one >= from[at]!)).toBe(true);
        for (let at = 0; at < steps; at++)
          if (largest[at]! < most) expect(await isBad(largest.with(at, largest[at]! + 1))).toBe(false);
      }),
    );
  });

  it('what it says of plans that hold is so of all that are not bad', async () => {
    await fc.assert(
      fc.asyncProperty(
        worlds,
        fc.array(fc.integer({ min: 0, max: most }), { minLength: steps, maxLength: steps }),
        async (points, plan) => {
          const isBad = async (counts: Int32Array): Promise<boolean> => points.some((point) => below(counts, point));
          const cut = moreThan(await largestBad(Int32Array.from(points[0]!), 2, all, steps, isBad), all);
          fc.pre(!(await isBad(Int32Array.from(plan))));
          expect(cut.some(({ cell, least }) => plan[cell]! >= least)).toBe(true);
        },
      ),
    );
  });
});

describe('what was proved, as a roster is asked for it', () => {
  const grid = { steps: 3, roles: ['teller'], skills: [null] } as unknown as StaffGrid;

  it('more in any part of a half hour may do where the steps of the roster are shorter', () => {
    const space = { grid, offset: 2, perCell: 2, span: { steps: 8 } } as unknown as RosterSpace;
    expect(eitherOf(space, grid, [[{ cell: 1, least: 3 }]])).toEqual([
      {
        name: 'either 0',
        options: [
          { skill: 0, step: 4, least: 3 },
          { skill: 0, step: 5, least: 3 },
        ],
      },
    ]);
  });
});

describe('the grain of costs', () => {
  const shift = (cost: number, kind = 'full-time') => ({ cost, kind });
  const of = (shifts: readonly object[], groups: readonly object[] = [{}]): number | null =>
    grainOf({ shifts, groups } as unknown as Parameters<typeof grainOf>[0]);

  it('is what all shifts are multiples of, to the cent; a bound goes up to the next multiple', () => {
    expect(of([shift(240), shift(336), shift(384)])).toBe(48);
    expect(of([shift(3), shift(4)])).toBe(1);
    expect(of([shift(10.25), shift(0.1)])).toBeCloseTo(0.05, 12);
    expect(upToGrain(241, 48)).toBe(288);
    expect(upToGrain(240 + 1e-7, 48)).toBe(240);
    expect(upToGrain(241.5, null)).toBe(241.5);
  });

  it('is unknown where costs are no multiples, or less what the back office is worth', () => {
    expect(of([shift(Math.PI)])).toBe(null);
    expect(of([shift(3)], [{ idleCredit: 1 }])).toBe(null);
    expect(of([shift(3), shift(1, 'on-call')])).toBe(null);
  });
});
