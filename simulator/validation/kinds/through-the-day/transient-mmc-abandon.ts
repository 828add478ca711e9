import { z } from 'zod';
import { fates } from '../../../engine/results/outcome.ts';
import { transientQueue } from '../../../theory/through-the-day/transient-queue.ts';
import { answererOf } from '../../answer.ts';
import { length, rate, rateOrNone, servers } from '../../params.ts';
import { tooMuchToFollow } from '../../too-much.ts';
import { clockGrid } from '../../trial/clock-grid.ts';
import { dayTrial } from '../../trial/day-trial.ts';
import { lobbyLimits, lobbyOf } from '../../trial/lobby-of.ts';
import { measure, type Quantity } from '../../trial/measure.ts';

const params = z
  .object({
    servers,
    lam: z.array(z.tuple([z.number().min(0), rateOrNone])).min(1),
    mu: rate,
    theta: rateOrNone,
    until: length,
    start: z.literal('empty').default('empty'),
  })
  .refine(({ lam }) => lam[0]![0] === 0 && lam.every(([from], at) => at === 0 || from > lam[at - 1]![0]), {
    path: ['lam'],
    message: 'times must begin at 0 and rise',
  });

/** How many leave by a time, and how many are inside then, from empty: the Kolmogorov equations, and the engine. */
export const transientMmcAbandon = answererOf('transient-mmc-abandon', params, (queue, { expected, effort }) => {
  const { servers, lam, mu, theta, until } = queue;
  const fastest = Math.max(...lam.map(([, one]) => one));
  const states = servers + 4 * fastest * Math.min(until, 4 / mu) + 40;
  const reason = tooMuchToFollow(states, until, fastest + servers * mu + states * theta);
  if (reason !== null) return { reason };
  const exact = { ...transientQueue(queue) };
  const grid = clockGrid(
    lam.map(([from]) => from).filter((from) => from < until),
    until,
  );
  if (grid === null || servers > lobbyLimits.counters) return { exact, notSimulated: 'does not fit into the minutes of a day' };
  const { unitMs, steps, stepMinutes } = grid;
  const expectedArrivals = Array.from({ length: steps }, (_, step) => {
    const at = ((step + 0.5) * until) / steps;
    return (lam.findLast(([from]) => from <= at)![1] * until) / steps;
  });
  const { model, plan } = lobbyOf({
    classes: [
      {
        share: 1,
        work: { family: 'exponential', meanMs: unitMs / mu },
        patience: theta === 0 ? undefined : { family: 'exponential', meanMs: unitMs / theta },
        tier: 0,
      },
    ],
    calling: { id: 'fcfs', options: {} },
    counters: servers,
    opens: '00:00',
    closes: '24:00',
    stepMinutes,
    expected: expectedArrivals,
    shifts: [['00:00', '24:00', servers]],
  });
  const untilMs = until * unitMs;
  const trial = dayTrial(model, plan, effort.seed, {
    sums: 2,
    add({ visits, arrivalMs, workMs }, { fate, waitMs }, { sums }) {
      for (let visit = 0; visit < visits; visit++) {
        const waited = arrivalMs[visit]! + waitMs[visit]!;
        if (fate[visit] === fates.left && waited < untilMs) sums[0]!++;
        else if (waited + (fate[visit] === fates.served ? workMs[visit]! : 0) >= untilMs) sums[1]!++;
      }
    },
  });
  const quantities: Record<string, Quantity> = {
    abandonments: ({ sums, days }) => sums[0]! / days,
    L: ({ sums, days }) => sums[1]! / days,
  };
  const asked = Object.fromEntries(Object.entries(quantities).filter(([key]) => key in expected));
  return { exact, ...measure(trial, asked, effort) };
});
