import { expect, it } from 'vitest';
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

it('loads simjs outside a browser and runs its kernel without losing an event', () => {
  expect('window' in globalThis).toBe(false);
  const sim = new Sim();
  const clock = sim.addEntity(Clock, 'clock', 3);
  expect(sim.simulate(Number.MAX_SAFE_INTEGER, 100)).toBe(true);
  expect(clock.rang).toEqual([60_000, 120_000, 180_000]);
});

it('says when the events were not enough, and goes on from there', () => {
  const sim = new Sim();
  const clock = sim.addEntity(Clock, 'clock', 3);
  expect(sim.simulate(Number.MAX_SAFE_INTEGER, 2)).toBe(false);
  expect(sim.simulate(Number.MAX_SAFE_INTEGER, 100)).toBe(true);
  expect(clock.rang).toEqual([60_000, 120_000, 180_000]);
});
