import type { Plan, Shift } from '../../lobby/branch/plan.ts';
import type { Role } from '../../lobby/branch/service.ts';
import type { Model } from '../../workload/model.ts';
import { staffGrid } from '../grid.ts';
import { type HeadCount, planOf } from '../head-count.ts';
import { searchDays } from '../requirement.ts';
import { stationsOf } from '../stations-of.ts';
import { judge, judgePlan, type Trial } from '../trial.ts';
import { surelyHolds, type Verdict } from '../verdict.ts';

/** What a plan that does not hold would take. */
export interface Takes {
  /** More people, and when. */
  readonly people: readonly Shift[];
  /** More stations of a role; 0: none, or no number that was tried would do. */
  readonly stations: readonly { readonly role: Role; readonly more: number }[];
  /** Whether the targets then hold on the search's days. */
  readonly holds: boolean;
}

/** As in the search over head-counts. */
const z = 1.645;
const mostStations = 6;
const mostRounds = 4;
const allHold = (verdict: Verdict): boolean => verdict.mean.every((_, cell) => surelyHolds(verdict, cell, z));

/** `missing`: people short in each half hour; where nobody is short, the stations are too few, or nothing would do. */
export async function takesFor(trial: Trial, plan: Plan, missing: HeadCount, failing: readonly number[]): Promise<Takes> {
  const { grid } = trial;
  if (missing.some((count) => count > 0)) {
    const short = Int32Array.from(missing);
    for (let round = 1; ; round++) {
      const people = planOf(grid, short, 'missing', undefined).roster;
      const verdict = await judgePlan(trial, { ...plan, roster: [...plan.roster, ...people] }, searchDays);
      if (allHold(verdict) || round === mostRounds) return { people, stations: [], holds: allHold(verdict) };
      // who is short of a break or a handover there needs one more
      for (const cell of short.keys()) if (!surelyHolds(verdict, cell, z)) short[cell]!++;
    }
  }
  const roles = [...new Set(failing.map((cell) => grid.roles[Math.floor(cell / grid.steps)]!))].filter(
    (role) => role !== 'greeter',
  );
  for (let more = 1; more <= mostStations && roles.length > 0; more++) {
    const model = roles.reduce((one, role) => withStations(one, role, more, trial.profile.days[0]!), trial.model);
    const wider = staffGrid(model, trial.profile);
    const full = Int32Array.from(
      { length: wider.roles.length * wider.steps },
      (_, cell) => wider.most[Math.floor(cell / wider.steps)]!,
    );
    const verdict = await judge({ ...trial, model, grid: wider }, full, searchDays);
    if (allHold(verdict)) return { people: [], stations: roles.map((role) => ({ role, more })), holds: true };
  }
  return { people: [], stations: roles.map((role) => ({ role, more: 0 })), holds: false };
}

/** The branch with copies of the last station that a role works. */
function withStations(model: Model, role: Role, more: number, weekday: number): Model {
  const last = stationsOf(model, role, weekday).at(-1);
  if (last === undefined) return model;
  const copies = Array.from({ length: more }, (_, at) => ({ ...last, id: `${last.id}.${at + 1}`.slice(-40) }));
  return { ...model, branch: { ...model.branch, stations: [...model.branch.stations, ...copies] } };
}
