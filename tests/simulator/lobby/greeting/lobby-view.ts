import type { Route, RouteTicket, RouteView } from '../../../../simulator/lobby/greeting/policy.ts';
import { makeRouter, type policies } from '../../../../simulator/lobby/greeting/table.ts';
import { hasProblems } from '../../../../simulator/lobby/problem.ts';
import { smallBranch } from '../../../fixtures/branch.ts';

/** A lobby by station kind: open stations, ready ones of them, and who waits in each line. */
export interface Scene {
  readonly open?: Readonly<Record<string, number>>;
  readonly ready?: Readonly<Record<string, number>>;
  readonly waiting?: Readonly<Record<string, number>>;
  readonly assistPlaces?: number;
}

export const viewOf = ({ open = {}, ready = {}, waiting = {}, assistPlaces = 0 }: Scene): RouteView => ({
  open: ({ kind }) => open[kind] ?? 0,
  ready: ({ kind }) => ready[kind] ?? 0,
  waiting: (line) => waiting[smallBranch.lines[line]!.id] ?? 0,
  assistPlaces: () => assistPlaces,
});

/** Where a policy sends a ticket of the small branch. */
export function routed(
  id: keyof typeof policies,
  options: Record<string, unknown>,
  ticket: Partial<RouteTicket>,
  scene: Scene,
): Route | null {
  const made = makeRouter({ id, options }, smallBranch);
  if (hasProblems(made)) throw new Error(JSON.stringify(made.problems));
  return made.route({ service: 'cash', segment: 'normal', traits: [], ...ticket }, viewOf(scene));
}
