import { z } from 'zod';
import { commonStep } from '../../../theory/through-the-day/common-step.ts';
import { clockOfMs, hourMs, minuteMs } from '../../../workload/clock.ts';
import { answererOf } from '../../answer.ts';
import { rateOrNone } from '../../params.ts';
import { dayTrial } from '../../trial/day-trial.ts';
import { lobbyOf } from '../../trial/lobby-of.ts';
import { measure, type Quantity } from '../../trial/measure.ts';
import { distributionOf, sayable } from '../../trial/words.ts';

/** Customers of a day, in the mean. */
const mostCustomers = 100_000;

const hour = z.number().min(0).max(23.99);
const params = z
  .object({
    arrivals: z.array(z.tuple([hour, rateOrNone])).min(2),
    arrivalsUnit: z.literal('[hour of day, per hour]').default('[hour of day, per hour]'),
    openAt: hour,
    tellers: z.array(z.tuple([z.int().min(1).max(200), z.number().min(0).max(1)])).min(1),
    service: z.string(),
    balking: z.string(),
  })
  .refine(({ arrivals }) => arrivals.at(-1)![1] === 0 && arrivals.every(([from], at) => at === 0 || from > arrivals[at - 1]![0]), {
    path: ['arrivals'],
    message: 'times must rise, and the last rate be 0: closing time',
  })
  .refine(({ tellers }) => Math.abs(tellers.reduce((sum, [, share]) => sum + share, 0) - 1) < 1e-9, {
    path: ['tellers'],
    message: 'the shares must add up to 1',
  });

/** A bank's day: people wait before the doors open, the tellers are drawn once a day, long lines put off. The engine alone. */
export const simulationBankBalking = answererOf('simulation-bank-balking', params, (day, { expected, effort }) => {
  const service = distributionOf(day.service);
  const onLength = balkingOf(day.balking);
  if (service?.spec == null || onLength === null)
    return {
      reason: `service or balking cannot be read; service can be: ${sayable}; balking: … leaves if q > 9, and with probability (q-5)/5 if 5 < q <= 9`,
    };
  const [from, to] = [day.arrivals[0]![0], day.arrivals.at(-1)![0]];
  const stepH = commonStep(day.arrivals.map(([at]) => at - from));
  if (!Number.isInteger(Math.round(stepH * 60 * 1e6) / 1e6) || stepH > 4)
    return { reason: 'arrivals do not change on whole minutes' };
  const comes = day.arrivals.reduce((sum, [at, rate], n) => sum + rate * ((day.arrivals[n + 1]?.[0] ?? at) - at), 0);
  if (comes > mostCustomers) return { reason: `${comes} customers a day; a day of at most ${mostCustomers} is run` };
  const most = Math.max(...day.tellers.map(([count]) => count));
  const clock = (at: number): string => clockOfMs(at * hourMs);
  const { model, plan } = lobbyOf({
    classes: [{ share: 1, work: service.spec(minuteMs), tier: 0 }],
    calling: { id: 'fcfs', options: {} },
    counters: most,
    opens: clock(day.openAt),
    closes: clock(to),
    arrivesFrom: clock(from),
    stepMinutes: Math.round(stepH * 60),
    expected: Array.from({ length: Math.round((to - from) / stepH) }, (_, step) => {
      const at = from + (step + 0.5) * stepH;
      return day.arrivals.findLast(([since]) => since <= at)![1] * stepH;
    }),
    shifts: [[clock(day.openAt), clock(to), most]],
    balking: { onLength },
    attendance: [{ role: 'teller', counts: day.tellers.map(([count, share]) => ({ count, share })) }],
  });
  const quantities: Record<string, Quantity> = {
    servedPerDay: ({ tallies, days }) => tallies[0]!.served / days,
    // who is put off goes within 1 ms: that is not counted
    queueHoursPerDay: ({ tallies, days }) => tallies[0]!.servedWaitMs / days / hourMs,
  };
  const asked = Object.fromEntries(Object.entries(quantities).filter(([key]) => key in expected));
  return measure(dayTrial(model, plan, effort.seed), asked, effort);
});

/** "… leaves if q > 9, and with probability (q-5)/5 if 5 < q <= 9" as shares by the number waiting. */
function balkingOf(words: string): { atLeast: number; share: number }[] | null {
  const found = /leaves if q > (\d+), and with probability \(q ?- ?(\d+)\) ?\/ ?(\d+) if (\d+) < q <= (\d+)/.exec(words);
  if (!found) return null;
  const [always, less, over, above, upTo] = found.slice(1).map(Number) as [number, number, number, number, number];
  const sometimes = Array.from({ length: Math.max(0, upTo - above) }, (_, at) => {
    const q = above + 1 + at;
    return { atLeast: q, share: Math.min(1, Math.max(0, (q - less) / over)) };
  });
  return [...sometimes, { atLeast: always + 1, share: 1 }];
}
