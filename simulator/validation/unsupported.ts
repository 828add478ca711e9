const notOurs = 'not a queue of a lobby';

/** Kinds that are known and not answered, with the reason. */
export const unsupportedKinds: ReadonlyMap<string, string> = new Map([
  ['rng-mrg32k3a', 'the random numbers here are xoshiro128**, not MRG32k3a'],
  ['operational-network-open', notOurs],
  ['operational-network-two-class', notOurs],
  ['closed-network-mva', notOurs],
  ['ctmc-gas-station', notOurs],
  ['limited-processor-sharing', 'a lobby serves one need at a station: no processor sharing'],
  ['nurse-rostering-curtois', 'a hospital ward: its rules on runs of shifts are not those of a branch'],
]);
