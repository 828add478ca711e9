import { estimateKpis, type KpiEstimates } from '../engine/results/study.ts';
import type { Plan } from '../lobby/branch/plan.ts';
import type { Role } from '../lobby/branch/service.ts';
import { clockOfMs, hourMs, msOfClock } from '../workload/clock.ts';
import type { Contracts } from './contracts/contracts.ts';
import type { StaffGrid } from './grid.ts';
import type { HeadCount } from './head-count.ts';
import { Gathered, runPlan, type Trial } from './trial.ts';
import { surelyFails, verdictOf } from './verdict.ts';
import type { Verified } from './verify.ts';

/** A half hour of a role. */
export interface NamedCell {
  readonly role: Role;
  /** Where contracts tell the skills of a role apart. */
  readonly skills?: readonly string[];
  readonly from: string;
}

/** What somebody would do without this product, run on the same fresh days. */
export interface Baseline {
  readonly cost: number;
  readonly kpis: KpiEstimates;
  /** Half hours whose arrivals surely miss the target on the same fresh days. */
  readonly missed: readonly NamedCell[];
}

export function cellName(grid: StaffGrid, cell: number): NamedCell {
  const row = Math.floor(cell / grid.steps);
  const skills = grid.skills[row];
  return {
    role: grid.roles[row]!,
    ...(skills ? { skills } : {}),
    from: clockOfMs(grid.fromMs + (cell % grid.steps) * grid.stepMs),
  };
}

export async function baselineOf(trial: Trial, plan: Plan, cost: number, verified: Verified): Promise<Baseline> {
  const gathered = new Gathered(trial);
  gathered.add(await runPlan(trial, plan, verified.firstDay, verified.days));
  const verdict = verdictOf(trial.grid, gathered.cells);
  const cells = Array.from(verdict.mean.keys());
  const missed = cells.filter((cell) => surelyFails(verdict, cell, verified.z)).map((cell) => cellName(trial.grid, cell));
  return { cost, kpis: estimateKpis(gathered.sections), missed };
}

/** The busiest half hour's staff all day, by role. */
export const peakOf = (counts: HeadCount, steps: number): HeadCount =>
  Int32Array.from(counts, (_, cell) => {
    const from = Math.floor(cell / steps) * steps;
    return Math.max(...counts.subarray(from, from + steps));
  });

/** What a plan costs whose contracts nobody wrote down: its paid hours at the first contract of each role, unpaid breaks left out. */
export function priceOf(plan: Plan, contracts: Contracts): number {
  return plan.roster.reduce((sum, shift) => {
    const contract = contracts.contracts.find(({ role }) => role === shift.role);
    const off = shift.breaks.reduce((ms, { from, to }) => ms + msOfClock(to) - msOfClock(from), 0);
    const paidMs = msOfClock(shift.to) - msOfClock(shift.from) - (contract?.breaks[0]?.paid === true ? 0 : off);
    return sum + shift.count * (contract?.costPerHour ?? 0) * (paidMs / hourMs);
  }, 0);
}
