import { modelSchema } from '../../workload/model.ts';
import type { BenchModel } from './bench-model.ts';
import { branchDay } from './branch-day.ts';

/**
 * The branch day with everything else that a model can say of a day: triage, walks, customers who do not answer and are called again, turnaround,
 * short absences, transfers, a second need after a card, devices that fail at times.
 */
export function branchDayWithAll(): BenchModel {
  const { model, ...rest } = branchDay();
  const more = modelSchema.parse({
    ...model,
    branch: { ...model.branch, names: { zh: '全功能网点日', en: 'A branch day with all features' } },
    arrivals: model.arrivals.map((one) => ({
      ...one,
      mix: one.mix.map((share) => (share.service === 'card' ? { ...share, further: ['transfer'] } : share)),
    })),
    turnaround: [{ distribution: { family: 'lognormal', meanMs: 30_000, cv: 0.7 } }],
    walk: { paceCv: 0.3 },
    answers: { away: 0.05, gone: 0.02 },
    triage: { distribution: { family: 'lognormal', meanMs: 40_000, cv: 0.5 }, obeyShare: 0.9 },
    deviceFailures: [{ share: 0.05 }],
    transfers: [{ service: 'cash', to: 'wealth', share: 0.02 }],
    absences: [{ role: 'teller', perHour: 0.5, distribution: { family: 'exponential', meanMs: 180_000 } }],
  });
  return { ...rest, model: more };
}
