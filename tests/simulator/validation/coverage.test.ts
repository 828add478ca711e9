import { describe, expect, it } from 'vitest';
import { estimateKpis, type KpiEstimate, makeSections, mergeSections } from '../../../simulator/engine/results/study.ts';
import { runJob } from '../../../simulator/engine/run.ts';
import { bankDayMeans } from '../../../simulator/theory/through-the-day/bank-day-ode.ts';
import { lobbyOf } from '../../../simulator/validation/trial/lobby-of.ts';
import { sampleInto } from '../../../simulator/workload/sample.ts';
import { makeSampler } from '../../../simulator/workload/sampler.ts';
import { makeTape } from '../../../simulator/workload/tape.ts';

const minute = 60_000;
const bins = [6, 12, 14, 8];
/** A small day whose means the Kolmogorov equations know: 2, 3, then 2 counters. */
const day = {
  bins,
  binMinutes: 30,
  counters: [
    [0, 2],
    [30, 3],
    [90, 2],
  ] as const,
  meanServiceMin: 6,
  meanPatienceMin: 20,
};
const { model, plan } = lobbyOf({
  classes: [
    {
      share: 1,
      work: { family: 'exponential', meanMs: 6 * minute },
      patience: { family: 'exponential', meanMs: 20 * minute },
      tier: 0,
    },
  ],
  calling: { id: 'fcfs', options: {} },
  counters: 3,
  opens: '09:00',
  closes: '11:00',
  stepMinutes: 30,
  expected: bins,
  shifts: [
    ['09:00', '09:30', 2],
    ['09:30', '10:30', 3],
    ['10:30', '11:00', 2],
  ],
});

describe('the 95 % intervals of studies', () => {
  it('cover the exact mean in 94 to 96 of 100 studies: 2,000 independent ones of 100 days', () => {
    const exact = bankDayMeans(day);
    const studies = 2000;
    const days = 100;
    const covers = { waitAllMeanMs: 0, abandonRate: 0 };
    const truth = { waitAllMeanMs: exact.meanWaitAllMin * minute, abandonRate: exact.pAbandon };
    const sampler = makeSampler(model);
    const tape = makeTape(0);
    for (let seed = 1; seed <= studies; seed++) {
      const sections = makeSections(days);
      const [result] = runJob({ model, plans: [plan], seed, firstDay: 0, days, sections: sections.days.length }, (ofSeed, at) =>
        sampleInto(sampler, ofSeed, at, tape),
      );
      mergeSections(sections, result!.sections);
      const kpis = estimateKpis(sections);
      for (const id of ['waitAllMeanMs', 'abandonRate'] as const) if (within(kpis[id], truth[id])) covers[id]++;
    }
    for (const count of Object.values(covers)) {
      expect(count / studies).toBeGreaterThanOrEqual(0.94);
      expect(count / studies).toBeLessThanOrEqual(0.96);
    }
  }, 240_000);
});

const within = (estimate: KpiEstimate, truth: number): boolean =>
  estimate !== null && typeof estimate === 'object' && estimate.low <= truth && truth <= estimate.high;
