import { headCountOf } from './contracts/roster-plan.ts';
import type { RosterSpace } from './contracts/roster-space.ts';
import { hasRoom } from './head-count.ts';
import type { Trial } from './trial.ts';
import type { Found, Planned, Solve, Tried } from './tried.ts';
import { freshFrom, guardOf, lookGuarded, type Verified } from './verify.ts';

const mostRepairs = 8;

/** Fresh tapes; a half hour that does not surely hold there gets one more. */
export async function freshen(
  trial: Trial,
  space: RosterSpace,
  first: Found,
  { days, progress }: { readonly days: number; readonly progress: (text: string) => void },
  solve: Solve,
  planned: Planned,
): Promise<{ best: Tried; verified: Verified }> {
  const { grid } = trial;
  let { best, need } = first;
  let firstDay = freshFrom;
  let added = 0;
  let guarded = 0;
  let costBefore = best.cost;
  for (let round = 1; ; round++) {
    progress(`trying the roster on fresh days, round ${round}`);
    const { tried, holds, open } = await lookGuarded(trial, best.plan, firstDay, days);
    const counts = headCountOf(space, best.worked, need, best.backOffice);
    const addable = [...tried.failing, ...open].filter((cell) => hasRoom(grid, counts, cell));
    if (guarded === 0) costBefore = best.cost;
    const verified = { ...tried, holds, firstDay, added, ...guardOf(trial, guarded, holds && open.length === 0, costBefore) };
    if (addable.length === 0 || round === mostRepairs) return { best, verified };
    need = Int32Array.from(need, (one, cell) => (addable.includes(cell) ? Math.max(one, counts[cell]! + 1) : one));
    if (holds) guarded += addable.length;
    else added += addable.length;
    const roster = await solve({ ...first, need }, `roster with ${added + guarded} more`);
    if (roster.worked === null || roster.gives.length > 0) return { best, verified };
    best = await planned(roster);
    firstDay += tried.days;
  }
}
