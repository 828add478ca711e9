import { addAllTo, type Sketch } from '../../lobby/kpi/sketch.ts';

const usualRoom = 1024;

/**
 * Waits on their way into a sketch. A study adds each day to another of its sketches, and a day's counts are spread over more
 * memory than stays in the processor's nearest cache; some days together find it there.
 */
export class GatheredWaits {
  /** Those gathered are the first `count`. */
  ms: Float64Array = new Float64Array(0);
  count = 0;

  /** Makes room behind those gathered, which go into the sketch where that is needed. */
  makeRoom(more: number, sketch: Sketch): void {
    if (this.count + more <= this.ms.length) return;
    this.drain(sketch);
    if (more > this.ms.length) this.ms = new Float64Array(Math.max(usualRoom, 2 * more));
  }

  drain(sketch: Sketch): void {
    addAllTo(sketch, this.ms, this.count);
    this.count = 0;
  }
}
