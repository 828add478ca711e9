import { headCountOf } from './contracts/roster-plan.ts';
import type { CellCut, RosterSpace } from './contracts/roster-space.ts';
import { cutsFor } from './cuts.ts';
import type { Asked } from './lean-skills.ts';
import { judgePlan, type Trial } from './trial.ts';
import type { Found, Planned, Solve, Tried } from './tried.ts';
import { surelyHolds } from './verdict.ts';

const mostRounds = 8;

/** From the lower bounds up: cuts where a roster fails, until one holds or costs as much as the one there is. */
export async function improve(
  trial: Trial,
  space: RosterSpace,
  bounds: Asked,
  known: Tried,
  { searchDays, z }: { readonly searchDays: number; readonly z: number },
  solve: Solve,
  planned: Planned,
): Promise<{ bound: number | null; found: Found | null }> {
  let need = bounds.need;
  let cuts: readonly CellCut[] = bounds.cuts;
  let bound: number | null = null;
  for (let round = 0; round < mostRounds; round++) {
    const roster = await solve({ need, cuts }, round === 0 ? 'lower bound' : `roster with cuts of round ${round}`);
    if (round === 0) bound = roster.bound;
    if (roster.worked === null || roster.gives.length > 0 || roster.cost! >= known.cost - 1e-9) return { bound, found: null };
    const one = await planned(roster);
    if (one.holds) return { bound, found: { best: one, need, cuts } };
    // a cut speaks of people of one skill each
    if (trial.grid.skills.some((skills) => skills !== null)) return { bound, found: null };
    const counts = headCountOf(space, roster.worked, need, roster.backOffice);
    const verdict = await judgePlan(trial, one.plan, searchDays);
    const failing = Array.from(counts.keys()).filter((cell) => !surelyHolds(verdict, cell, z));
    const more = await cutsFor(trial, counts, verdict, failing, z, searchDays);
    // where nobody more would help at once, the half hour itself gets one more
    const helped = new Set(more.flatMap(({ terms }) => terms.map(({ cell }) => cell)));
    need = Int32Array.from(need, (one, cell) =>
      failing.includes(cell) && !helped.has(cell)
        ? Math.min(counts[cell]! + 1, trial.grid.most[Math.floor(cell / trial.grid.steps)]!)
        : one,
    );
    cuts = [...cuts, ...more];
  }
  return { bound, found: null };
}
