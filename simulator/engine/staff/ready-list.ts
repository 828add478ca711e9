const nobody = -1;

/** Who is ready, the longest ready first, then by position: a linked list over positions, so that nothing is allocated (SPEC S5). */
export class ReadyList {
  count = 0;
  first = nobody;
  declare readonly after: Int16Array;
  declare private readonly before: Int16Array;
  declare private readonly since: Float64Array;
  private last = nobody;

  /** `since` by position: since when ready, ms; kept by the owner. */
  constructor(since: Float64Array) {
    this.since = since;
    this.after = new Int16Array(since.length);
    this.before = new Int16Array(since.length);
  }

  clear(): void {
    this.count = 0;
    this.first = nobody;
    this.last = nobody;
  }

  /** Takes its place by since when it is ready; nearly always that is the end. */
  add(place: number): void {
    const mine = this.since[place]!;
    let before = this.last;
    while (before !== nobody && (this.since[before]! > mine || (this.since[before] === mine && before > place))) {
      before = this.before[before]!;
    }
    const after = before === nobody ? this.first : this.after[before]!;
    this.before[place] = before;
    this.after[place] = after;
    if (before === nobody) this.first = place;
    else this.after[before] = place;
    if (after === nobody) this.last = place;
    else this.before[after] = place;
    this.count++;
  }

  remove(place: number): void {
    const before = this.before[place]!;
    const after = this.after[place]!;
    if (before === nobody) this.first = after;
    else this.after[before] = after;
    if (after === nobody) this.last = before;
    else this.before[after] = before;
    this.count--;
  }
}
