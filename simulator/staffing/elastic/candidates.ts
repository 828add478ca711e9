import type { ElasticRule } from '../../lobby/branch/rules.ts';
import type { FlexStaff } from '../contracts/contracts.ts';
import type { StaffGrid } from '../grid.ts';
import type { HeadCount } from '../head-count.ts';
import { stationsOf } from '../stations-of.ts';
import { rulesOf, type Trial } from '../trial.ts';

/** When a station is opened and closed: what a candidate rule may differ in. */
export interface Threshold {
  readonly openAtWaiting: number;
  readonly closeAtWaiting: number;
  readonly holdMs: number;
}

const minute = 60_000;
const minOpenMs = 15 * minute;

/** First thresholds to try: half as many waiting as there are people at the busiest time, as many, and twice as many. */
export function firstThresholds(grid: StaffGrid, counts: HeadCount, role: FlexStaff['role']): Threshold[] {
  const peak = Math.max(
    1,
    ...Array.from({ length: grid.steps }, (_, step) =>
      grid.roles.reduce((sum, one, row) => sum + (one === role ? counts[row * grid.steps + step]! : 0), 0),
    ),
  );
  const opens = [...new Set([0.5, 1, 2].map((part) => Math.max(2, Math.round(part * peak))))];
  return opens.map((openAtWaiting) => ({ openAtWaiting, closeAtWaiting: Math.floor(openAtWaiting / 3), holdMs: minute }));
}

/** Those near one that pays: held longer, and closed sooner or later. */
export const nearThresholds = (one: Threshold): Threshold[] => [
  { ...one, holdMs: 4 * minute },
  { ...one, closeAtWaiting: one.closeAtWaiting === 0 ? one.openAtWaiting - 1 : 0 },
];

/** Rules already in force, by the plan's or else the branch's word. */
export const rulesInForce = (trial: Trial): readonly ElasticRule[] => rulesOf(trial)?.elastic ?? trial.model.branch.rules.elastic;

/** Rules for the last stations of a role, which its roster fills last: one for each of the back office, the next at a longer queue. */
export function rulesFor(trial: Trial, flex: FlexStaff, { openAtWaiting, closeAtWaiting, holdMs }: Threshold): ElasticRule[] {
  const taken = new Set(rulesInForce(trial).map(({ station }) => station));
  const free = stationsOf(trial.model, flex.role, trial.profile.days[0]!).filter(({ id }) => !taken.has(id));
  // the first station is the roster's
  const last = free.slice(1).slice(-flex.people).reverse();
  return last.map(({ id }, at) => ({
    id: `flex-${id}`.slice(0, 40),
    station: id,
    openAtWaiting: openAtWaiting + at * Math.max(1, Math.ceil(openAtWaiting / 2)),
    closeAtWaiting,
    holdMs,
    minOpenMs,
    expiresMs: 5 * minute,
    costPerHour: flex.costPerHour,
  }));
}
