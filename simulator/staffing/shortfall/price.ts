import type { RosterSpace, ShortPrices } from '../contracts/roster-space.ts';
import type { HeadCount } from '../head-count.ts';
import { judge, type Trial } from '../trial.ts';

/** How much dearer the worst half hour to be short in is than the least. */
const spread = 4;

/**
 * What it costs to be one person short in each half hour, and what to be two, by the simulator: in proportion to how far customers then miss the
 * targets, here and in the half hours after; and never less than the dearest shift, so that whoever can come is asked first.
 */
export async function shortPrices(trial: Trial, space: RosterSpace, required: HeadCount, days: number): Promise<ShortPrices> {
  const missedWith = async (cell: number, count: number): Promise<number> => {
    if (count < 0) return 0;
    const { mean } = await judge(trial, required.with(cell, count), days);
    return mean.reduce((sum, one) => sum + Math.max(0, -one), 0);
  };
  const one: number[] = [];
  const two: number[] = [];
  for (const [cell, count] of required.entries()) {
    one.push(await missedWith(cell, count - 1));
    two.push(Math.max(one[cell]!, (await missedWith(cell, count - 2)) - one[cell]!));
  }
  const worst = Math.max(1e-9, ...two);
  const dearest = Math.max(1, ...space.shifts.map(({ cost }) => cost));
  const priceOf = (missed: number): number => dearest * (1 + (spread * missed) / worst);
  return { first: Float64Array.from(one, priceOf), further: Float64Array.from(two, (missed) => 1.5 * priceOf(missed)) };
}
