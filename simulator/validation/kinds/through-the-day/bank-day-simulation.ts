import { z } from 'zod';
import { kpis } from '../../../lobby/kpi/need/table.ts';
import { minuteMs } from '../../../workload/clock.ts';
import type { DistributionSpec } from '../../../workload/distributions/spec.ts';
import { answererOf } from '../../answer.ts';
import { dayTrial } from '../../trial/day-trial.ts';
import { lobbyOf } from '../../trial/lobby-of.ts';
import { measure, type Quantity } from '../../trial/measure.ts';

const params = z.object({ model: z.string() });

const lognormal = (meanMin: number, cv: number): DistributionSpec => ({ family: 'lognormal', meanMs: meanMin * minuteMs, cv });
const patience: DistributionSpec = { family: 'exponential', meanMs: 25 * minuteMs };

/** Model B of the benchmark, "the bank day": 3, 5, then 3 counters, three classes, VIP before normal, patience of mean 25 min. */
const bankDay = () =>
  lobbyOf({
    classes: [
      { share: 0.6, work: lognormal(4, 0.8), patience, tier: 1 },
      { share: 0.3, work: lognormal(11, 1), patience, tier: 1 },
      { share: 0.1, work: lognormal(9, 0.9), patience, tier: 0 },
    ],
    calling: { id: 'strict-priority', options: {} },
    counters: 5,
    opens: '08:30',
    closes: '17:00',
    stepMinutes: 30,
    expected: [10, 16, 22, 26, 26, 22, 18, 18, 20, 22, 20, 18, 16, 14, 12, 10, 10],
    shifts: [
      ['08:30', '17:00', 3],
      ['09:30', '14:30', 2],
    ],
  });

/** The benchmark's bank day, which has no closed form: the engine with its own KPIs. */
export const bankDaySimulation = answererOf('bank-day-simulation', params, ({ model: name }, { expected, effort }) => {
  if (!/\bmodel B\b/i.test(name)) return { reason: `model "${name}" is not known; known: model B` };
  const { model, plan } = bankDay();
  const quantities: Record<string, Quantity> = {
    meanWaitServedMin: ({ tallies }) => kpis.waitMeanMs.value(tallies[0]!) / minuteMs,
    p90WaitServedMin: ({ tallies }) => kpis.waitP90Ms.value(tallies[0]!) / minuteMs,
    pAbandon: ({ tallies }) => kpis.abandonRate.value(tallies[0]!),
  };
  const asked = Object.fromEntries(Object.entries(quantities).filter(([key]) => key in expected));
  return measure(dayTrial(model, plan, effort.seed), asked, effort);
});
