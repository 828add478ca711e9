import type { CellCut } from './contracts/roster-space.ts';
import { type HeadCount, hasRoom } from './head-count.ts';
import { judge, type Trial } from './trial.ts';
import type { Verdict } from './verdict.ts';

/** Half hours before a failing one whose staff are tried for it. */
const reach = 2;
/** Failing half hours that are cut off in one round, the worst first. */
const mostCells = 8;

/**
 * Cuts that a roster's failing half hours ask for: by how much one more person just then, or in the half hours before, would mend
 * each of them on the same tapes (Atlason, Epelman & Henderson 2008; Cezik & L'Ecuyer 2008). A person mends at most the whole of it.
 */
export async function cutsFor(
  trial: Trial,
  counts: HeadCount,
  verdict: Verdict,
  failing: readonly number[],
  z: number,
  days: number,
): Promise<CellCut[]> {
  const { steps } = trial.grid;
  const lack = (cell: number): number => z * verdict.error[cell]! - verdict.mean[cell]!;
  const worst = [...failing].sort((a, b) => lack(b) - lack(a)).slice(0, mostCells);
  const tried = new Map<number, Verdict>();
  const cuts: CellCut[] = [];
  for (const cell of worst) {
    const first = Math.max(Math.floor(cell / steps) * steps, cell - reach);
    const terms: { cell: number; factor: number }[] = [];
    for (let at = cell; at >= first; at--) {
      if (!hasRoom(trial.grid, counts, at)) continue;
      const more = tried.get(at) ?? (await judge(trial, counts.with(at, counts[at]! + 1), days));
      tried.set(at, more);
      const gain = (more.mean[cell]! - verdict.mean[cell]!) / lack(cell);
      // what is lost in the noise is no help
      if (gain > 0.02) terms.push({ cell: at, factor: Math.min(1, gain) });
    }
    const least = terms.reduce((sum, { cell: at, factor }) => sum + factor * counts[at]!, 0);
    if (terms.length > 0) cuts.push({ name: `service ${cell} of round with ${counts[cell]}`, terms, least: least + 1 });
  }
  return cuts;
}
