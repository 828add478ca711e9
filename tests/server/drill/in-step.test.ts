import { expect, it } from 'vitest';
import { runInStep } from '../../../server/drill/in-step.ts';
import { Entity, Sim } from '../../../simulator/drill/simjs-loader.ts';

/** Rings at these times. */
class Bell extends Entity {
  readonly rang: number[] = [];

  start(times: readonly number[]): void {
    for (const at of times) this.setTimer(at).done(() => this.rang.push(this.time()));
  }
}

it('keeps step: nothing of a later step happens before the world has come so far, and no event is lost', async () => {
  const sim = new Sim();
  const bell = sim.addEntity(Bell, 'bell', [1, 99, 100, 101, 250, 399]);
  const seen: number[] = [];
  await runInStep(sim, 100, async (drillMs) => {
    expect(Math.max(...bell.rang)).toBeLessThanOrEqual(drillMs);
    seen.push(drillMs);
    return drillMs < 400;
  });
  expect(seen).toEqual([100, 200, 300, 400]);
  expect(bell.rang).toEqual([1, 99, 100, 101, 250, 399]);
});
