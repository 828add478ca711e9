import { z } from 'zod';
import { kpis } from '../../../lobby/kpi/need/table.ts';
import { bankDayMeans } from '../../../theory/through-the-day/bank-day-ode.ts';
import { minuteMs } from '../../../workload/clock.ts';
import { answererOf } from '../../answer.ts';
import { length } from '../../params.ts';
import { tooMuchToFollow } from '../../too-much.ts';
import { clockGrid } from '../../trial/clock-grid.ts';
import { dayTrial } from '../../trial/day-trial.ts';
import { lobbyLimits, lobbyOf } from '../../trial/lobby-of.ts';
import { measure, type Quantity } from '../../trial/measure.ts';
import { shiftsOf } from '../../trial/shifts-of.ts';

const params = z
  .object({
    bins: z.array(z.number().min(0).max(100_000)).min(1).max(1440),
    binMinutes: length,
    counters: z.array(z.tuple([z.number().min(0), z.int().min(0).max(1000)])).min(1),
    meanServiceMin: length,
    meanPatienceMin: length,
  })
  .refine(({ counters }) => counters[0]![0] === 0 && counters.every(([from], at) => at === 0 || from > counters[at - 1]![0]), {
    path: ['counters'],
    message: 'times must begin at 0 and rise',
  })
  .refine(({ bins }) => bins.some((bin) => bin > 0), { path: ['bins'], message: 'nobody arrives' });

/** A day with a changing number of counters, exponential in all: the Kolmogorov equations, and the engine with its own KPIs. */
export const bankDayOde = answererOf('bank-day-ode', params, (day, { expected, effort }) => {
  const { bins, binMinutes, counters, meanServiceMin, meanPatienceMin } = day;
  const endMin = bins.length * binMinutes;
  const most = Math.max(...counters.map(([, open]) => open));
  const fastest = Math.max(...bins) / binMinutes + most / meanServiceMin + 60 / meanPatienceMin;
  const reason = tooMuchToFollow(61 * (most + 1), endMin, fastest);
  if (reason !== null) return { reason };
  const exact = { ...bankDayMeans(day) };
  const grid = clockGrid([...bins.keys()].map((at) => at * binMinutes).concat(counters.map(([from]) => from)), endMin, 1);
  if (grid === null || endMin >= 1440 || most > lobbyLimits.counters)
    return { exact, notSimulated: 'does not fit into the whole minutes of a day' };
  const { model, plan } = lobbyOf({
    classes: [
      {
        share: 1,
        work: { family: 'exponential', meanMs: meanServiceMin * minuteMs },
        patience: { family: 'exponential', meanMs: meanPatienceMin * minuteMs },
        tier: 0,
      },
    ],
    calling: { id: 'fcfs', options: {} },
    counters: most,
    opens: '00:00',
    closes: grid.clock(endMin),
    stepMinutes: grid.stepMinutes,
    expected: Array.from({ length: grid.steps }, (_, step) => {
      const bin = Math.floor((step * grid.stepMinutes) / binMinutes);
      return (bins[bin]! * grid.stepMinutes) / binMinutes;
    }),
    shifts: shiftsOf(counters, endMin, grid.clock),
  });
  const quantities: Record<string, Quantity> = {
    pAbandon: ({ tallies }) => kpis.abandonRate.value(tallies[0]!),
    meanWaitAllMin: ({ tallies }) => kpis.waitAllMeanMs.value(tallies[0]!) / minuteMs,
    abandonsPerDay: ({ tallies, days }) => tallies[0]!.left / days,
  };
  const asked = Object.fromEntries(Object.entries(quantities).filter(([key]) => key in expected));
  return { exact, ...measure(dayTrial(model, plan, effort.seed), asked, effort) };
});
