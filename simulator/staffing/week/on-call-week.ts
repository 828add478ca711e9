import type { Contracts } from '../contracts/contracts.ts';
import { withoutOnCall } from '../contracts/roster-space.ts';
import { busiest, stagedHeads } from '../on-call/staged-heads.ts';
import { type Requirement, searchDays } from '../requirement.ts';
import { byKindOfDay, type OpenDay } from './open-days.ts';
import type { AskedDay, SettledWeek } from './settle.ts';
import { standingBy } from './week-days.ts';
import type { WeekOnCall } from './week-recommendation.ts';

interface OnCallWeekOptions {
  readonly contracts: Contracts;
  readonly unit: string;
  readonly progress: (text: string) => void;
  readonly settle: (days: readonly AskedDay[]) => Promise<SettledWeek | null>;
}

/** Whether anybody named may stand by on some day on which it would be known whom to call. */
export const mayStandBy = ({ contracts, people }: Contracts, open: readonly OpenDay[]): boolean => {
  const onCall = contracts.filter(({ kind }) => kind === 'on-call').map(({ id }) => id);
  return (
    people.some((person) => person.contracts.some((id) => onCall.includes(id))) &&
    withoutOnCall({ contracts, people } as Contracts).contracts.length < contracts.length &&
    open.some(({ trial }) => trial.profile.dayFactorCv > 0)
  );
};

/**
 * A week with people on call: for each kind of day fewer on ordinary days and more on the busiest, one roster for both, tried together.
 * `without`: what the best week costs in which nobody stands by.
 */
export async function onCallWeek(
  open: readonly AskedDay[],
  required: readonly Requirement[],
  without: number,
  { contracts, progress, settle, unit }: OnCallWeekOptions,
): Promise<{ readonly advice: WeekOnCall; readonly week: SettledWeek | null }> {
  progress('fewer on ordinary days, people on call on the busiest');
  const roles = new Set(contracts.contracts.flatMap(({ kind, role }) => (kind === 'on-call' ? [role] : [])));
  const heads = await byKindOfDay(open, async ({ trial }, d) =>
    trial.profile.dayFactorCv === 0
      ? null
      : stagedHeads(trial, required[d]!.counts, (row) => roles.has(trial.grid.roles[row]!), searchDays),
  );
  const asked = open.map((day, d): AskedDay => {
    const head = heads[d];
    return head ? { ...day, need: head.ordinary, busy: { need: head.busy, share: busiest } } : day;
  });
  const week = await settle(asked);
  const standing = week === null ? [] : standingBy(open, week.roster.shifts!);
  const saves = week === null ? 0 : without - week.rosterCost;
  if (week === null || !week.holds || standing.length === 0 || saves <= 1e-6)
    return {
      week: null,
      advice: {
        standingBy: [],
        calledOn: busiest,
        saves: 0,
        reason: {
          zh: '试了安排待命人员：没有更省，故不安排。',
          en: 'People on call were tried: no cheaper week holds with them, so nobody stands by.',
        },
      },
    };
  const share = Math.round(100 * busiest);
  const people = new Set(standing.map(({ person }) => person)).size;
  return {
    week,
    advice: {
      standingBy: standing,
      calledOn: busiest,
      saves,
      reason: {
        zh: `${people} 人共待命 ${standing.length} 次，只在各营业日最忙的 ${share} % 叫来：平均一周省 ${saves.toFixed(0)} ${unit}，忙日与平日合起来经模拟核验。`,
        en: `${people} ${people === 1 ? 'person stands' : 'people stand'} by for ${standing.length} shifts, called only on the busiest ${share} % of such days: saves ${saves.toFixed(0)} ${unit} a week in the mean, busy and ordinary days verified together.`,
      },
    },
  };
}
