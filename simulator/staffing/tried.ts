import type { Plan } from '../lobby/branch/plan.ts';
import type { WorkedShift } from './roster/solve-day.ts';

/** A roster that was tried: what it costs, and whether it holds on the search's tapes. */
export interface Tried {
  readonly plan: Plan;
  readonly worked: readonly WorkedShift[];
  readonly cost: number;
  readonly holds: boolean;
}
