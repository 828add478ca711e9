import type { Branch } from '../../lobby/branch/branch.ts';
import type { Walk } from './follow-tickets.ts';

/** What the walks of a customer say of their pace, as a multiple of each zone's own walk time. */
interface Bounds {
  readonly low: number;
  readonly high: number;
  /** Some walk was seen from end to end. */
  readonly seen: boolean;
}

/** A pace for each customer that gives every walk on record to the ms; the mean of the others, as near as may be, for who was not seen to walk. */
export function pacesOf(branch: Branch, walks: readonly (readonly Walk[])[]): readonly number[] {
  const bounds = walks.map((mine) => boundsOf(branch, mine));
  const seen = bounds.filter((one) => one.seen).map(middle);
  const usual = seen.length > 0 ? seen.reduce((sum, pace) => sum + pace, 0) / seen.length : 1;
  return bounds.map((one) => (one.seen ? middle(one) : Math.max(one.low, Math.min(usual, one.high))));
}

function boundsOf(branch: Branch, walks: readonly Walk[]): Bounds {
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let seen = false;
  for (const { leastMs, mostMs, station } of walks) {
    const zone = branch.stations.find(({ id }) => id === station)?.zone;
    const wholeMs = branch.zones.find(({ id }) => id === zone)?.walkMs ?? 0;
    if (wholeMs === 0) continue;
    // A walk is rounded to the ms.
    const exact = leastMs === mostMs;
    const from = Math.max(0, exact ? leastMs - 0.5 : leastMs) / wholeMs;
    const to = (exact ? mostMs + 0.5 : mostMs) / wholeMs;
    // Walks that no one pace explains: the first counts.
    if (from >= high || to <= low) continue;
    low = Math.max(low, from);
    high = Math.min(high, to);
    seen ||= exact;
  }
  return { low, high, seen };
}

const middle = ({ high, low }: Bounds): number => (low + high) / 2;
