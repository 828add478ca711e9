import { Entity } from './simjs-loader.ts';

/** How a drill keeps step with the world outside. */
export interface Pace {
  /** How often it looks at the clock, ms of the drill. */
  readonly stepMs: number;
  /** From here on, ms after midnight, it need not wait. */
  readonly untilMs: number;
  /** Resolves when the drill may go on beyond this moment, ms after midnight; rejects when it shall stop. */
  reached(drillMs: number): Promise<void>;
}

/** Holds the drill back until the clock outside has come as far. What happens in a step happens at its beginning. */
export class Pacer extends Entity {
  pause: Promise<void> | null = null;

  start(pace: Pace): void {
    this.setTimer(pace.stepMs).done(() => {
      this.pause = pace.reached(this.time()).then(() => {
        this.pause = null;
        if (this.time() < pace.untilMs) this.start(pace);
      });
    });
  }
}
