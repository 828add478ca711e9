import { describe, expect, it } from 'vitest';
import { estimateKpis } from '../../../simulator/engine/results/study.ts';
import { runJob } from '../../../simulator/engine/run.ts';
import { bankDay } from '../../../simulator/study/bench/bank-day.ts';
import { sample } from '../../../simulator/workload/sample.ts';
import { tingtang } from './tingtang-here.ts';

describe('bench', () => {
  it('answers one JSON document, with the figures that any study of the bank day has', async () => {
    const { code, stdout } = await tingtang('bench', '--model', 'B', '--days', '150', '--seed', '5', '--json');
    const answer = JSON.parse(stdout);
    expect([code, answer.model, answer.days]).toEqual([0, 'B', 150]);
    for (const key of ['cpuSeconds', 'usPerDay', 'usPerFurtherPlan']) expect(answer[key], key).toBeGreaterThan(0);
    const { model, plan } = bankDay();
    const job = { model, plans: [plan], seed: 5, firstDay: 0, days: 150, sections: 25 };
    const [direct] = runJob(job, (seed, day) => sample(model, seed, day));
    expect(answer.kpis).toEqual(estimateKpis(direct!.sections));
  });

  it('prints for who compares: model A of exactly so many customers, near its known mean wait of 1.97', async () => {
    const { stdout } = await tingtang('bench', '--model', 'A', '--customers', '100000');
    const [, mean, p90, lost, n] = /mean (\S+) p90 (\S+) aband (\S+) n (\d+) wall \d/.exec(stdout)!.map(Number);
    expect([lost, n]).toEqual([0, 100_000]);
    // Four standard errors of a run of this size.
    expect(Math.abs(mean! - 1.969)).toBeLessThan(0.76);
    expect(Math.abs(p90! - 5.16)).toBeLessThan(2.1);
  });

  it('runs the branch day, alone and with all features: then some do not answer, and some have a second need', async () => {
    const run = async (model: string) =>
      JSON.parse((await tingtang('bench', '--model', model, '--days', '30', '--json')).stdout).kpis;
    const [plain, all] = [await run('branch'), await run('branch-all')];
    expect(plain.served.value).toBeGreaterThan(260);
    expect([plain.noShowRate.value, plain.abandonRate.value > 0, plain.deviceRate.value > 0]).toEqual([0, true, true]);
    expect(all.served.value).toBeGreaterThan(plain.served.value);
    expect(all.noShowRate.value).toBeGreaterThan(0);
  });

  it('says in one line what is wrong, and exits 2', async () => {
    const cases: [string[], RegExp][] = [
      [['--model', 'C'], /Allowed choices are A, B, branch, branch-all/],
      [['--model', 'A', '--days', '5'], /--days: model A is one long run; give --customers/],
      [['--model', 'B', '--customers', '500'], /--customers: is for model A/],
      [['--days', 'many'], /--days "many": must be a whole number/],
    ];
    for (const [args, message] of cases) {
      const { code, stderr, stdout } = await tingtang('bench', ...args);
      expect(stderr, args.join(' ')).toMatch(message);
      expect([code, stdout]).toEqual([2, '']);
    }
  });
});
