import { beforeAll, describe, expect, it } from 'vitest';
import { makeCells } from '../../../simulator/engine/results/goal.ts';
import { runJob } from '../../../simulator/engine/run.ts';
import { inlineRun } from '../../../simulator/hosts/inline.ts';
import type { Plan } from '../../../simulator/lobby/branch/plan.ts';
import { planSchema } from '../../../simulator/lobby/branch/plan.ts';
import { molStart, sippStart } from '../../../simulator/staffing/erlang-start.ts';
import { staffGrid } from '../../../simulator/staffing/grid.ts';
import { hoursOf, planOf, rosterHours } from '../../../simulator/staffing/head-count.ts';
import { recommend } from '../../../simulator/staffing/recommend.ts';
import type { Recommendation } from '../../../simulator/staffing/recommendation.ts';
import { parseTargets } from '../../../simulator/staffing/target.ts';
import { jointZ, surelyHolds, verdictOf } from '../../../simulator/staffing/verdict.ts';
import { bankDay } from '../../../simulator/study/bench/bank-day.ts';
import { type Model, modelSchema } from '../../../simulator/workload/model.ts';
import { makeSampler, sampleInto } from '../../../simulator/workload/sample.ts';
import { makeTape } from '../../../simulator/workload/tape.ts';
import { plainBranch } from '../engine/plain-branch.ts';

const minute = 60_000;

/** A small branch with a morning peak: 10:00 to 15:00, 100 customers, 8 counters. */
function smallBranch(patienceMin: number | null): Model {
  const line = [{ id: 'all', tier: 5, segments: ['normal'] }];
  const branch = { ...plainBranch(8, line, 'fcfs'), hours: [{ days: [1, 2, 3, 4, 5], from: '10:00', to: '15:00' }] };
  return modelSchema.parse({
    v: 1,
    id: 'small',
    branch,
    arrivals: [
      {
        id: 'day',
        days: [1],
        from: '10:00',
        stepMinutes: 30,
        expected: [6, 10, 18, 22, 14, 8, 6, 6, 6, 4],
        mix: [{ service: 'short', segment: 'normal', share: 1 }],
      },
    ],
    work: [{ distribution: { family: 'lognormal', meanMs: 5 * minute, cv: 1 } }],
    patience: patienceMin === null ? [] : [{ distribution: { family: 'exponential', meanMs: patienceMin * minute } }],
  });
}

/** Mean score of each half hour with its standard error on days that no search has seen. */
function onFreshDays(model: Model, plan: Plan, target: string, seed: number, days: number) {
  const grid = staffGrid(model, model.arrivals[0]!);
  const goals = parseTargets(target).map(({ goal }) => goal);
  const sampler = makeSampler(model);
  const tape = makeTape(0);
  const [result] = runJob(
    { model, plans: [plan], seed, firstDay: 0, days, sections: 10, goals: { grid: grid.cells, goals } },
    (s, day) => sampleInto(sampler, s, day, tape),
  );
  expect(makeCells(grid.cells, goals.length).sum.length).toBe(result!.cells!.sum.length);
  return verdictOf(grid, result!.cells!);
}

describe('recommend', () => {
  const target = 'p90<=10min';
  const model = smallBranch(null);
  let answer: Recommendation;
  beforeAll(async () => {
    answer = await recommend({ model, targets: parseTargets(target), seed: 1, days: 500, run: inlineRun() });
  });

  it('keeps its promise on 2,000 fresh days of another seed: the target holds in every half hour', () => {
    expect(answer.verified.holds).toBe(true);
    const verdict = onFreshDays(model, answer.plan, target, 4711, 2000);
    expect([...verdict.mean].map((mean) => mean >= 0)).toEqual(Array.from({ length: 10 }, () => true));
  });

  it('asks for no more than it must: with one fewer in any half hour, the promise could not be made on 2,000 fresh days', () => {
    const counts = Int32Array.from(answer.requirement, ({ count }) => count);
    const grid = staffGrid(model, model.arrivals[0]!);
    const z = jointZ(0.95, counts.length, 1);
    for (let cell = 0; cell < counts.length; cell++) {
      const plan = planOf(grid, counts.with(cell, counts[cell]! - 1), 'fewer', undefined);
      const verdict = onFreshDays(model, plan, target, 4711, 2000);
      expect(
        [...counts.keys()].every((other) => surelyHolds(verdict, other, z)),
        `half hour ${cell} can spare one`,
      ).toBe(false);
    }
  });

  it('answers with the keys that others read', () => {
    expect(answer.requirement[0]).toEqual({ role: 'teller', from: '10:00', to: '10:30', count: answer.requirement[0]!.count });
    expect(answer.requirement.length).toBe(10);
    expect(answer.cost).toBe(answer.requirement.reduce((sum, { count }) => sum + count, 0) / 2);
    expect(rosterHours(answer.roster)).toBe(answer.cost);
    expect(answer.bound).toBeLessThanOrEqual(answer.cost);
    expect(answer.gap).toBeCloseTo((answer.cost - answer.bound) / answer.cost, 12);
    expect(Object.keys(answer.baselines)).toEqual(['sippCover', 'flatPeak']);
    expect(answer.baselines.flatPeak.cost).toBeGreaterThan(answer.baselines.sippCover.cost);
    expect(planSchema.parse(answer.plan)).toEqual(answer.plan);
  });

  it('answers the same for the same seed', async () => {
    const again = await recommend({ model, targets: parseTargets(target), seed: 1, days: 500, run: inlineRun() });
    expect(JSON.stringify(again)).toBe(JSON.stringify(answer));
  });

  it('sets several targets at once, with people who leave, against the plan of today', async () => {
    const impatient = {
      ...smallBranch(12),
      plan: planSchema.parse({ v: 1, id: 'today', roster: [{ count: 4, from: '10:00', to: '15:00' }] }),
    };
    const text = 'within 10min >= 85%, abandon<=8%';
    const both = await recommend({ model: impatient, targets: parseTargets(text), seed: 2, days: 500, run: inlineRun() });
    expect(both.verified.holds).toBe(true);
    expect(both.baselines.today).toMatchObject({ cost: 20 });
    const verdict = onFreshDays(impatient, both.plan, text, 99, 2000);
    expect(Math.min(...verdict.mean)).toBeGreaterThanOrEqual(0);
  });

  it('says no when the counters are too few, and where', async () => {
    const crowded = { ...model, branch: { ...model.branch, stations: model.branch.stations.slice(0, 2) } };
    const no = await recommend({ model: crowded, targets: parseTargets('p90<=2min'), seed: 1, days: 100, run: inlineRun() });
    expect(no.verified.holds).toBe(false);
    expect(no.verified.failing.map(({ from }) => from)).toContain('11:30');
    expect(Math.max(...no.requirement.map(({ count }) => count))).toBe(2);
  });
});

describe('where the search starts', () => {
  it.each([
    [20, 3],
    [30, 3],
    [40, 4],
    [60, 6],
    [80, 7],
  ])(
    'is Erlang for a constant rate of %i an hour: %i servers by a published teller table; MOL agrees once the day is on its way',
    (perHour, servers) => {
      const model = smallBranch(null);
      const flat = { ...model.arrivals[0]!, expected: model.arrivals[0]!.expected.map(() => perHour / 2) };
      const constant = {
        ...model,
        arrivals: [flat],
        work: [{ distribution: { family: 'exponential' as const, meanMs: 4.2 * minute } }],
      };
      const grid = staffGrid(constant, flat);
      const [goal] = parseTargets('within 5min >= 80%');
      expect([...sippStart(constant, flat, grid, [goal!.goal])]).toEqual(Array.from({ length: 10 }, () => servers));
      expect([...molStart(constant, flat, grid, [goal!.goal])].slice(1)).toEqual(Array.from({ length: 9 }, () => servers));
    },
  );

  it('follows the arrivals with the delay of the service (MOL)', () => {
    const model = smallBranch(null);
    const profile = { ...model.arrivals[0]!, expected: [30, 30, 0, 0, 0, 0, 0, 0, 0, 0] };
    const long = {
      ...model,
      arrivals: [profile],
      work: [{ distribution: { family: 'constant' as const, ms: 60 * minute } }],
      branch: { ...model.branch },
    };
    const grid = staffGrid(long, profile);
    const [goal] = parseTargets('p90<=10min');
    const mol = molStart(long, profile, { ...grid, most: [200] }, [goal!.goal]);
    const sipp = sippStart(long, profile, { ...grid, most: [200] }, [goal!.goal]);
    expect(sipp[2]).toBe(1);
    expect(mol[2]).toBeGreaterThan(20);
  });
});

describe('head-counts', () => {
  it('become pieces that put exactly so many people to work', () => {
    const { model } = bankDay();
    const grid = staffGrid(model, model.arrivals[0]!);
    const counts = Int32Array.from({ length: grid.steps }, (_, step) => [2, 3, 5, 4, 4, 1][step % 6]!);
    const plan = planOf(grid, counts, 'p', undefined);
    expect(rosterHours(plan.roster)).toBe(hoursOf(grid, counts));
    const half = (clock: string): number => (Number(clock.slice(0, 2)) - 8.5) * 2 + Number(clock.slice(3)) / 30;
    const heads = new Int32Array(grid.steps);
    for (const { from, to, count } of plan.roster) for (let step = half(from); step < half(to); step++) heads[step]! += count;
    expect([...heads]).toEqual([...counts]);
  });
});
