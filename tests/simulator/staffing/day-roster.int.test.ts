import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { SolverThread } from '../../../simulator/hosts/solver-thread.ts';
import { highsHere, solveWith } from '../../../simulator/staffing/milp/highs.ts';
import type { DayProblem, ShiftType } from '../../../simulator/staffing/roster/day-problem.ts';
import { dayProgram } from '../../../simulator/staffing/roster/day-program.ts';
import { dayRosterOf, solveDay } from '../../../simulator/staffing/roster/solve-day.ts';

const options = { gap: 1e-9, seconds: 100 };

function shift(id: string, from: number, to: number, steps: number, more: Partial<ShiftType> = {}): ShiftType {
  return {
    id,
    kind: 'full-time',
    group: 0,
    cover: Array.from({ length: steps }, (_, at) => (from <= at && at < to ? 1 : 0)),
    breaks: [],
    cost: to - from,
    paid: to - from,
    ...more,
  };
}

const day = (need: readonly number[], shifts: readonly ShiftType[], more: Partial<DayProblem> = {}): DayProblem => ({
  steps: need.length,
  skills: ['teller'],
  groups: [{ id: 'tellers', skills: [0] }],
  shifts,
  scenarios: [{ weight: 1, need: [need] }],
  rules: [],
  cuts: [],
  ...more,
});

describe('a day by shifts', () => {
  const solver = new SolverThread();
  afterAll(() => solver.close());
  const solve = (problem: DayProblem) => solveDay(problem, solver, options);

  it('a break is taken within its window, and somebody is there meanwhile', async () => {
    const long = shift('long', 0, 6, 6, { breaks: [{ length: 1, earliest: 2, latest: 3 }] });
    const roster = await solve(day([1, 1, 1, 1, 1, 1], [long, shift('short', 2, 4, 6)]));
    // two long shifts in turn cost 12; one long and one short cost 8
    expect(roster).toMatchObject({ cost: 8, gap: 0, counts: [1, 1], gives: [] });
    expect(roster.worked![0]).toMatchObject({ shift: 0, count: 1 });
    expect([2, 3]).toContain(roster.worked![0]!.breaks[0]);
  });

  it('a person of two skills serves one of them at a time', async () => {
    const groups = [
      { id: 'billing', skills: [0] },
      { id: 'technical', skills: [1] },
      { id: 'flexible', skills: [0, 1] },
    ];
    const problem = day(
      [5],
      [1, 1, 1.5].map((cost, group) => shift(`g${group}`, 0, 1, 1, { group, cost })),
      {
        skills: ['billing', 'technical'],
        groups,
        scenarios: [{ weight: 1, need: [[5], [3]] }],
      },
    );
    expect((await solve(problem)).cost).toBe(8);
    // in turn: five needed for billing in the first step and for the other in the second
    const turns = day(
      [5, 0],
      [shift('b', 0, 2, 2, { cost: 1 }), shift('t', 0, 2, 2, { cost: 1, group: 1 }), shift('f', 0, 2, 2, { cost: 1.5, group: 2 })],
      {
        skills: ['billing', 'technical'],
        groups,
        scenarios: [
          {
            weight: 1,
            need: [
              [5, 0],
              [0, 5],
            ],
          },
        ],
      },
    );
    expect((await solve(turns)).cost).toBe(7.5);
  });

  it('missing people have a price where one is given, and are a clash by name where none is', async () => {
    const short = day([1, 2, 1], [shift('all', 0, 3, 3, { most: 1 })]);
    expect(await solve({ ...short, missing: [10] })).toMatchObject({ cost: 13, missing: [[0, 1, 0]], gives: [] });
    expect(await solve(short)).toMatchObject({
      state: 'infeasible',
      counts: [1],
      gives: [{ rule: 'need of teller in step 1', by: 1 }],
    });
  });

  it('nobody in the catalogue can be there: the need is named, with the nearest plan', async () => {
    const roster = await solve(day([1, 1, 1], [shift('early', 0, 2, 3)]));
    expect(roster).toMatchObject({ state: 'infeasible', counts: [1], gives: [{ rule: 'need of teller in step 2', by: 1 }] });
  });

  it('who is on call stands by for little and is called in where a busy day asks for it', async () => {
    const onCall = shift('call', 0, 2, 2, { kind: 'on-call', cost: 0.5, callCost: 3 });
    const problem = day([1, 1], [shift('all', 0, 2, 2), onCall], {
      scenarios: [
        { weight: 0.8, need: [[1, 1]] },
        { weight: 0.2, need: [[2, 2]] },
      ],
    });
    // 2 for the one who is always there, 0.5 to stand by, 0.2 × 3 when called; a second full shift would cost 2
    expect((await solve(problem)).cost).toBeCloseTo(3.1);
  });

  it('flex staff earn their keep in the back office', async () => {
    const groups = [
      { id: 'tellers', skills: [0] },
      { id: 'flex', skills: [0], idleCredit: 0.9, idleMost: 1 },
    ];
    const shifts = [shift('t', 0, 4, 4), shift('f', 0, 4, 4, { kind: 'flex', group: 1, cost: 4.5 })];
    // two needed for one step of four: a flexible person who works elsewhere for three steps costs 4.5 − 2.7
    const roster = await solve(day([1, 2, 1, 1], shifts, { groups }));
    expect(roster.counts).toEqual([1, 1]);
    expect(roster.cost).toBeCloseTo(4 + 4.5 - 2.7);
  });

  it('rules: limits, shares of hours and presence', async () => {
    const full = shift('full', 0, 4, 4);
    const part = shift('part', 0, 2, 4, { kind: 'part-time', cost: 1 });
    const late = shift('late', 2, 4, 4, { kind: 'part-time', cost: 1 });
    const free = await solve(day([2, 2, 2, 2], [full, part, late]));
    expect(free.cost).toBe(4);
    const half = await solve(
      day([2, 2, 2, 2], [full, part, late], {
        rules: [{ is: 'share', name: 'part-time', count: { of: 'paid-steps', kinds: ['part-time'] }, most: 0.5 }],
      }),
    );
    expect(half.counts).toEqual([1, 1, 1]);
    const there = await solve(
      day([2, 2, 2, 2], [full, part, late], {
        rules: [{ is: 'present', name: 'a full-timer', count: { of: 'people', kinds: ['full-time'] }, from: 0, to: 4, least: 2 }],
      }),
    );
    expect(there.counts[0]).toBe(2);
  });

  it('breaks counted by when they are taken give the optimum of breaks that each shift owns', async () => {
    const highs = await highsHere();
    const shifts = fc
      .record({
        from: fc.integer({ min: 0, max: 3 }),
        length: fc.integer({ min: 4, max: 7 }),
        wide: fc.integer({ min: 0, max: 2 }),
        cost: fc.integer({ min: 2, max: 9 }),
      })
      .map(({ from, length, wide, cost }): ShiftType => {
        const earliest = from + 1;
        return shift(`${from}+${length}`, from, Math.min(10, from + length), 10, {
          cost,
          breaks: [{ length: 1, earliest, latest: Math.min(earliest + wide, from + length - 2) }],
        });
      });
    fc.assert(
      fc.property(
        fc.array(shifts, { minLength: 2, maxLength: 5 }),
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 10, maxLength: 10 }),
        (types, need) => {
          const problem = day(need, types, { missing: [20] });
          const made = dayProgram(problem);
          const implicit = solveWith(highs, made.program, options);
          // every shift once for each place of its break
          const explicit = types.flatMap((type) => {
            const { earliest, latest } = type.breaks[0]!;
            return Array.from({ length: latest - earliest + 1 }, (_, at) => ({
              ...type,
              breaks: [],
              cover: type.cover.map((one, step) => (step === earliest + at ? 0 : one)),
            }));
          });
          const owned = solveWith(highs, dayProgram(day(need, explicit, { missing: [20] })).program, options);
          expect(implicit.cost).toBeCloseTo(owned.cost!, 6);
          // and the breaks can be given to people, each within their window
          const roster = dayRosterOf(problem, made, implicit);
          for (const { shift: at, breaks } of roster.worked!) {
            const [window] = types[at]!.breaks;
            expect(breaks[0]!).toBeGreaterThanOrEqual(window!.earliest);
            expect(breaks[0]!).toBeLessThanOrEqual(window!.latest);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
