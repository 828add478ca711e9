import { countedBy, countingGoals } from '../../engine/results/goal-count.ts';
import { profileOf } from '../../engine/run.ts';
import { inlineRun } from '../../hosts/inline.ts';
import type { Plan } from '../../lobby/branch/plan.ts';
import type { Target } from '../../staffing/target.ts';
import { wholeDay } from '../../study/tuned-rules.ts';
import type { Model } from '../../workload/model.ts';

/** How a plan stands to a stated target over whole days. */
export interface Held {
  readonly target: string;
  /** Share of visits (of days, where it is said of days) in hand above what is asked, with 95 % limits; below 0 the target is missed. */
  readonly inHand: { readonly value: number; readonly low: number; readonly high: number };
  /** Null: not sure either way. */
  readonly holds: boolean | null;
}

/** Days that are enough to say so. */
const mostDays = 1000;
const z95 = 1.96;

/** Every plan against every target, on the days of the study. */
export async function targetsHeld(
  model: Model,
  plans: readonly Plan[],
  targets: readonly Target[],
  { seed, dayType, days }: { readonly seed: number; readonly dayType: string | undefined; readonly days: number },
): Promise<Held[][]> {
  const goals = targets.map(({ goal }) => goal);
  const used = Math.min(days, mostDays);
  const results = await inlineRun()({
    model,
    profile: profileOf(model, dayType).id,
    plans,
    seed,
    firstDay: 0,
    days: used,
    sections: 1,
    goals: { grid: wholeDay(model.branch), goals: [...goals, ...goals.flatMap(countingGoals)] },
  });
  return results.map(({ cells }) =>
    targets.map(({ goal, text }, at): Held => {
      const { squares, sum } = cells!;
      const of =
        goal.daysShare === undefined ? countedBy(goal, sum[goals.length + 2 * at]!, sum[goals.length + 2 * at + 1]!) : used;
      const spread = Math.max(0, squares[at]! - sum[at]! ** 2 / used) / Math.max(1, used - 1);
      const [value, half] = [sum[at]! / Math.max(1, of), (z95 * Math.sqrt(spread * used)) / Math.max(1, of)];
      const [low, high] = [value - half, value + half];
      return { target: text, inHand: { value, low, high }, holds: low >= 0 ? true : high < 0 ? false : null };
    }),
  );
}
