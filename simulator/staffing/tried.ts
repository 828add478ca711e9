import type { Plan } from '../lobby/branch/plan.ts';
import type { Asked } from './lean-skills.ts';
import type { BackOffice } from './roster/back-office.ts';
import type { DayRoster, WorkedShift } from './roster/solve-day.ts';

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

/** Solves the day for what is asked; `what` is told meanwhile. */
export type Solve = (asked: Asked, what: string) => Promise<DayRoster>;

/** A roster as a plan, tried on the search's tapes. */
export type Planned = (roster: DayRoster, days?: number) => Promise<Tried>;

/** A roster, and what it was asked for. */
export interface Found extends Asked {
  readonly best: Tried;
}
