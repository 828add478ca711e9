import { afterAll, describe, expect, it } from 'vitest';
import { inlineRun } from '../../../simulator/hosts/inline.ts';
import { SolverThread } from '../../../simulator/hosts/solver-thread.ts';
import { contractsSchema } from '../../../simulator/staffing/contracts/contracts.ts';
import { recommend } from '../../../simulator/staffing/recommend.ts';
import { parseTargets } from '../../../simulator/staffing/target.ts';
import { smallModel } from './small-model.ts';

const modelOf = (counters: number) => smallModel({ id: 'short', counters, expected: [10, 16, 10, 6] });
const targets = parseTargets('p90<=10min');

describe('where no plan surely holds: the nearest, what it reaches, and what it would take', () => {
  const solver = new SolverThread();
  afterAll(() => solver.close());
  const withContracts = (all: readonly object[]) =>
    recommend({
      model: modelOf(6),
      targets,
      seed: 1,
      days: 60,
      run: inlineRun(),
      rosterBy: { contracts: contractsSchema.parse({ v: 1, currency: 'CNY', contracts: all }), solver },
    });
  const part = { id: 'part', kind: 'part-time', role: 'teller', hours: [1], costPerHour: 40 };

  it('too few people: short where it hurts least, with figures and limits, and the people who are missing', async () => {
    const answer = await withContracts([{ ...part, most: 6 }]);
    const { shortfall } = answer;
    expect(answer.verified.holds).toBe(false);
    // everybody there is works, and is paid as one hour each: what customers lose is no wage
    expect(answer.roster.reduce((sum, { count }) => sum + count, 0)).toBe(6);
    expect(answer.cost).toBe(6 * 40);
    const [{ value, asked, unit, holds, worst }] = [shortfall!.reached[0]!];
    expect([asked, unit]).toEqual([0.9, 'share-in-time']);
    expect(value.low).toBeLessThanOrEqual(value.value);
    expect(value.value).toBeLessThan(0.9);
    expect(worst.from).toMatch(/1[01]:[03]0/);
    expect(holds).toMatch(/^p90<=\d+min$/);
    expect(Number(/\d+(?=min)/.exec(holds!)![0])).toBeGreaterThan(10);
    expect(shortfall!.takes.holds).toBe(true);
    expect(shortfall!.takes.people.length).toBeGreaterThan(0);
    expect(shortfall!.reason.en).toMatch(/It would take \d+ × teller/);
    expect(shortfall!.reason.zh).toContain('要达标还需');
    expect(answer.gives.every(({ rule, by }) => /^need of teller \d\d:\d\d–\d\d:\d\d$/.test(rule) && by > 0)).toBe(true);
    // one missing here and there before two in one half hour: two hours of need cannot lose three at once
    expect(Math.max(...answer.gives.map(({ by }) => by))).toBeLessThanOrEqual(2);
  }, 60_000);

  it('too few counters: so many more', async () => {
    const answer = await recommend({ model: modelOf(2), targets, seed: 1, days: 60, run: inlineRun() });
    expect(answer.shortfall!.takes).toMatchObject({ people: [], holds: true, stations: [{ role: 'teller' }] });
    expect(answer.shortfall!.takes.stations[0]!.more).toBeGreaterThan(0);
    expect(answer.shortfall!.reason.en).toContain('more stations');
  });

  it('enough of both: nothing is missing', async () => {
    const answer = await recommend({ model: modelOf(6), targets, seed: 1, days: 60, run: inlineRun() });
    expect(answer.shortfall).toBeUndefined();
  });
});
