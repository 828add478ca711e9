import type { Sim } from './simjs.d.ts';

/**
 * Runs a simulation until no event is left, one event at a time, and waits wherever an event has begun something that takes its
 * own time (`turn`). Never in chunks of time: simjs drops the first event past the end of a chunk. False: `mostEvents` were not
 * enough.
 */
export async function runToEnd(sim: Sim, mostEvents: number, turn: () => Promise<void> | null): Promise<boolean> {
  for (let events = 0; events < mostEvents; events++) {
    const empty = sim.simulate(Number.MAX_SAFE_INTEGER, 1);
    const underWay = turn();
    if (underWay !== null) await underWay;
    else if (empty) return true;
  }
  return false;
}
