import { z } from 'zod';
import { fates } from '../../../engine/results/outcome.ts';
import { clockOfMs, hourMs } from '../../../workload/clock.ts';
import { answererOf } from '../../answer.ts';
import { rateOrNone } from '../../params.ts';
import { dayTrial } from '../../trial/day-trial.ts';
import { lobbyOf } from '../../trial/lobby-of.ts';
import { measure, type Quantity } from '../../trial/measure.ts';
import { shiftsOf } from '../../trial/shifts-of.ts';
import { distributionOf, sayable } from '../../trial/words.ts';

const params = z
  .object({
    hours: z.int().min(1).max(23),
    arrivalsPerHour: z.array(rateOrNone).min(1),
    busyness: z.string(),
    servers: z.array(z.int().min(0).max(200)).min(1),
    service: z.string(),
    patience: z.string(),
    whenServersFall: z.literal('busy ones finish').default('busy ones finish'),
  })
  .refine(({ hours, arrivalsPerHour, servers }) => arrivalsPerHour.length === hours && servers.length === hours, {
    message: 'arrivalsPerHour and servers hold one value for each of the hours',
  });

const secondMs = 1000;
/** Calls of a day, in the mean. */
const mostCalls = 100_000;
/** A share within any time; its seconds are in its name. */
const withinKey = /^shareWithin(\d+(?:\.\d+)?)s$/;

/**
 * A call centre's day: busier or quieter as a whole, some hang up at once when nobody is free. Sums of a day are divided by the mean
 * number of calls; a lost caller's wait counts. The engine alone; lengths in words are in seconds.
 */
export const simulationCallCentre = answererOf('simulation-call-centre', params, (day, { expected, effort }) => {
  const service = distributionOf(day.service);
  const busyness = distributionOf(day.busyness.replace(/,\s*once a day$/, ''));
  const atOnce = /^0 with probability ([\d.]+),\s*else\s+(.+)$/.exec(day.patience);
  const patience = distributionOf(atOnce?.[2] ?? day.patience);
  if (service?.spec == null || patience?.spec == null || busyness === null || busyness.mean !== 1)
    return {
      reason: `service, patience or busyness cannot be read; can be: ${sayable}; patience also: 0 with probability .1, else …`,
    };
  const gone = Number(atOnce?.[1] ?? 0);
  const calls = day.arrivalsPerHour.reduce((sum, rate) => sum + rate, 0);
  if (calls > mostCalls) return { reason: `${calls} calls a day; a day of at most ${mostCalls} is run` };
  const limits = Object.keys(expected).flatMap((key) => {
    const seconds = withinKey.exec(key)?.[1];
    return seconds === undefined ? [] : [{ key, limitMs: Number(seconds) * secondMs }];
  });
  const work = service.spec(secondMs);
  const { model, plan } = lobbyOf({
    classes: [
      { share: 1 - gone, work, patience: patience.spec(secondMs), tier: 0 },
      // who has no patience is served if somebody is free that very moment: 1 ms is long enough for that, and for nothing else
      ...(gone > 0 ? [{ share: gone, work, patience: { family: 'constant', ms: 1 } as const, tier: 0 }] : []),
    ],
    calling: { id: 'fcfs', options: {} },
    counters: Math.max(...day.servers),
    opens: '00:00',
    closes: clockOfMs(day.hours * hourMs),
    stepMinutes: 60,
    expected: day.arrivalsPerHour,
    dayFactorCv: Math.sqrt(busyness.scv),
    shifts: shiftsOf(
      day.servers.map((count, hour) => [hour, count] as const),
      day.hours,
      (hour) => clockOfMs(hour * hourMs),
    ),
  });
  const trial = dayTrial(model, plan, effort.seed, {
    sums: 2 + limits.length,
    add({ visits }, { fate, waitMs }, { sums }) {
      for (let visit = 0; visit < visits; visit++) {
        sums[0]! += waitMs[visit]!;
        if (fate[visit] === fates.left) sums[1]!++;
        limits.forEach(({ limitMs }, at) => {
          if (waitMs[visit]! < limitMs) sums[2 + at]!++;
        });
      }
    },
  });
  const quantities: Record<string, Quantity> = {
    meanWaitSec: ({ sums, days }) => sums[0]! / days / calls / secondMs,
    shareLost: ({ sums, days }) => sums[1]! / days / calls,
    ...Object.fromEntries(limits.map(({ key }, at): [string, Quantity] => [key, ({ sums, days }) => sums[2 + at]! / days / calls])),
  };
  const asked = Object.fromEntries(Object.entries(quantities).filter(([key]) => key in expected));
  return measure(trial, asked, effort);
});
