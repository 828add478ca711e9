import { lowerBounds } from './bound.ts';
import { molStart } from './erlang-start.ts';
import type { HeadCount } from './head-count.ts';
import { repair, trim } from './search.ts';
import type { Trial } from './trial.ts';
import { type Window, windowBounds } from './windows.ts';

/** Days of the search's own tapes. */
export const searchDays = 160;
/** The bound needs fewer: with fewer days less is sure to fail, so it is lower, not wrong. */
const boundDays = 64;

/** What a search over head-counts found. */
export interface Requirement {
  /** Holds on the search's tapes. */
  readonly counts: HeadCount;
  readonly bounds: HeadCount;
  /** Stretches that need more than the bounds of their half hours. */
  readonly windows: readonly Window[];
}

/** The fewest servers of each half hour that hold the targets on the search's tapes. */
export async function requirementFor(trial: Trial, progress: (text: string) => void): Promise<Requirement> {
  const { model, profile, grid, targets } = trial;
  const counts = molStart(
    model,
    profile,
    grid,
    targets.map(({ goal }) => goal),
  );
  progress('adding staff where a half hour fails');
  await repair(trial, counts, searchDays);
  const bounds = await lowerBounds(trial, counts, boundDays, (done, of) => progress(`lower bound of half hour ${done} of ${of}`));
  await trim(trial, counts, bounds, searchDays, (tried) => progress(`taking staff away: ${tried} plans tried`));
  const windows = await windowBounds(trial, bounds, boundDays, (done, of) => progress(`lower bounds together, ${done} of ${of}`));
  return { counts, bounds, windows };
}
