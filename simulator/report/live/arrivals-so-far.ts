import { range } from 'd3';
import type { DayClock } from '../../lobby/day-clock.ts';
import type { VisitRecord } from '../../lobby/kpi/record.ts';
import type { Seen } from '../charts/band-profile.ts';

/** Visits that came in each step of the day that is over; the one under way would look like a lull. */
export function arrivalsSoFar(
  visits: readonly VisitRecord[],
  clock: DayClock,
  { fromMs, toMs, stepMs }: { readonly fromMs: number; readonly toMs: number; readonly stepMs: number },
): readonly Seen[] {
  const seen = range(fromMs, toMs - stepMs + 1, stepMs).map((from) => ({ fromMs: from, value: 0 }));
  for (const { arrivedAt, outcome } of visits) {
    const step = seen[Math.floor((clock(arrivedAt) - fromMs) / stepMs)];
    if (step !== undefined && outcome !== 'void') step.value += 1;
  }
  return seen;
}
