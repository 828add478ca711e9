import type { KpiEstimates } from '../../engine/results/study.ts';
import type { Names } from '../../lobby/branch/names.ts';
import type { Plan, Shift } from '../../lobby/branch/plan.ts';
import type { ElasticRule } from '../../lobby/branch/rules.ts';
import type { Role } from '../../lobby/branch/service.ts';
import type { Baseline, NamedCell } from '../baselines.ts';
import type { Change } from '../changes.ts';
import type { Limits } from '../elastic/advice.ts';
import type { Concession } from '../milp/give-way.ts';
import type { FrontierPoint } from '../recommendation.ts';
import type { Risk } from '../risks.ts';

/** One day of a week. */
export interface DayOfWeek {
  /** ISO, Monday 1. */
  readonly weekday: number;
  readonly requirement: readonly { role: Role; from: string; to: string; count: number }[];
  readonly plan: Plan;
  /** The plan of the busiest of such days, with those on call at work; absent where nobody stands by. */
  readonly called?: Plan;
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

/** A person in the back office for a while. */
export interface OfficeShift {
  readonly weekday: number;
  readonly person: string;
  readonly from: string;
  readonly to: string;
}

/** What was found about elastic rules of a week: the days on which they pay, or that they pay on none. */
export interface WeekElastic {
  /** Rules in force, by day; empty when none pays. */
  readonly days: readonly { readonly weekday: number; readonly rules: readonly ElasticRule[] }[];
  /** A week, net of what opening costs, with 95 % limits; null where nothing was worth a full try. */
  readonly saves: Limits | null;
  readonly opening: Limits | null;
  readonly reason: Names;
}

/** What was found about people on call in a week. */
export interface WeekOnCall {
  /** Who stands by when; empty where that is no cheaper. */
  readonly standingBy: readonly WeekShift[];
  /** Share of days, the busiest, on which they are called. */
  readonly calledOn: number;
  /** A week, in the mean. */
  readonly saves: number;
  readonly reason: Names;
}

export interface WeekRecommendation {
  readonly target: string;
  readonly roster: readonly WeekShift[];
  readonly days: readonly DayOfWeek[];
  /** Of the week: wages, overtime, stations that elastic rules open, calls, and the prices of wishes, unfairness and missing people. */
  readonly cost: number;
  readonly costUnit: string;
  readonly bound: number | null;
  readonly gap: number | null;
  /** Of the last roster against its own program: what the solver left undone. */
  readonly solverGap: number | null;
  /** Kept before the search was done: tried on few days, without a bound. */
  readonly stopped: boolean;
  readonly verified: { readonly holds: boolean; readonly confidence: number; readonly seed: number };
  /** Hours surely worked and days at work or standing by. */
  readonly people: readonly { readonly id: string; readonly hours: number; readonly days: number }[];
  readonly gives: readonly Concession[];
  /** Who does back-office work when, of contracts that value it; their cost is net of what it is worth. Absent: nobody does. */
  readonly backOffice?: readonly OfficeShift[];
  /** Absent where nobody of the back office may help. */
  readonly elastic?: WeekElastic;
  /** Absent where no contract is on call, or days are all alike. */
  readonly onCall?: WeekOnCall;
  /** Other weeks by what they cost and how long people wait, all on the same fresh days; absent when stopped by hand. */
  readonly frontier?: readonly FrontierPoint[];
}
