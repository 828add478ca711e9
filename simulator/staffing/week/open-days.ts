import type { Run } from '../../engine/run.ts';
import type { Model } from '../../workload/model.ts';
import { hoursOn } from '../../workload/opening.ts';
import { checkContracts } from '../contracts/check-contracts.ts';
import type { Contracts } from '../contracts/contracts.ts';
import { type RosterSpace, rosterSpace } from '../contracts/roster-space.ts';
import { staffGrid } from '../grid.ts';
import { type Requirement, requirementFor } from '../requirement.ts';
import type { Target } from '../target.ts';
import type { Trial } from '../trial.ts';

/** A day of the week as it is searched and solved. */
export interface OpenDay {
  readonly weekday: number;
  readonly trial: Trial;
  readonly space: RosterSpace;
}

/** What a week is searched with. */
interface WeekSearch {
  readonly model: Model;
  readonly targets: readonly Target[];
  readonly seed: number;
  readonly run: Run;
  readonly contracts: Contracts;
}

/** Days of the week on which the branch is open and somebody is expected. */
export function openDays({ model, targets, seed, run, contracts }: WeekSearch): OpenDay[] {
  checkContracts(model.branch, contracts);
  return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
    const found = model.arrivals.find(({ days }) => days.includes(weekday as 1));
    if (!found || hoursOn(model.branch, weekday).length === 0) return [];
    const profile = { ...found, days: [weekday] };
    const ofDay: Model = { ...model, arrivals: model.arrivals.map((one) => (one === found ? profile : one)) };
    const grid = staffGrid(ofDay, profile, contracts);
    return [{ weekday, trial: { model: ofDay, profile, grid, targets, seed, run }, space: rosterSpace(contracts, grid) }];
  });
}

/** What days of one profile and the same hours have in common is found out once, all such kinds of day at a time. */
export async function byKindOfDay<Day extends OpenDay, Found>(
  open: readonly Day[],
  find: (day: Day, at: number) => Promise<Found>,
): Promise<Found[]> {
  const known = new Map<string, Promise<Found>>();
  const all = open.map((day, at) => {
    const { profile, grid } = day.trial;
    const key = `${profile.id} ${grid.fromMs} ${grid.toMs}`;
    const one = known.get(key) ?? find(day, at);
    known.set(key, one);
    return one;
  });
  return Promise.all(all);
}

export const requirements = (open: readonly OpenDay[], progress: (text: string) => void): Promise<Requirement[]> =>
  byKindOfDay(open, ({ trial, weekday }) => requirementFor(trial, (text) => progress(`day ${weekday} of the week: ${text}`)));
