import type { HeadCount } from '../head-count.ts';

/** In one of these half hours at least so many must be at work; said of all plans that hold. */
export type LeastOne = readonly { readonly cell: number; readonly least: number }[];

/** Asked whether a head-count is bad. */
export type IsBad = (counts: HeadCount) => Promise<boolean>;

/** Half hours after a failing one that still matter to it: who came in it may be served in them. */
const after = 2;

/**
 * From a head-count that is bad in a half hour to as large a one as is still bad (a maximal infeasible point): whoever holds has more than that
 * somewhere. First few half hours around the failing one with all stations staffed elsewhere, then each raised as far as it stays bad.
 */
export async function largestBad(bad: HeadCount, cell: number, all: HeadCount, steps: number, isBad: IsBad): Promise<HeadCount> {
  let largest = await smallestStretch(bad, cell, all, steps, isBad);
  const open = Array.from(all.keys())
    .filter((one) => largest[one]! < all[one]!)
    .sort((a, b) => Math.abs(b - cell) - Math.abs(a - cell));
  for (const one of open) {
    const without = largest.with(one, all[one]!);
    if (open.length > 1 && (await isBad(without))) {
      largest = without;
      continue;
    }
    while (largest[one]! < all[one]!) {
      const more = largest.with(one, largest[one]! + 1);
      if (!(await isBad(more))) break;
      largest = more;
    }
  }
  return largest;
}

async function smallestStretch(bad: HeadCount, cell: number, all: HeadCount, steps: number, isBad: IsBad): Promise<HeadCount> {
  const begins = Math.floor(cell / steps) * steps;
  const ends = Math.min(begins + steps - 1, cell + after);
  let first = cell;
  let last = cell;
  for (let turn = 0; ; turn++) {
    const stretch = Int32Array.from(all, (most, one) => (one >= first && one <= last ? bad[one]! : most));
    if (await isBad(stretch)) return stretch;
    if (first === begins && last === ends) return bad;
    if (first === begins || (turn % 3 === 1 && last < ends)) last++;
    else first--;
  }
}

/** What a head-count with which no plan holds says of those that do. */
export const moreThan = (counts: HeadCount, all: HeadCount): LeastOne =>
  Array.from(counts.keys())
    .filter((cell) => counts[cell]! < all[cell]!)
    .map((cell) => ({ cell, least: counts[cell]! + 1 }));
