import { afterAll, describe, expect, it } from 'vitest';
import { profileOf } from '../../../simulator/engine/run.ts';
import { inlineRun } from '../../../simulator/hosts/inline.ts';
import { SolverThread } from '../../../simulator/hosts/solver-thread.ts';
import { contractsSchema } from '../../../simulator/staffing/contracts/contracts.ts';
import { staffGrid } from '../../../simulator/staffing/grid.ts';
import { recommend } from '../../../simulator/staffing/recommend.ts';
import { parseTargets } from '../../../simulator/staffing/target.ts';
import { runPlan, type Trial } from '../../../simulator/staffing/trial.ts';
import { verdictOf } from '../../../simulator/staffing/verdict.ts';
import { tellers } from '../engine/plain-branch.ts';
import { smallModel } from './small-model.ts';

const modelOf = (dayFactorCv: number) => smallModel({ id: 'uneven', counters: 6, expected: [12, 14], dayFactorCv });
const targets = parseTargets('p90<=10min');
const contracts = (costPerShift: number) =>
  contractsSchema.parse({
    v: 1,
    currency: 'CNY',
    contracts: [
      { id: 'part', kind: 'part-time', role: 'teller', hours: [1], costPerHour: 50 },
      { id: 'call', kind: 'on-call', role: 'teller', hours: [1], costPerHour: 50, costPerShift, costPerCallHour: 60 },
    ],
  });

describe('people on call: two stages', () => {
  const solver = new SolverThread();
  afterAll(() => solver.close());
  const recommended = (dayFactorCv: number, costPerShift: number) =>
    recommend({
      model: modelOf(dayFactorCv),
      targets,
      seed: 1,
      days: 60,
      run: inlineRun(),
      rosterBy: { contracts: contracts(costPerShift), solver },
    });

  it('days that differ much: fewer always, some stand by and are called on the busiest days, and it holds over all days', async () => {
    const answer = await recommended(0.35, 4);
    const { onCall } = answer;
    const standing = onCall!.standingBy.reduce((sum, { people }) => sum + people, 0);
    const working = answer.roster.reduce((sum, { count }) => sum + count, 0);
    expect(standing).toBeGreaterThan(0);
    expect(onCall!.called!.roster.reduce((sum, { count }) => sum + count, 0)).toBe(working + standing);
    // wages, standing by, and a call on one day in five
    expect(answer.cost).toBeCloseTo(50 * working + standing * (4 + 0.2 * 60), 6);
    expect(onCall!.saves).toBeGreaterThan(0);
    expect(onCall!.reason.en).toContain('busiest 20 %');
    expect(answer.verified.holds).toBe(true);
    // a bound is known, and is not that of plans without calls
    expect(answer.bound).toBeGreaterThan(0);
    expect(answer.bound).toBeLessThanOrEqual(answer.cost);
    // on days of another seed: with the calls it holds, without them it does not
    const model = modelOf(0.35);
    const profile = profileOf(model, undefined);
    const trial: Trial = { model, profile, grid: staffGrid(model, profile), targets, seed: 5, run: inlineRun() };
    const called = new WeakMap([[answer.plan, onCall!.called!]]);
    const mean = async (of: Trial) => Math.min(...verdictOf(of.grid, (await runPlan(of, answer.plan, 0, 600)).cells!).mean);
    expect(await mean({ ...trial, busy: { above: 0.8, called } })).toBeGreaterThanOrEqual(0);
    expect(await mean(trial)).toBeLessThan(0);
  }, 60_000);

  it('standing by that costs as much as working: nobody does; and on days all alike nobody could know when to call', async () => {
    expect((await recommended(0.35, 60)).onCall).toMatchObject({ standingBy: [], called: null });
    expect((await recommended(0, 4)).onCall).toBeUndefined();
  }, 60_000);

  it('the called plan runs on the share of days that are busiest, on the same tapes', async () => {
    const model = modelOf(0.35);
    const run = inlineRun();
    const job = { model, plans: [tellers(2, '10:00', '11:00')], seed: 1, firstDay: 0, days: 400, sections: 1 };
    const others = [tellers(6, '10:00', '11:00')];
    const served = async (above: number | null) => {
      const [result] = await run({ ...job, ...(above === null ? {} : { onBusyDays: { above, plans: others } }) });
      return result!.sections.tallies[0]!.servedWaitMs;
    };
    const [none, fifth, all] = [await served(null), await served(0.8), await served(0)];
    const [full] = await run({ ...job, plans: others });
    expect(all).toBe(full!.sections.tallies[0]!.servedWaitMs);
    expect(fifth).toBeLessThan(none);
    // one day in five has much more than a fifth of the waiting
    expect(none - fifth).toBeGreaterThan(0.3 * (none - all));
  });
});
