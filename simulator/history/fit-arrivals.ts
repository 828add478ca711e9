import { clockOfMs, dayMs } from '../workload/clock.ts';
import type { ArrivalProfile } from '../workload/model-shape.ts';
import type { Visit } from './clean.ts';

export const stepMs = 30 * 60_000;
const stepMinutes = 30;

export interface FittedArrivals {
  readonly profile: Omit<ArrivalProfile, 'mix'>;
  readonly days: number;
  readonly doubts: readonly string[];
}

/** Which kind of visit came when: what the mix is counted from. */
export interface Arrival {
  readonly arrivalMs: number;
  readonly visit: Visit;
}

/**
 * Mean arrivals by half hour over the days of the history, and how much days differ: by moments of the daily totals, cv² =
 * (s² − m) / m², what is left over after Poisson counting.
 */
export function fitArrivals(
  arrivals: readonly Arrival[],
  hours: { fromMs: number; toMs: number },
  undated: boolean,
): FittedArrivals {
  const steps = Math.ceil((hours.toMs - hours.fromMs) / stepMs);
  const counts = new Array<number>(steps).fill(0);
  const totals = new Map<number, number>();
  for (const { arrivalMs } of arrivals) {
    const day = Math.floor(arrivalMs / dayMs);
    const step = Math.floor((arrivalMs - day * dayMs - hours.fromMs) / stepMs);
    counts[step]!++;
    totals.set(day, (totals.get(day) ?? 0) + 1);
  }
  const days = Math.max(1, totals.size);
  const { cv, doubts } = dayFactor([...totals.values()], undated);
  const weekdays = [...new Set([...totals.keys()].map(weekdayOf))].sort();
  return {
    days,
    doubts,
    profile: {
      id: 'all-days',
      days: undated ? [1, 2, 3, 4, 5, 6, 7] : weekdays,
      from: clockOfMs(hours.fromMs),
      stepMinutes,
      expected: counts.map((count) => Number((count / days).toFixed(4))),
      dayFactorCv: Number(cv.toFixed(4)),
      evidence: { records: arrivals.length, ...(doubts.length > 0 ? { doubts: [...doubts] } : {}) },
    },
  };
}

/** Monday is 1; day 0 (1 January 1970) was a Thursday. */
const weekdayOf = (day: number): number => ((day + 3) % 7) + 1;

function dayFactor(totals: readonly number[], undated: boolean): { cv: number; doubts: string[] } {
  const unknown = `arrivals of ${totals.length === 1 ? 'one day' : `${totals.length} days`} only: how much days differ is not known, every simulated day has the same expectation`;
  if (totals.length < 5) return { cv: 0, doubts: undated ? [`${unknown}; the day of the week is not known`] : [unknown] };
  const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
  const variance = totals.reduce((sum, total) => sum + (total - mean) ** 2, 0) / (totals.length - 1);
  const cv = Math.sqrt(Math.max(0, variance - mean) / (mean * mean));
  const doubts = cv > 0.3 ? [`days differ by ${Math.round(100 * cv)} %: several kinds of day are pooled in one profile`] : [];
  return { cv: Math.min(cv, 2), doubts };
}
