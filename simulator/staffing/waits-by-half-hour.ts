import type { Estimate } from '../engine/results/interval.ts';
import type { CellWaits } from '../engine/results/waits-by-cell.ts';
import type { Plan } from '../lobby/branch/plan.ts';
import type { Role } from '../lobby/branch/service.ts';
import { clockOfMs } from '../workload/clock.ts';
import { staffGrid } from './grid.ts';
import { daysOf, type Trial } from './trial.ts';

/** Waits of those who came to a role in one half hour, all days together. */
export interface HalfHourWaits {
  readonly role: Role;
  readonly from: string;
  /** Served, over all days. */
  readonly customers: number;
  readonly waitP50Ms: number | null;
  readonly waitP90Ms: Estimate | null;
}

/** Standard errors of 95 % limits. */
const z = 1.96;

/** How long people wait through the day under a plan, by role and half hour of arrival. */
export async function waitsByHalfHour(
  trial: Pick<Trial, 'model' | 'profile' | 'run' | 'seed' | 'busy'>,
  plan: Plan,
  firstDay: number,
  days: number,
): Promise<HalfHourWaits[]> {
  // whatever skills contracts tell apart, people wait for a role
  const grid = staffGrid(trial.model, trial.profile);
  const [result] = await trial.run({ ...daysOf(trial, plan, firstDay, days), sections: 1, waits: grid.cells });
  return grid.roles.flatMap((role, r) =>
    Array.from({ length: grid.steps }, (_, step) => ({
      role,
      from: clockOfMs(grid.fromMs + step * grid.stepMs),
      ...quantilesOf(result!.waits!, r * grid.steps + step),
    })),
  );
}

function quantilesOf(waits: CellWaits, cell: number): Pick<HalfHourWaits, 'customers' | 'waitP50Ms' | 'waitP90Ms'> {
  const values = waits.waitMs[cell]!;
  if (values.length === 0) return { customers: 0, waitP50Ms: null, waitP90Ms: null };
  const sorted = Float64Array.from(values).sort();
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.max(0, Math.floor(share * sorted.length)))]!;
  const value = at(0.9);
  const error = shareError(waits, cell, value, 0.9);
  return {
    customers: values.length,
    waitP50Ms: at(0.5),
    waitP90Ms: { value, low: at(0.9 - z * error), high: at(0.9 + z * error) },
  };
}

/**
 * Standard error of the share that waits at most `limitMs`: customers of one day are alike, so what varies is the day. Limits of a quantile
 * are the quantiles at its share plus and minus this (Woodruff 1952).
 */
function shareError({ waitMs, day }: CellWaits, cell: number, limitMs: number, share: number): number {
  const days = new Map<number, number>();
  for (const [at, wait] of waitMs[cell]!.entries()) {
    const of = day[cell]![at]!;
    days.set(of, (days.get(of) ?? 0) + (wait <= limitMs ? 1 : 0) - share);
  }
  const spread = [...days.values()].reduce((sum, off) => sum + off * off, 0);
  return Math.sqrt((spread * days.size) / Math.max(1, days.size - 1)) / waitMs[cell]!.length;
}
