import type { Run } from '../../engine/run.ts';
import type { Model } from '../../workload/model.ts';
import { hoursOn } from '../../workload/opening.ts';
import { checkContracts } from '../contracts/check-contracts.ts';
import type { Contracts } from '../contracts/contracts.ts';
import { type RosterSpace, rosterSpace, withoutOnCall } from '../contracts/roster-space.ts';
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
    return [
      { weekday, trial: { model: ofDay, profile, grid, targets, seed, run }, space: rosterSpace(withoutOnCall(contracts), grid) },
    ];
  });
}

/** Days of one profile and the same hours have one requirement. */
export async function requirements(open: readonly OpenDay[], progress: (text: string) => void): Promise<Requirement[]> {
  const known = new Map<string, ReturnType<typeof requirementFor>>();
  const all: Requirement[] = [];
  for (const { weekday, trial } of open) {
    const key = `${trial.profile.id} ${trial.grid.fromMs} ${trial.grid.toMs}`;
    const one = known.get(key) ?? requirementFor(trial, (text) => progress(`day ${weekday} of the week: ${text}`));
    known.set(key, one);
    all.push(await one);
  }
  return all;
}
