import { meansOf } from './erlang-c.ts';

/** An open network of M/M/c stations; `routing[i][j]`: probability of going from i to j, the rest leaves. */
export interface OpenNetwork {
  readonly stations: readonly { readonly servers: number; readonly mu: number }[];
  /** From outside, by station. */
  readonly arrivals: readonly number[];
  readonly routing: readonly (readonly number[])[];
}

/**
 * Mean time from entering the network to leaving it: Σ L_i / Σ a_i, each station an M/M/c of its own at the total rate through it.
 * Infinite when a station cannot bear its rate. (Jackson 1957; Little.)
 */
export function sojournTime(network: OpenNetwork): number {
  const through = ratesThrough(network);
  const inside = network.stations.reduce(
    (sum, station, at) => sum + (through[at]! > 0 ? meansOf({ ...station, lam: through[at]! }).L : 0),
    0,
  );
  return inside / network.arrivals.reduce((sum, rate) => sum + rate, 0);
}

/** Rate through each station: λ = a + λP, by repeated substitution: in an open network everybody leaves in the end, so it converges. */
export function ratesThrough({ arrivals, routing }: OpenNetwork): number[] {
  let rates = [...arrivals];
  for (let round = 0; round < 100_000; round++) {
    const next = arrivals.map((from, j) => rates.reduce((sum, rate, i) => sum + rate * routing[i]![j]!, from));
    const moved = Math.max(...next.map((rate, at) => Math.abs(rate - rates[at]!)));
    rates = next;
    if (moved <= 1e-15 * Math.max(...rates)) break;
  }
  return rates;
}
