import type { Plan } from '../lobby/branch/plan.ts';
import type { BackOffice } from './roster/back-office.ts';
import type { WorkedShift } from './roster/solve-day.ts';

/** A roster that was tried: what it costs, and whether it holds on the search's tapes. */
export interface Tried {
  readonly plan: Plan;
  readonly worked: readonly WorkedShift[];
  readonly backOffice: readonly BackOffice[];
  /** Of the shifts, and of stations that elastic rules open. */
  readonly cost: number;
  /** Of the shifts alone. */
  readonly rosterCost: number;
  readonly holds: boolean;
}
