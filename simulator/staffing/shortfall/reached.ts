import type { Goal } from '../../engine/results/goal.ts';
import { countedBy, countingGoals } from '../../engine/results/goal-count.ts';
import type { Plan } from '../../lobby/branch/plan.ts';
import { cellName, type NamedCell } from '../baselines.ts';
import type { Limits } from '../elastic/advice.ts';
import type { Target } from '../target.ts';
import type { Trial } from '../trial.ts';
import type { Verified } from '../verify.ts';

/** What a plan that does not hold a target reaches. */
export interface Reached {
  readonly target: string;
  /** The half hour that is furthest off. */
  readonly worst: NamedCell;
  /** Reached there, with 95 % limits: a share (in time, or of days, or who leave), or a mean wait in ms. */
  readonly value: Limits;
  readonly asked: number;
  readonly unit: 'share-in-time' | 'share-of-days' | 'share-who-leave' | 'mean-wait-ms';
  /** The same target made softer until the plan surely holds it in every half hour; null where none tried does. */
  readonly holds: string | null;
}

/** Factors by which a limit is made longer. */
const factors = [1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 6, 10, 20] as const;
const z95 = 1.96;

/** Runs the plan on the fresh days of its verification and says how near it comes to each target that it does not surely hold. */
export async function reachedBy(trial: Trial, plan: Plan, verified: Pick<Verified, 'firstDay' | 'days' | 'z'>): Promise<Reached[]> {
  const { model, profile, grid, seed, run, targets } = trial;
  const ladders = targets.map((target) => softer(target));
  const goals = targets.flatMap(({ goal }, at) => [goal, ...countingGoals(goal), ...ladders[at]!.map((one) => one.goal)]);
  const { firstDay, days } = verified;
  const job = { model, profile: profile.id, plans: [plan], seed, firstDay, days, sections: 1 };
  const [result] = await run({ ...job, goals: { grid: grid.cells, goals } });
  const { sum, squares, came } = result!.cells!;
  const size = grid.roles.length * grid.steps;
  const meanOf = (goal: number, cell: number): number => sum[goal * size + cell]! / days;
  const errorOf = (goal: number, cell: number): number => {
    const mean = meanOf(goal, cell);
    return Math.sqrt(Math.max(0, squares[goal * size + cell]! / days - mean * mean) / Math.max(1, days - 1));
  };
  const visited = Array.from(came.keys()).filter((cell) => came[cell]! > 0);
  const sure = (goal: number): boolean => visited.every((cell) => meanOf(goal, cell) - verified.z * errorOf(goal, cell) >= 0);
  let first = 0;
  return targets.flatMap(({ goal, text }, at): Reached[] => {
    const own = first;
    first += 3 + ladders[at]!.length;
    if (sure(own)) return [];
    const inHand = (cell: number): number => meanOf(own, cell) / (errorOf(own, cell) + 1e-12);
    const worst = visited.reduce((low, cell) => (inHand(cell) < inHand(low) ? cell : low));
    const soft = ladders[at]!.findIndex((_, step) => sure(own + 3 + step));
    const people = Math.max(1e-9, countedBy(goal, meanOf(own + 1, worst), meanOf(own + 2, worst)));
    const about = attained(goal, meanOf(own, worst), z95 * errorOf(own, worst), people);
    return [{ target: text, worst: cellName(grid, worst), ...about, holds: soft < 0 ? null : ladders[at]![soft]!.text }];
  });
}

function attained(goal: Goal, mean: number, half: number, people: number): Pick<Reached, 'value' | 'asked' | 'unit'> {
  const isShare = goal.daysShare !== undefined || !(goal.measure === 'mean' || goal.measure === 'longest');
  const within = (one: number): number => Math.min(isShare ? 1 : Number.POSITIVE_INFINITY, Math.max(0, one));
  const limits = (value: number, width: number): Limits => ({
    value: within(value),
    low: within(value - width),
    high: within(value + width),
  });
  if (goal.daysShare !== undefined)
    return { value: limits(goal.daysShare + mean, half), asked: goal.daysShare, unit: 'share-of-days' };
  if (goal.measure === 'abandon')
    return { value: limits(goal.share - mean / people, half / people), asked: goal.share, unit: 'share-who-leave' };
  if (goal.measure === 'mean' || goal.measure === 'longest')
    return {
      value: limits(goal.limitMs * (1 - mean / people), (goal.limitMs * half) / people),
      asked: goal.limitMs,
      unit: 'mean-wait-ms',
    };
  return { value: limits(goal.share + mean / people, half / people), asked: goal.share, unit: 'share-in-time' };
}

/** The same target with longer limits, or more who may leave. */
function softer({ goal, text }: Target): Target[] {
  if (goal.measure === 'abandon')
    return factors.flatMap((factor) => {
      const share = Math.ceil(Math.max(0.01, goal.share) * factor * 100) / 100;
      return share < 1 ? [{ goal: { ...goal, share }, text: text.replace(/[\d.]+\s*%/, `${Math.round(100 * share)}%`) }] : [];
    });
  return factors.map((factor) => {
    const limitMs = Math.ceil((Math.max(60_000, goal.limitMs) * factor) / 60_000) * 60_000;
    const said = /(within\s*|<=\s*|≤\s*|<\s*)[\d.]+\s*(?:sec|s|min|h)\b/i;
    return { goal: { ...goal, limitMs }, text: text.replace(said, (_, before: string) => `${before}${limitMs / 60_000}min`) };
  });
}
