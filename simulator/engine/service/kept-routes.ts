import type { Way } from '../customers/way.ts';

/** Ways that a greeting policy gave by who is open and who assists alone: good until somebody opens, closes, pauses or comes back. */
export class KeptRoutes {
  declare private readonly ways: (Way | null)[];
  /** The era in which each was kept. */
  declare private readonly keptIn: Uint32Array;
  private era = 0;
  private turns = -1;
  private assistPlaces = -1;

  constructor(count: number) {
    this.ways = new Array(count).fill(null);
    this.keptIn = new Uint32Array(count);
  }

  /** What was kept at a place, if it is still good; `turns` and `assistPlaces` as they are now. */
  find(at: number, turns: number, assistPlaces: number): Way | null {
    if (this.turns !== turns || this.assistPlaces !== assistPlaces) {
      this.era++;
      this.turns = turns;
      this.assistPlaces = assistPlaces;
    }
    return this.keptIn[at] === this.era ? this.ways[at]! : null;
  }

  keep(at: number, way: Way): void {
    this.ways[at] = way;
    this.keptIn[at] = this.era;
  }
}
