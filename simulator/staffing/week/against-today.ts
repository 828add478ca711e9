import { type Baseline, baselineOf, priceOf } from '../baselines.ts';
import { type Change, changesFrom, planCounts } from '../changes.ts';
import type { Contracts } from '../contracts/contracts.ts';
import type { HeadCount } from '../head-count.ts';
import type { Trial } from '../trial.ts';
import type { Verified } from '../verify.ts';

/** Today's plan on the fresh days of a recommendation, and how they differ. `present`: people at work in each half hour. */
export async function againstToday(
  trial: Trial,
  contracts: Contracts,
  present: HeadCount,
  required: HeadCount,
  verified: Verified,
): Promise<{ readonly today?: Baseline; readonly changes: readonly Change[] }> {
  const { plan } = trial.model;
  if (plan === undefined) return { changes: [] };
  const today = await baselineOf(trial, plan, priceOf(plan, contracts), verified);
  return { today, changes: changesFrom(trial.grid, planCounts(trial.grid, plan), present, required, today.missed) };
}
