import { delayProbability } from '../queues/erlang-c.ts';
import { deathRates, follow, shortStep } from '../through-the-day/kolmogorov.ts';
import { arrivalsBetween, exponentialLoad, rateAt, type Sinusoid } from '../through-the-day/sinusoid-load.ts';
import { fewestServers } from './fewest-servers.ts';

/** A cycle of sinusoid arrivals staffed period by period, so that P(wait > 0) ≤ `alpha`; times in one unit, services exponential. */
export interface PeriodStaffing {
  readonly arrivals: Sinusoid;
  readonly mu: number;
  readonly period: number;
  readonly cycle: number;
  readonly alpha: number;
  /** How much later the lagged methods look: E[S]. */
  readonly lag: number;
}

/** The rate that each method feeds to Erlang C for a period. (Green, Kolesar & Soares 2001; MOL: Jennings et al. 1996.) */
export const periodMethods = {
  /** Stationary, independent, period by period: the mean rate of the period. What is used today. */
  SIPPavg: ({ arrivals, period }, from) => arrivalsBetween(arrivals, from, from + period) / period,
  /** The same of the time one service earlier. */
  LagAvg: ({ arrivals, period, lag }, from) => arrivalsBetween(arrivals, from - lag, from - lag + period) / period,
  /** The largest rate of that time. */
  LagMax: ({ arrivals, period, lag }, from) => largest((t) => rateAt(arrivals, t), from - lag, from - lag + period),
  /** The largest offered load of the period, as a rate. */
  MOL: ({ arrivals, mu, period }, from) => mu * largest((t) => exponentialLoad(arrivals, mu, t), from, from + period),
} satisfies Record<string, (staffing: PeriodStaffing, from: number) => number>;
export type PeriodMethod = keyof typeof periodMethods;

export function serversByPeriod(staffing: PeriodStaffing, method: PeriodMethod): number[] {
  return Array.from({ length: Math.round(staffing.cycle / staffing.period) }, (_, k) => {
    const lam = periodMethods[method](staffing, k * staffing.period);
    return fewestServers((servers) => delayProbability({ servers, lam, mu: staffing.mu }) <= staffing.alpha);
  });
}

/**
 * P(wait > 0) of the arrivals of each period, exactly, once the cycle repeats itself: Kolmogorov equations of the number in the
 * system, whose servers change at the period's border (a service under way goes on, by another server if need be).
 */
export function delayByPeriod({ arrivals, mu, period }: PeriodStaffing, servers: readonly number[]): number[] {
  const most = 4 * Math.max(...servers) + 40;
  const deaths = servers.map((count) => deathRates(most, count, mu, 0));
  const step = shortStep(arrivals.lamBar * (1 + arrivals.relAmp), deathRates(most, Math.max(...servers), mu, 0));
  const birth = (t: number): number => rateAt(arrivals, t);
  const p = new Float64Array(most + 1);
  p[0] = 1;
  for (let round = 0; ; round++) {
    const before = Float64Array.from(p);
    const delays = servers.map((count, k) => {
      const gauge = (t: number, law: Float64Array): number => birth(t) * law.subarray(count).reduce((sum, share) => sum + share, 0);
      const delayed = follow({ birth, death: deaths[k]!, gauge }, p, k * period, (k + 1) * period, step);
      return delayed / arrivalsBetween(arrivals, k * period, (k + 1) * period);
    });
    if (round > 100 || p.every((share, n) => Math.abs(share - before[n]!) < 1e-10)) return delays;
  }
}

/** The largest value of a smooth function in a stretch, looked for at 64 places; its ends are among them. */
function largest(f: (t: number) => number, from: number, to: number): number {
  return Math.max(...Array.from({ length: 65 }, (_, n) => f(from + ((to - from) * n) / 64)));
}
