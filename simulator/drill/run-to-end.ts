import type { Sim } from './simjs.d.ts';

/**
 * Runs a simulation until no event is left, in chunks of events so that others may work in between. Never in chunks of time: simjs
 * drops the first event past the end of a chunk. False: `maxChunks` were not enough.
 */
export function runToEnd(
  sim: Sim,
  eventsPerChunk: number,
  maxChunks: number,
  between: (nowMs: number) => void = () => {},
): boolean {
  for (let chunk = 0; chunk < maxChunks; chunk++) {
    if (sim.simulate(Number.MAX_SAFE_INTEGER, eventsPerChunk)) return true;
    between(sim.time());
  }
  return false;
}
