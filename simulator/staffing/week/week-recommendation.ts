import type { KpiEstimates } from '../../engine/results/study.ts';
import type { Plan, Shift } from '../../lobby/branch/plan.ts';
import type { Role } from '../../lobby/branch/service.ts';
import type { Baseline, NamedCell } from '../baselines.ts';
import type { Change } from '../changes.ts';
import type { Concession } from '../milp/give-way.ts';
import type { Risk } from '../risks.ts';

/** One day of a week. */
export interface DayOfWeek {
  /** ISO, Monday 1. */
  readonly weekday: number;
  readonly requirement: readonly { role: Role; from: string; to: string; count: number }[];
  readonly plan: Plan;
  readonly kpis: KpiEstimates;
  readonly holds: boolean;
  readonly days: number;
  readonly failing: readonly NamedCell[];
  /** Today's plan on the same days; absent where the model has none. */
  readonly today?: Baseline;
  /** How today's plan differs, and why. */
  readonly changes: readonly Change[];
  readonly risks: readonly Risk[];
}

/** A shift of a person on a day of the week. */
export interface WeekShift extends Omit<Shift, 'person' | 'count'> {
  readonly weekday: number;
  readonly person: string;
}

export interface WeekRecommendation {
  readonly target: string;
  readonly roster: readonly WeekShift[];
  readonly days: readonly DayOfWeek[];
  /** Of the week: wages, overtime, and the prices of wishes, unfairness and missing people. */
  readonly cost: number;
  readonly costUnit: string;
  readonly bound: number | null;
  readonly gap: number | null;
  /** Of the last roster against its own program: what the solver left undone. */
  readonly solverGap: number | null;
  /** Kept before the search was done: tried on few days, without a bound. */
  readonly stopped: boolean;
  readonly verified: { readonly holds: boolean; readonly confidence: number; readonly seed: number };
  readonly people: readonly { readonly id: string; readonly hours: number; readonly days: number }[];
  readonly gives: readonly Concession[];
}
