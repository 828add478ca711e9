import { commonStep } from '../through-the-day/common-step.ts';

/** A distribution on multiples of one step: [value, probability]. */
export type LatticeLaw = readonly (readonly [value: number, probability: number])[];

/** One server, gaps and services that take a few values only. */
export interface LatticeQueue {
  readonly interarrival: LatticeLaw;
  readonly service: LatticeLaw;
}

export interface LatticeWaits {
  /** Mean of the long run. */
  readonly WqStationary: number;
  /** Share that does not wait, in the long run. */
  readonly pNoWait: number;
  /** Mean over the first `customers`, the first of whom finds nobody. */
  readonly meanWaitFirst: number;
}

/**
 * The waits of a G/G/1 on a lattice, exactly: the distribution of W is carried from customer to customer by W' = (W + S − A)⁺
 * (Lindley 1952) until its mean moves no more. Infinite long-run mean when the load is 1 or more.
 */
export function latticeWaits({ interarrival, service }: LatticeQueue, customers: number): LatticeWaits {
  const step = commonStep([...interarrival, ...service].map(([value]) => value)) || 1;
  const move = stepLaw(interarrival, service, step);
  const drift = move.reduce((sum, [by, share]) => sum + by * share, 0);
  let law: Float64Array = Float64Array.of(1);
  let mean = 0;
  let early = 0;
  let moved = Number.POSITIVE_INFINITY;
  for (let customer = 0; customer < customers || (moved > atRest * (1 + mean) && drift < 0); customer++) {
    if (customer < customers) early += mean;
    law = carry(law, move);
    const next = law.reduce((sum, share, at) => sum + at * share, 0);
    moved = Math.abs(next - mean);
    mean = next;
  }
  return {
    WqStationary: drift < 0 ? mean * step : Number.POSITIVE_INFINITY,
    pNoWait: drift < 0 ? law[0]! : 0,
    meanWaitFirst: (early / customers) * step,
  };
}

/** Relative move of the mean at which the law has come to rest; rounding moves it less. */
const atRest = 1e-13;

/** The law of (S − A) in steps; it adds up to 1 even where the probabilities given do so only to their last digits. */
function stepLaw(interarrival: LatticeLaw, service: LatticeLaw, step: number): (readonly [number, number])[] {
  const law = new Map<number, number>();
  for (const [s, ps] of service)
    for (const [a, pa] of interarrival) {
      const by = Math.round((s - a) / step);
      law.set(by, (law.get(by) ?? 0) + ps * pa);
    }
  const sum = [...law.values()].reduce((total, share) => total + share, 0);
  return [...law].map(([by, share]) => [by, share / sum] as const);
}

function carry(law: Float64Array, move: readonly (readonly [number, number])[]): Float64Array {
  const most = Math.max(...move.map(([by]) => by));
  const next = new Float64Array(law.length + Math.max(0, most));
  for (let at = 0; at < law.length; at++) for (const [by, share] of move) next[Math.max(0, at + by)]! += law[at]! * share;
  let used = next.length;
  while (used > 1 && next[used - 1]! < 1e-18) used--;
  return next.subarray(0, used);
}
