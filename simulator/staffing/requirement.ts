import { lowerBounds } from './bound.ts';
import type { CellCut } from './contracts/roster-space.ts';
import { rowOfAny } from './contracts/skill-groups.ts';
import { molStart } from './erlang-start.ts';
import { type StaffGrid, staffGrid } from './grid.ts';
import type { HeadCount } from './head-count.ts';
import { type Asked, leanSkills } from './lean-skills.ts';
import { repair, trim } from './search.ts';
import type { Trial } from './trial.ts';
import { type Window, windowBounds, windowCuts } from './windows.ts';

/** Days of the search's own tapes. */
export const searchDays = 160;
/** The bound needs fewer: with fewer days less is sure to fail, so it is lower, not wrong. */
const boundDays = 64;

/** What a search over head-counts found. */
export interface Requirement {
  /** Holds on the search's tapes. */
  readonly counts: HeadCount;
  /** What follows is by role: of people who can all do everything. */
  readonly byRole: Trial;
  readonly bounds: HeadCount;
  /** Stretches that need more than the bounds of their half hours. */
  readonly windows: readonly Window[];
  /** The same as a roster is asked for it. */
  readonly least: Asked;
  /** Where contracts tell skills apart: what may do for people of several skills. */
  readonly leaner: readonly Asked[];
}

/** The fewest servers of each half hour that hold the targets on the search's tapes. */
export async function requirementFor(trial: Trial, progress: (text: string) => void): Promise<Requirement> {
  const { model, profile, grid } = trial;
  const byRole = grid.skills.some((skills) => skills !== null) ? { ...trial, grid: staffGrid(model, profile) } : trial;
  const counts = await startFor(byRole, progress);
  const bounds = await lowerBounds(byRole, counts, boundDays, (done, of) => progress(`lower bound of half hour ${done} of ${of}`));
  await trim(byRole, counts, bounds, searchDays, (tried) => progress(`taking staff away: ${tried} plans tried`));
  const windows = await windowBounds(byRole, bounds, boundDays, (done, of) => progress(`lower bounds together, ${done} of ${of}`));
  if (byRole === trial)
    return { counts, byRole, bounds, windows, least: { need: bounds, cuts: windowCuts(windows, bounds) }, leaner: [] };

  const bySkill = await startFor(trial, progress);
  const one = bySkill.map((count) => Math.min(1, count));
  await trim(trial, bySkill, one, searchDays, (tried) => progress(`taking staff of a skill away: ${tried} plans tried`));
  const least = { need: new Int32Array(bySkill.length), cuts: boundCuts(grid, byRole.grid, bounds, windows) };
  return { counts: bySkill, byRole, bounds, windows, least, leaner: leanSkills(grid, bySkill, byRole.grid, counts) };
}

async function startFor(trial: Trial, progress: (text: string) => void): Promise<HeadCount> {
  const { model, profile, grid, targets } = trial;
  const goals = targets.map(({ goal }) => goal);
  const counts = molStart(model, profile, grid, goals);
  progress('adding staff where a half hour fails');
  await repair(trial, counts, searchDays);
  return counts;
}

/** Lower bounds of roles as rows over all their people, whatever their skills: everybody able to do all would still need so many. */
function boundCuts(grid: StaffGrid, byRole: StaffGrid, bounds: HeadCount, windows: readonly Window[]): CellCut[] {
  const { steps } = grid;
  const place = (cell: number): number => rowOfAny(grid, byRole.roles[Math.floor(cell / steps)]!) * steps + (cell % steps);
  const single = Array.from(bounds, (least, cell) => ({ name: `least ${cell}`, terms: [{ cell, factor: 1 }], least }));
  return [...single, ...windowCuts(windows, bounds)].map((cut) => ({
    ...cut,
    terms: cut.terms.map(({ cell, factor }) => ({ cell: place(cell), factor })),
  }));
}
