import type { ElasticRule } from '../../lobby/branch/rules.ts';
import type { Role } from '../../lobby/branch/service.ts';
import { hourMs } from '../../workload/clock.ts';
import type { FlexStaff } from '../contracts/contracts.ts';
import type { HeadCount } from '../head-count.ts';
import { trim } from '../search.ts';
import { judge, rulesOf, type Trial } from '../trial.ts';
import { firstThresholds, nearThresholds, rulesFor, rulesInForce, type Threshold } from './candidates.ts';

/** Who may open stations, and what an hour of the roster's own people costs. */
export interface ElasticTerms {
  readonly flexStaff: readonly FlexStaff[];
  readonly wageOf: (role: Role) => number;
  /** What a roster that covers a head-count costs: shifts have lengths and breaks, so it is more than the hours. */
  readonly rosterCost: (counts: HeadCount) => Promise<number>;
}

/** A rule that was tried with the head-count that then holds: money a day, by the hour of each role, less what opening costs. */
export interface TriedRules {
  readonly rules: readonly ElasticRule[];
  readonly saves: number;
}

export interface ElasticSearch {
  /** With the rules that seem to pay in force. */
  readonly trial: Trial;
  readonly rules: readonly ElasticRule[];
  /** Holds with them on the search's tapes. */
  readonly counts: HeadCount;
  /** How much dearer the station may be than the half hours saved. */
  readonly greed: number;
  readonly tried: readonly TriedRules[];
}

/** Nobody is taken away whose half hour costs less than the station then does; or so many times less, since a shift saved is longer. */
const greeds = [1, 2.5] as const;

/** The same search with more rules in force. */
export const withRules = (trial: Trial, rules: readonly ElasticRule[]): Trial => ({
  ...trial,
  rules: { ...rulesOf(trial), elastic: [...rulesInForce(trial), ...rules] },
});

/**
 * Elastic rules together with the head-count: for each role whose back office may help, thresholds are tried on common tapes, each with
 * as few of the roster's people as then still hold the targets; the one that saves most stays in force while the next role is tried.
 */
export async function searchElastic(
  trial: Trial,
  required: HeadCount,
  terms: ElasticTerms,
  days: number,
  progress: (text: string) => void,
): Promise<ElasticSearch> {
  const { grid } = trial;
  const stepHours = grid.stepMs / hourMs;
  const priceOf = (cell: number): number => terms.wageOf(grid.roles[Math.floor(cell / grid.steps)]!) * stepHours;
  const fewest = (counts: HeadCount, role: Role): HeadCount =>
    Int32Array.from(counts, (count, cell) => (grid.roles[Math.floor(cell / grid.steps)] === role ? Math.min(1, count) : count));
  const tried: TriedRules[] = [];
  let best: ElasticSearch = { trial, rules: [], counts: required, greed: 1, tried };
  for (const flex of terms.flexStaff) {
    if (!grid.roles.includes(flex.role)) continue;
    const before = best;
    const base = (await terms.rosterCost(before.counts)) + (await judge(before.trial, before.counts, days)).flexCost;
    let most = 0;
    let found: Threshold | null = null;
    const weigh = async (threshold: Threshold): Promise<void> => {
      const rules = rulesFor(before.trial, flex, threshold);
      if (rules.length === 0) return;
      progress(`elastic rule for ${flex.role}s: open at ${threshold.openAtWaiting} waiting, close at ${threshold.closeAtWaiting}`);
      const under = withRules(before.trial, rules);
      let saves = Number.NEGATIVE_INFINITY;
      for (const greed of greeds) {
        const counts = Int32Array.from(before.counts);
        await trim(
          under,
          counts,
          fewest(counts, flex.role),
          days,
          () => {},
          (cell) => greed * priceOf(cell),
        );
        const one = base - (await terms.rosterCost(counts)) - (await judge(under, counts, days)).flexCost;
        saves = Math.max(saves, one);
        if (one <= most) continue;
        most = one;
        found = threshold;
        best = { trial: under, rules: [...before.rules, ...rules], counts, greed, tried };
      }
      tried.push({ rules, saves });
    };
    for (const threshold of firstThresholds(grid, required, flex.role)) await weigh(threshold);
    if (found !== null) for (const threshold of nearThresholds(found)) await weigh(threshold);
  }
  if (best.rules.length === 0) return best;
  return { ...best, counts: await fewestUnder(best.trial, required, terms, best.greed, days) };
}

/**
 * As few as hold with the rules in force, from what holds without them: fewer days are kinder than the search's own, so it is begun again.
 * Nobody is taken away where the stations they open cost so much more than the half hour.
 */
export async function fewestUnder(
  trial: Trial,
  required: HeadCount,
  { flexStaff, wageOf }: Pick<ElasticTerms, 'flexStaff' | 'wageOf'>,
  greed: number,
  days: number,
): Promise<HeadCount> {
  const { roles, stepMs, steps } = trial.grid;
  const counts = Int32Array.from(required);
  await trim(
    trial,
    counts,
    fewestOfAll(roles, steps, counts, flexStaff),
    days,
    () => {},
    (cell) => greed * wageOf(roles[Math.floor(cell / steps)]!) * (stepMs / hourMs),
  );
  return counts;
}

const fewestOfAll = (roles: readonly Role[], steps: number, counts: HeadCount, flexStaff: readonly FlexStaff[]): HeadCount =>
  Int32Array.from(counts, (count, cell) =>
    flexStaff.some(({ role }) => role === roles[Math.floor(cell / steps)]) ? Math.min(1, count) : count,
  );
