import { z } from 'zod';
import { delayByPeriod, type PeriodMethod, periodMethods, serversByPeriod } from '../../../theory/staffing/period-staffing.ts';
import { arrivalsBetween } from '../../../theory/through-the-day/sinusoid-load.ts';
import { answererOf } from '../../answer.ts';
import { length, rate, share } from '../../params.ts';
import { tooMuchToFollow } from '../../too-much.ts';

const params = z.object({
  lamBar: rate,
  relAmp: z.number().min(0).max(1),
  mu: rate,
  periodH: length,
  cycleH: length,
  targetPdelay: share,
  lagH: z.number().min(0),
});

/** A day staffed period by period in four ways, and what each does to the arrivals: Erlang C and the Kolmogorov equations. */
export const sippVsLagged = answererOf('sipp-vs-lagged', params, (day, { expected }) => {
  const periods = day.cycleH / day.periodH;
  if (Math.abs(periods - Math.round(periods)) > 1e-9 || periods > 2000)
    return { reason: `a cycle of ${day.cycleH} h is not a whole number (at most 2000) of periods of ${day.periodH} h` };
  const busiest = day.lamBar * (1 + day.relAmp);
  const states = (4 * (busiest + 4 * Math.sqrt(busiest))) / day.mu + 40;
  const reason = tooMuchToFollow(states, day.cycleH, 2 * busiest);
  if (reason !== null) return { reason };
  const arrivals = { lamBar: day.lamBar, relAmp: day.relAmp, gamma: (2 * Math.PI) / day.cycleH };
  const staffing = { arrivals, mu: day.mu, period: day.periodH, cycle: day.cycleH, alpha: day.targetPdelay, lag: day.lagH };
  const came = Array.from({ length: Math.round(periods) }, (_, k) =>
    arrivalsBetween(arrivals, k * day.periodH, (k + 1) * day.periodH),
  );
  const methods = Object.keys(periodMethods).filter((method) => method in expected) as PeriodMethod[];
  const exact = methods.map((method) => {
    const s = serversByPeriod(staffing, method);
    const pDelay = delayByPeriod(staffing, s);
    const answer = {
      s,
      total: s.reduce((sum, count) => sum + count, 0),
      periodsOverTarget10pct: pDelay.filter((delay) => delay > 1.1 * day.targetPdelay).length,
      maxPdelay: Math.max(...pDelay),
      avgPdelay: pDelay.reduce((sum, delay, k) => sum + delay * came[k]!, 0) / came.reduce((sum, count) => sum + count, 0),
      pDelay,
    };
    return [method, answer] as const;
  });
  return { exact: Object.fromEntries(exact) };
});
