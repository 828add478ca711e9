import { afterAll, describe, expect, it } from 'vitest';
import { inlineRun } from '../../../simulator/hosts/inline.ts';
import { SolverThread } from '../../../simulator/hosts/solver-thread.ts';
import { planSchema } from '../../../simulator/lobby/branch/plan.ts';
import { contractsSchema } from '../../../simulator/staffing/contracts/contracts.ts';
import { repairDay } from '../../../simulator/staffing/repair/repair-day.ts';
import { parseTargets } from '../../../simulator/staffing/target.ts';
import { msOfClock } from '../../../simulator/workload/clock.ts';
import { smallModel } from './small-model.ts';

const minute = 60_000;
const model = smallModel({
  id: 'loans',
  counters: 6,
  expected: [6, 8, 8, 8, 6],
  mix: [
    { service: 'short', segment: 'normal', share: 0.8 },
    { service: 'long', segment: 'normal', share: 0.2 },
  ],
  work: [
    { service: 'short', distribution: { family: 'lognormal', meanMs: 4 * minute, cv: 0.8 } },
    { service: 'long', distribution: { family: 'lognormal', meanMs: 8 * minute, cv: 0.8 } },
  ],
});
const shift = (more: object) => ({ role: 'teller', from: '10:00', to: '12:30', ...more });
const plan = planSchema.parse({
  v: 1,
  id: 'today',
  roster: [shift({ count: 3, skills: ['short'] }), shift({ count: 2, skills: ['long'] })],
});
const call = (id: string, skills: string[], costPerHour: number) => ({
  id,
  kind: 'part-time',
  role: 'teller',
  skills,
  hours: [1],
  costPerHour,
});

describe('a day mended by skill', () => {
  const solver = new SolverThread();
  afterAll(() => solver.close());
  const mend = (...contracts: object[]) =>
    repairDay({
      model,
      plan: { ...plan, roster: [plan.roster[0]!, { ...plan.roster[1]!, count: 1 }] },
      upset: { nowMs: msOfClock('10:00'), absent: 1, demand: 1 },
      targets: parseTargets('p90<=20min'),
      contracts: contractsSchema.parse({ v: 1, currency: 'CNY', contracts }),
      solver,
      seed: 1,
      run: inlineRun(),
    });

  it('the only one with a skill is ill: called in is somebody who has it, not the cheaper one who has not', async () => {
    const repair = await mend(call('cash', ['short'], 20), call('loan', ['long'], 60));
    expect(repair.before.failing.every(({ skills }) => skills?.includes('long'))).toBe(true);
    expect(repair.before.failing.length).toBeGreaterThan(0);
    expect(repair.changes.length).toBeGreaterThan(0);
    for (const { what } of repair.changes) expect(what.en).toContain('call in one loan');
    expect(repair.plan.roster.some(({ skills, from }) => skills?.includes('long') && from >= '11:00')).toBe(true);
    expect(repair.after.failing.length).toBeLessThan(repair.before.failing.length);
  });

  it('somebody who has both is given to the one that is missing; where nobody has the skill the answer says so', async () => {
    const both = await mend(call('both', ['short', 'long'], 60));
    expect(both.changes.some(({ what }) => what.en.includes('call in one both'))).toBe(true);
    const none = await mend(call('cash', ['short'], 20));
    expect(none.verified.holds).toBe(false);
    expect(none.nobodyFor).toEqual([{ role: 'teller', skills: ['long'], from: '10:00' }]);
    expect(none.changes).toEqual([]);
  });
});
