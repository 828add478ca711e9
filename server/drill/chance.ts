import { Stream } from '../../simulator/workload/streams.ts';

/** What people of the drill decide as they go along, from one seed. */
export class Chance {
  private readonly stream = new Stream();

  constructor(seed: number) {
    this.stream.startFrom(seed, 0x9e3779b9, 0x243f6a88, 0xb7e15162);
  }

  /** True with this probability. */
  happens(share: number): boolean {
    return this.stream.uniform() < share;
  }

  /** Evenly between the two, ms. */
  between(fromMs: number, toMs: number): number {
    return Math.round(fromMs + (toMs - fromMs) * this.stream.uniform());
  }

  /** About so long: from half to one and a half of it. */
  about(ms: number): number {
    return this.between(ms / 2, 1.5 * ms);
  }

  one<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(list.length * this.stream.uniform())];
  }
}
