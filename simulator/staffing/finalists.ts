import { kpiValues } from '../lobby/kpi/need/table.ts';
import { kimNelson } from '../theory/selection/kim-nelson.ts';
import type { Trial } from './trial.ts';
import type { Tried } from './tried.ts';

/** Rosters that cost so little more than the cheapest that waits may decide. */
const nearlyAsCheap = 1.003;
const mostFinalists = 4;
/** Days of one observation, first observations, and all there may be. */
const batchDays = 4;
const firstBatches = 20;
const mostBatches = 100;
const alpha = 0.05;
/** Mean waits that differ by less are alike. */
const indifferentMs = 5000;
/** Tapes of the choice: neither the search's nor those of the verification. */
const fromDay = 3_000_000;

/** Rosters that hold and cost nearly the same, the cheapest first. */
export function finalistsOf(tried: readonly Tried[], best: Tried): Tried[] {
  const seen = new Set<string>();
  return [best, ...tried]
    .filter(({ holds, cost, plan }) => {
      const key = JSON.stringify(plan.roster);
      if (!holds || cost > best.cost * nearlyAsCheap || seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .slice(0, mostFinalists);
}

/** The one of the shortest mean wait with 95 % (Kim & Nelson 2001): on common tapes, so that a roster is out after few of them. */
export async function bestOf(trial: Trial, finalists: readonly Tried[]): Promise<Tried> {
  if (finalists.length < 2) return finalists[0]!;
  const { model, profile, seed, run } = trial;
  const waits: number[][] = finalists.map(() => []);
  const observe = async (alive: readonly number[], from: number, batches: number): Promise<void> => {
    const days = batches * batchDays;
    const plans = alive.map((at) => finalists[at]!.plan);
    const firstDay = fromDay + from * batchDays;
    // day d is of section d mod sections, so a section is a batch of days spread over the run
    const results = await run({ model, profile: profile.id, plans, seed, firstDay, days, sections: batches });
    results.forEach(({ sections }, one) => {
      waits[alive[one]!]!.push(...sections.tallies.map((tally) => kpiValues(tally).waitMeanMs));
    });
  };
  let alive = finalists.map((_, at) => at);
  await observe(alive, 0, firstBatches);
  const { h2 } = kimNelson(finalists.length, firstBatches, alpha);
  const spread = finalists.map((_, i) => finalists.map((__, l) => varianceOfDifference(waits[i]!, waits[l]!)));
  for (let r = firstBatches; alive.length > 1; r += firstBatches) {
    const mean = (at: number): number => waits[at]!.slice(0, r).reduce((sum, wait) => sum + wait, 0) / r;
    const loses = (i: number): boolean =>
      alive.some((l) => {
        const w = Math.max(0, (indifferentMs / (2 * r)) * ((h2 * spread[i]![l]!) / indifferentMs ** 2 - r));
        return l !== i && mean(i) > mean(l) + w;
      });
    const left = alive.filter((i) => !loses(i));
    if (left.length > 0) alive = left;
    if (alive.length === 1 || r >= mostBatches) return finalists[alive.reduce((best, at) => (mean(at) < mean(best) ? at : best))]!;
    await observe(alive, r, firstBatches);
  }
  return finalists[alive[0]!]!;
}

function varianceOfDifference(a: readonly number[], b: readonly number[]): number {
  const differences = a.map((one, at) => one - b[at]!);
  const mean = differences.reduce((sum, one) => sum + one, 0) / differences.length;
  return differences.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (differences.length - 1);
}
