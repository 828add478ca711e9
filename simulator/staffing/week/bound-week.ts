import type { Contracts } from '../contracts/contracts.ts';
import { leastWithFlex } from '../elastic/bounds.ts';
import { ordinaryBounds } from '../on-call/staged-heads.ts';
import type { Requirement } from '../requirement.ts';
import type { OpenDay } from './open-days.ts';
import { byKindOfDay } from './open-days.ts';
import type { AskedDay, SettledWeek } from './settle.ts';

/**
 * What each day needs at least, by a plan of the kind that was chosen for it: the same on all days, with elastic rules (as if the back office
 * stood at its stations all day for nothing), or with people called in on its busiest days.
 */
export async function leastOf(
  open: readonly OpenDay[],
  week: SettledWeek,
  required: readonly Requirement[],
  contracts: Contracts,
): Promise<AskedDay[]> {
  const ordinary = await byKindOfDay(
    week.days.map(({ day }) => day),
    async ({ busy, trial }, d) =>
      busy === undefined || trial.grid.skills.some((skills) => skills !== null) ? null : ordinaryBounds(trial, required[d]!.bounds),
  );
  return open.map((day, d): AskedDay => {
    const chosen = week.days[d]!.day;
    const { bounds, least } = required[d]!;
    if (chosen.trial !== day.trial) return { ...day, ...leastWithFlex(day.trial.grid, bounds, contracts.flexStaff) };
    if (chosen.busy === undefined) return { ...day, ...least };
    const need = ordinary[d] ?? new Int32Array(least.need.length);
    return { ...day, need, busy: { ...chosen.busy, need: least.need }, cuts: least.cuts };
  });
}
