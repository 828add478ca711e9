import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bankDay } from '../../../simulator/study/bench/bank-day.ts';
import { tellers } from '../engine/plain-branch.ts';
import { tingtang } from './tingtang-here.ts';

let folder = '';
const at = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tingtang-compare-'));
  const { model, plan } = bankDay();
  writeFileSync(at('model.json'), JSON.stringify({ ...model, plan }));
  writeFileSync(at('four.json'), JSON.stringify(tellers(4, '08:30', '17:00', 'four')));
  writeFileSync(at('five.json'), JSON.stringify(tellers(5, '08:30', '17:00', 'five')));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('compare', () => {
  it('runs plans on the same tapes and says how each differs from the first, by service and segment too', async () => {
    const { code, stdout } = await tingtang(
      'compare',
      folder,
      '--plans',
      `${at('four.json')},${at('five.json')}`,
      '--days',
      '150',
      '--json',
    );
    expect(code).toBe(0);
    const { days, differences, plans } = JSON.parse(stdout);
    expect([days, plans.map(({ name }: { name: string }) => name)]).toEqual([150, ['four', 'five']]);
    const [{ against, better, groups, kpis, name }] = differences;
    expect([name, against]).toEqual(['five', 'four']);
    expect(better).toEqual(expect.arrayContaining(['waitMeanMs', 'waitP90Ms', 'abandonRate', 'served']));
    expect(kpis.waitMeanMs.value).toBeCloseTo(plans[1].kpis.waitMeanMs.value - plans[0].kpis.waitMeanMs.value, 6);
    // On the same tapes the difference is known better than either of the two.
    const width = (one: { low: number; high: number }): number => one.high - one.low;
    expect(width(kpis.waitMeanMs)).toBeLessThan(width(plans[0].kpis.waitMeanMs));
    expect(Object.keys(groups.segment)).toEqual(['vip', 'normal']);
    expect(groups.service.long.waitMeanMs.high).toBeLessThan(0);
    expect(typeof groups.service.long.waitP90Ms).toBe('number');
  });

  it('puts one plan beside that of the model, and all strategies beside the one in force', async () => {
    const one = await tingtang('compare', folder, '--plans', at('five.json'), '--days', '20', '--json');
    expect(JSON.parse(one.stdout).plans.map(({ name }: { name: string }) => name)).toEqual(['3-5-3', 'five']);
    const all = await tingtang('compare', folder, '--strategies', 'all', '--days', '20', '--json');
    const names = JSON.parse(all.stdout).plans.map(({ name }: { name: string }) => name);
    expect(names[0]).toBe('strict-priority');
    expect(names).toEqual(expect.arrayContaining(['fcfs', 'ratio', 'ageing', 'target-ratio', 'threshold', 'longest-wait']));
    const greetings = await tingtang('compare', folder, '--greetings', 'all', '--days', '20');
    expect([greetings.code, greetings.stdout]).toEqual([0, expect.stringContaining('by-need')]);
  });

  it('all: greeting policies too, who is least favoured, who gains and who pays, what waiting costs, and weights tuned to targets', async () => {
    const { code, stdout } = await tingtang(
      'compare',
      folder,
      '--strategies',
      'all',
      '--target',
      'p90<=4min for vip, p90<=30min for normal',
      '--days',
      '60',
      '--json',
    );
    expect(code).toBe(0);
    const { fairness, plans, targets } = JSON.parse(stdout);
    const names: string[] = plans.map(({ name }: { name: string }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'c-mu',
        'generalised-c-mu',
        'greeting-by-load',
        'greeting-device-first',
        'ageing-tuned',
        'ratio-tuned',
      ]),
    );
    const of = (name: string) => fairness[names.indexOf(name)];
    // first come, first served takes from VIPs what strict priority gave them; normal customers gain
    expect(of('strict-priority')).toMatchObject({ leastFavoured: { by: 'segment', group: 'normal' }, gain: [], pay: [] });
    expect(of('fcfs').pay).toContainEqual({ by: 'segment', group: 'vip' });
    expect(of('fcfs').gain).toContainEqual({ by: 'segment', group: 'normal' });
    // where a minute of a VIP is dearer, c-mu is the cheapest: people who leave aside, nobody is below it
    const least = Math.min(...fairness.map(({ waitingCost }: { waitingCost: { value: number } }) => waitingCost.value));
    expect(least).toBeGreaterThan(0.99 * of('c-mu').waitingCost.value);
    expect(of('fcfs').waitingCostDifference.low).toBeGreaterThan(0);
    const held = (name: string) => targets[names.indexOf(name)].map(({ holds }: { holds: boolean | null }) => holds);
    expect(held('fcfs')[0]).toBe(false);
    expect(held('ageing-tuned')).toEqual([true, true]);
  });

  it('says in one line what is wrong, and exits 2', async () => {
    const cases: [string[], RegExp][] = [
      [[], /give one of --plans A,B…, --strategies a,b…\|all, --greetings/],
      [['--strategies', 'fcfs'], /1 to compare; give at least two/],
      [['--strategies', 'fcfs,magic'], /--strategies "magic": unknown calling strategy "magic"; allowed: fcfs/],
      [['--plans', at('none.json')], /none.json: no such file/],
      [['--strategies', 'fcfs,ratio={'], /--strategies "ratio=\{": what follows "=" must be JSON/],
      [['--strategies', 'all', '--until', 'waitMaxMs±2%'], /the longest wait has no interval/],
    ];
    for (const [args, message] of cases) {
      const { code, stderr, stdout } = await tingtang('compare', folder, ...args);
      expect(stderr, args.join(' ')).toMatch(message);
      expect([code, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
    }
  });
});
