import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../../simulator/engine/results/interval.ts';
import { estimateKpis, type KpiEstimate } from '../../../simulator/engine/results/study.ts';
import { runJob } from '../../../simulator/engine/run.ts';
import { bankDay } from '../../../simulator/study/bench/bank-day.ts';
import type { Model } from '../../../simulator/workload/model.ts';
import { makeSampler, sampleInto } from '../../../simulator/workload/sample.ts';
import { makeTape } from '../../../simulator/workload/tape.ts';

const days = 8000;
const sections = 25;

function kpisOf(model: Model, seed: number) {
  const sampler = makeSampler(model);
  const tape = makeTape(0);
  const [result] = runJob({ model, plans: [bankDay().plan], seed, firstDay: 0, days, sections }, (s, day) =>
    sampleInto(sampler, s, day, tape),
  );
  return estimateKpis(result!.sections);
}

/** Standard errors between an estimate and a reference that has an error of its own. */
function z(estimate: KpiEstimate, expected: number, error = 0): number {
  const { value, high } = estimate as Estimate;
  const own = (high - value) / tQuantile(0.975, sections - 1);
  return (value - expected) / Math.hypot(own, error);
}

const minute = 60_000;
/** 99.9 % for three quantities together. */
const limit = 3.6;

describe('the bank day', () => {
  it('model B: mean and P90 wait of the served and share lost agree with 1,400,000 reference days', () => {
    const kpis = kpisOf(bankDay().model, 1);
    expect(Math.abs(z(kpis.waitMeanMs, 2.6697 * minute, 0.0005 * minute))).toBeLessThan(limit);
    expect(Math.abs(z(kpis.waitP90Ms, 8.247 * minute, 0.0015 * minute))).toBeLessThan(limit);
    expect(Math.abs(z(kpis.abandonRate, 0.11523, 0.00003))).toBeLessThan(limit);
    // narrow enough to tell a fresh crew at each change of number (2.44 and .105) from the truth
    expect((kpis.waitMeanMs as Estimate).high - (kpis.waitMeanMs as Estimate).low).toBeLessThan(0.06 * minute);
  });

  it('one class, exponential: share lost and mean wait of all agree with the exact solution (Kolmogorov equations)', () => {
    const { model } = bankDay();
    const one = { ...model, work: [{ distribution: { family: 'exponential' as const, meanMs: 6.6 * minute } }] };
    const kpis = kpisOf(one, 3);
    expect(Math.abs(z(kpis.abandonRate, 0.112408))).toBeLessThan(limit);
    expect(Math.abs(z(kpis.waitAllMeanMs, 2.810209 * minute))).toBeLessThan(limit);
    expect(Math.abs(z(kpis.served, 300 - 33.7225))).toBeLessThan(limit);
  });
});
