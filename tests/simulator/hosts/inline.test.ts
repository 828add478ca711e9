import { describe, expect, it } from 'vitest';
import { estimateKpis } from '../../../simulator/engine/results/study.ts';
import { runJob } from '../../../simulator/engine/run.ts';
import { inlineRun } from '../../../simulator/hosts/inline.ts';
import { bankDay } from '../../../simulator/study/bench/bank-day.ts';
import { sample } from '../../../simulator/workload/sample.ts';
import { tellers } from '../engine/plain-branch.ts';

const { model, plan } = bankDay();
const four = tellers(4, '08:30', '17:00', 'four');
const job = { model, plans: [plan, four], seed: 3, firstDay: 10, days: 20, sections: 5 };
const figures = (result: Awaited<ReturnType<ReturnType<typeof inlineRun>>>): string =>
  JSON.stringify(result.map(({ sections }) => estimateKpis(sections)));

describe('the run port, inline', () => {
  it('gives what the days give one by one, plans in their order, and the same again from kept tapes', async () => {
    const direct = figures(runJob(job, (seed, day) => sample(model, seed, day)));
    const run = inlineRun();
    expect(figures(await run(job))).toBe(direct);
    expect(figures(await run(job))).toBe(direct);
    expect(figures(await run({ ...job, plans: [four, plan] }))).not.toBe(direct);
  });

  it('does not mix up the tapes of seeds, days or models', async () => {
    const run = inlineRun();
    const first = figures(await run(job));
    expect(figures(await run({ ...job, seed: 4 }))).not.toBe(first);
    expect(figures(await run({ ...job, firstDay: 11 }))).not.toBe(first);
    expect(figures(await run({ ...job, model: { ...model, patience: [] } }))).not.toBe(first);
    expect(figures(await run(job))).toBe(first);
  });

  it('refuses a profile that the model does not have, naming those it has', async () => {
    await expect(inlineRun()({ ...job, profile: 'holiday' })).rejects.toThrow('unknown profile "holiday"; declared: day');
  });
});
