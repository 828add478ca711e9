import type { Goal } from './goal.ts';

const longMs = 1e12;

/** Two goals whose scores say together how many visits a goal is about; see `countedBy`. */
export function countingGoals(goal: Goal): readonly [Goal, Goal] {
  const { daysShare: _, ...plain } = goal;
  if (plain.measure === 'mean') return [{ ...plain, limitMs: longMs }, plain];
  if (plain.measure === 'longest') {
    const { services, segments, over } = plain;
    const all = { measure: 'quantile', limitMs: longMs, services, segments, over } as const;
    return [
      { ...all, share: 1 },
      { ...all, share: 0 },
    ];
  }
  return [
    { ...plain, share: 1 },
    { ...plain, share: 0 },
  ];
}

/** Visits, from the sums of scores of the two counting goals. */
export const countedBy = ({ measure }: Goal, one: number, other: number): number =>
  measure === 'mean' ? one : Math.abs(one - other);
