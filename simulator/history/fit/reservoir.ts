import { Stream } from '../../workload/streams.ts';

/** Values of a stream, all of them up to a limit, then a fair sample of that size (Vitter's algorithm R), the same every time. */
export class Reservoir {
  readonly values: number[] = [];
  /** How many there were. */
  seen = 0;
  private readonly most: number;
  private readonly stream = new Stream().start(20_261_122, 0, 'work');

  constructor(most: number) {
    this.most = most;
  }

  add(value: number): void {
    this.seen++;
    if (this.values.length < this.most) {
      this.values.push(value);
      return;
    }
    const at = Math.floor(this.stream.uniform() * this.seen);
    if (at < this.most) this.values[at] = value;
  }
}
