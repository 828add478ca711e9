import { expect, it } from 'vitest';
import { runToEnd } from '../../../simulator/drill/run-to-end.ts';
import { Entity, Sim } from '../../../simulator/drill/simjs-loader.ts';

/** Counts to three, a minute apart, and cancels a timer on the way. */
class Clock extends Entity {
  readonly rang: number[] = [];

  start(times: number): void {
    if (times === 0) return;
    const never = this.setTimer(30_000).done(() => this.rang.push(-1));
    this.setTimer(60_000).done(() => {
      this.rang.push(this.time());
      this.start(times - 1);
    });
    never.cancel();
  }
}

it('loads simjs outside a browser and runs its kernel event by event without losing one', async () => {
  expect('window' in globalThis).toBe(false);
  const sim = new Sim();
  const clock = sim.addEntity(Clock, 'clock', 3);
  expect(await runToEnd(sim, 100, () => null)).toBe(true);
  expect(clock.rang).toEqual([60_000, 120_000, 180_000]);
});

it('waits for what an event has begun, and for the events that come of it', async () => {
  const sim = new Sim();
  const clock = sim.addEntity(Clock, 'clock', 1);
  let turn: Promise<void> | null = null;
  clock.setTimer(60_000).done(() => {
    turn = new Promise((resolve) => setImmediate(resolve)).then(() => {
      turn = null;
      clock.start(1);
    });
  });
  expect(await runToEnd(sim, 100, () => turn)).toBe(true);
  expect(clock.rang).toEqual([60_000, 120_000]);
});

it('says when the events were not enough', async () => {
  const sim = new Sim();
  sim.addEntity(Clock, 'clock', 1_000);
  expect(await runToEnd(sim, 6, () => null)).toBe(false);
});
