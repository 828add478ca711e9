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

it('loads simjs outside a browser and runs its kernel in chunks without losing an event', () => {
  expect('window' in globalThis).toBe(false);
  const sim = new Sim();
  const clock = sim.addEntity(Clock, 'clock', 3);
  const paused: number[] = [];
  expect(runToEnd(sim, 2, 100, (nowMs) => paused.push(nowMs))).toBe(true);
  expect(clock.rang).toEqual([60_000, 120_000, 180_000]);
  expect(paused.length).toBeGreaterThan(0);
});

it('says when the chunks were not enough', () => {
  const sim = new Sim();
  sim.addEntity(Clock, 'clock', 1_000);
  expect(runToEnd(sim, 2, 3)).toBe(false);
});
