import { describe, expect, it } from 'vitest';
import { profileOf } from '../../../simulator/engine/run.ts';
import { inlineRun } from '../../../simulator/hosts/inline.ts';
import { elasticAdvice } from '../../../simulator/staffing/elastic/advice.ts';
import { boundsWithFlex } from '../../../simulator/staffing/elastic/bounds.ts';
import { rulesFor } from '../../../simulator/staffing/elastic/candidates.ts';
import { withRules } from '../../../simulator/staffing/elastic/search.ts';
import { staffGrid } from '../../../simulator/staffing/grid.ts';
import { rosterHours } from '../../../simulator/staffing/head-count.ts';
import { recommend } from '../../../simulator/staffing/recommend.ts';
import { parseTargets } from '../../../simulator/staffing/target.ts';
import { Gathered, runPlan, type Trial } from '../../../simulator/staffing/trial.ts';
import { tellers } from '../engine/plain-branch.ts';
import { smallModel } from './small-model.ts';

const minute = 60_000;
/** Days that differ much: on most of them fewer would do. */
const model = smallModel({ id: 'uneven', counters: 5, expected: [12, 14], dayFactorCv: 0.35 });
const targets = parseTargets('p90<=10min');
const profile = profileOf(model, undefined);
const trial: Trial = { model, profile, grid: staffGrid(model, profile), targets, seed: 1, run: inlineRun() };
const threshold = { openAtWaiting: 4, closeAtWaiting: 1, holdMs: minute };

describe('elastic rules searched together with the staff', () => {
  it('days that differ much: fewer at work and a counter that opens for a queue, kept because it surely saves', async () => {
    const flexStaff = [{ role: 'teller' as const, people: 1, costPerHour: 1 }];
    const answer = await recommend({ model, targets, seed: 1, days: 60, run: inlineRun(), flexStaff });
    const { elastic } = answer;
    expect(elastic!.rules).toHaveLength(1);
    expect(answer.plan.elastic).toEqual(elastic!.rules);
    expect(elastic!.tried.length).toBeGreaterThanOrEqual(3);
    expect(elastic!.saves!.low).toBeGreaterThan(0);
    expect(answer.verified.holds).toBe(true);
    // the station's hours are paid for
    expect(elastic!.opening!.value).toBeGreaterThan(0);
    expect(answer.cost).toBeCloseTo(rosterHours(answer.roster) + elastic!.opening!.value, 6);
    expect(answer.bound).toBeLessThanOrEqual(answer.cost);
    expect(elastic!.reason.en).toMatch(/open C5 when \d+ have waited/);
    expect(elastic!.reason.zh).toContain('每天净省');
  }, 60_000);

  it('one rule for each of the back office, at the last stations, the next at a longer queue; the first station stays the roster’s', () => {
    const three = rulesFor(trial, { role: 'teller', people: 3, costPerHour: 2 }, threshold);
    expect(three.map(({ station, openAtWaiting }) => [station, openAtWaiting])).toEqual([
      ['C5', 4],
      ['C4', 6],
      ['C3', 8],
    ]);
    expect(rulesFor(trial, { role: 'teller', people: 9, costPerHour: 2 }, threshold)).toHaveLength(4);
    const more = rulesFor(withRules(trial, three.slice(0, 1)), { role: 'teller', people: 1, costPerHour: 2 }, threshold);
    expect(more[0]!.station).toBe('C4');
    expect(rulesFor(trial, { role: 'advisor', people: 1, costPerHour: 2 }, threshold)).toEqual([]);
  });

  it('what does not surely save, or does not hold, is left out with its reason', async () => {
    const rules = rulesFor(trial, { role: 'teller', people: 1, costPerHour: 1 }, threshold);
    const sections = async (under: Trial, people: number) => {
      const gathered = new Gathered(under);
      gathered.add(await runPlan(under, { ...tellers(people, '10:00', '11:00'), ...(under.rules ?? {}) }, 0, 50));
      return gathered.sections;
    };
    const without = { rosterCost: 12, sections: await sections(trial, 4) };
    const opened = await sections(withRules(trial, rules), 3);
    const judged = (rosterCost: number, holds: boolean) =>
      elasticAdvice(rules, [], without, { rosterCost, sections: opened, holds }, 'h');
    expect(judged(9, true).rules).toEqual(rules);
    expect(judged(9, true).difference!.waitMeanMs).toMatchObject({ value: expect.any(Number), low: expect.any(Number) });
    expect(judged(12, true)).toMatchObject({ rules: [], reason: { en: expect.stringContaining('not sure') } });
    expect(judged(9, false)).toMatchObject({ rules: [], reason: { en: expect.stringContaining('does not surely hold') } });
  });

  it('the bound forgives every half hour those who may help, and no more', () => {
    const flexStaff = [{ role: 'teller' as const, people: 2, costPerHour: 1 }];
    expect([...boundsWithFlex(trial.grid, Int32Array.from([2, 5]), flexStaff)]).toEqual([1, 3]);
  });
});
