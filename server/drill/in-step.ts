import { Entity, type Sim } from '../../simulator/drill/simjs-loader.ts';

/** Strikes again and again. */
class Beat extends Entity {
  start(everyMs: number, struck: () => void): void {
    this.setTimer(everyMs).done(() => {
      struck();
      this.start(everyMs, struck);
    });
  }
}

/**
 * Runs a simulation in step with the world: after each `everyMs` of its time it waits until `reached` resolves; false ends it. What
 * happens within a step happens at its beginning. Event by event, since simjs drops the first event past the end of a stretch.
 */
export async function runInStep(
  sim: InstanceType<typeof Sim>,
  everyMs: number,
  reached: (drillMs: number) => Promise<boolean>,
): Promise<void> {
  let struck = false;
  sim.addEntity(Beat, 'beat', everyMs, () => {
    struck = true;
  });
  do {
    struck = false;
    while (!struck) sim.simulate(Number.MAX_SAFE_INTEGER, 1);
  } while (await reached(sim.time()));
}
