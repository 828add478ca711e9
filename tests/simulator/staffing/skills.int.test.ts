import { afterAll, describe, expect, it } from 'vitest';
import { profileOf } from '../../../simulator/engine/run.ts';
import { inlineRun } from '../../../simulator/hosts/inline.ts';
import { SolverThread } from '../../../simulator/hosts/solver-thread.ts';
import { allocate } from '../../../simulator/staffing/contracts/allocate.ts';
import { contractsSchema } from '../../../simulator/staffing/contracts/contracts.ts';
import { rosterSpace } from '../../../simulator/staffing/contracts/roster-space.ts';
import { weekProblemOf } from '../../../simulator/staffing/contracts/week-space.ts';
import { staffGrid } from '../../../simulator/staffing/grid.ts';
import { recommend } from '../../../simulator/staffing/recommend.ts';
import { solveWeek } from '../../../simulator/staffing/roster/solve-week.ts';
import { parseTargets } from '../../../simulator/staffing/target.ts';
import { runPlan } from '../../../simulator/staffing/trial.ts';
import { verdictOf } from '../../../simulator/staffing/verdict.ts';
import { smallModel } from './small-model.ts';

const minute = 60_000;
/** Much short work, some long. */
const model = smallModel({
  id: 'two-skills',
  counters: 6,
  expected: [10, 14, 14, 10],
  mix: [
    { service: 'short', segment: 'normal', share: 0.75 },
    { service: 'long', segment: 'normal', share: 0.25 },
  ],
  work: [
    { service: 'short', distribution: { family: 'lognormal', meanMs: 4 * minute, cv: 0.8 } },
    { service: 'long', distribution: { family: 'lognormal', meanMs: 10 * minute, cv: 0.8 } },
  ],
});
const contract = (id: string, costPerHour: number, skills?: string[]) => ({
  id,
  kind: 'part-time',
  role: 'teller',
  hours: [1, 2],
  costPerHour,
  ...(skills ? { skills } : {}),
});
const contracts = (...all: object[]) => contractsSchema.parse({ v: 1, currency: 'CNY', contracts: all });
const profile = profileOf(model, undefined);
const targets = parseTargets('p90<=10min');

describe('skills within a role', () => {
  const solver = new SolverThread();
  afterAll(() => solver.close());
  const recommended = (...all: object[]) =>
    recommend({ model, targets, seed: 1, days: 60, run: inlineRun(), rosterBy: { contracts: contracts(...all), solver } });

  it('work that the same people do is one row; what contracts tell apart has rows of its own, and so has what nobody can do', () => {
    const rows = (...all: object[]) => staffGrid(model, profile, contracts(...all)).skills;
    expect(staffGrid(model, profile).skills).toEqual([null]);
    expect(rows(contract('all', 40))).toEqual([null]);
    expect(rows(contract('both', 40, ['short', 'long']))).toEqual([null]);
    expect(rows(contract('all', 40), contract('cash', 30, ['short']))).toEqual([['short'], ['long']]);
    expect(rows(contract('cash', 30, ['short']))).toEqual([['short'], ['long']]);
    expect(staffGrid(model, profile, contracts(contract('cash', 30, ['short']))).cells.roleOfService).toEqual([0, 1]);
  });

  it('gives each person to one skill: those who can do one thing first', () => {
    const groups = [
      { people: 2, skills: [0, 1] },
      { people: 1, skills: [0] },
    ];
    expect(allocate(groups, [1, 1])).toEqual([2, 1]);
    expect(allocate(groups, [2, 1])).toEqual([2, 1]);
    expect(allocate(groups, [0, 2])).toEqual([1, 2]);
  });

  it('a cheap skill and a dear one: some of each, every skill verified, nobody counted twice', async () => {
    const answer = await recommended(contract('all', 50), contract('short-only', 30, ['short']));
    expect(answer.requirement.map(({ skills }) => skills?.join())).toEqual([...Array(4).fill('short'), ...Array(4).fill('long')]);
    const used = new Set(answer.roster.map(({ skills }) => skills?.join() ?? 'all'));
    expect(used).toEqual(new Set(['all', 'short']));
    expect(answer.verified).toMatchObject({ holds: true, failing: [] });
    expect(answer.bound).toBeLessThanOrEqual(answer.cost);
    // cheaper than if those on its shifts could all do everything
    expect(answer.cost).toBeLessThan(50 * answer.paidHours!);
    // on days of another seed each skill's customers are served in time
    const grid = staffGrid(model, profile, contracts(contract('all', 50), contract('short-only', 30, ['short'])));
    const { cells } = await runPlan({ model, profile, grid, targets, seed: 77, run: inlineRun() }, answer.plan, 0, 400);
    expect([...verdictOf(grid, cells!).mean].every((mean) => mean >= 0)).toBe(true);
  }, 60_000);

  it('a week by names: who can do both is counted for one at a time', async () => {
    const space = rosterSpace(
      contracts(contract('all', 50), contract('short-only', 30, ['short'])),
      staffGrid(model, profile, contracts(contract('all', 50), contract('short-only', 30, ['short']))),
    );
    const people = ['A', 'B'].map((id) => ({ id, contracts: ['all'] }));
    const terms = contractsSchema.parse({ v: 1, currency: 'CNY', contracts: [contract('all', 50)], people });
    const need = Int32Array.from({ length: 8 }, () => 1);
    const solved = (who: typeof people) =>
      solveWeek(weekProblemOf({ ...terms, people: terms.people.slice(0, who.length) }, [{ weekday: 1, space, need }]), solver, {
        gap: 0,
        seconds: 10,
      });
    expect((await solved(people)).missing).toEqual([]);
    const alone = await solved(people.slice(0, 1));
    expect(alone.missing.reduce((sum, { people: lacking }) => sum + lacking, 0)).toBeCloseTo(4, 6);
  });

  it('a skill that no service asks for is refused with what there is; one that nobody has is named', async () => {
    await expect(recommended(contract('all', 50, ['short', 'cooking']))).rejects.toThrow(
      /contracts\.0\.skills\.1: unknown skill "cooking"; declared: short, long/,
    );
    const answer = await recommended(contract('short-only', 30, ['short']));
    expect(answer.gives.length).toBeGreaterThan(0);
    expect(answer.gives.every(({ rule }) => rule.includes('teller (long)'))).toBe(true);
    expect(answer.verified.holds).toBe(false);
  }, 60_000);
});
