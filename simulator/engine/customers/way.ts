import type { Route } from '../../lobby/greeting/policy.ts';
import type { RouteReason } from '../../lobby/greeting/reason.ts';

/** A route with the positions of its line and mode. */
export interface Way extends Omit<Route, 'reason'> {
  readonly reason: RouteReason;
  readonly lineAt: number;
  readonly modeAt: number;
}
