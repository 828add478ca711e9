import type { LineSource } from '../../lobby/calling/choose.ts';
import type { CallingRule } from '../../lobby/calling/make.ts';
import type { Tape } from '../../workload/tape.ts';
import { chooseAmong } from '../customers/choose-among.ts';
import { PatienceHeap } from '../customers/patience-heap.ts';
import { type Floor, mostBits, reaches } from '../floor/floor.ts';
import { fates, type Outcome } from '../results/outcome.ts';

const nobody = -1;

/** Who waits on a plain day (`PlainDay`): each line in order of arrival, and whoever looks at a line can serve all of it or nobody. */
export class PlainLines implements LineSource {
  declare readonly count: number;
  totalWaiting = 0;
  /** Nobody's patience ends before this; it may be earlier than the truth, never later. */
  noneLeavesBefore = Number.POSITIVE_INFINITY;
  declare private readonly stations: number;
  declare private readonly reach: Uint8Array;
  declare private readonly inRatio: Uint8Array;
  declare private readonly heads: Int32Array;
  declare private readonly tails: Int32Array;
  declare private readonly sizes: Int32Array;
  declare private readonly calls: Int32Array;
  private after: Int32Array = new Int32Array(0);
  /** Of the first of a line it says nothing. */
  private before: Int32Array = new Int32Array(0);
  private leavesAt: Float64Array = new Float64Array(0);
  private arrivalMs: Float64Array = new Float64Array(0);
  private readonly heap = new PatienceHeap();
  private reachFrom = 0;
  /** Bits of the lines in which somebody waits; of 32 lines and more some share a bit. */
  occupied = 0;

  constructor(floor: Floor) {
    this.stations = floor.stations;
    this.reach = floor.reach;
    this.inRatio = floor.inRatio;
    this.count = floor.lines;
    this.heads = new Int32Array(floor.lines);
    this.tails = new Int32Array(floor.lines);
    this.sizes = new Int32Array(floor.lines);
    this.calls = new Int32Array(floor.lines);
  }

  begin(tape: Tape): void {
    this.heads.fill(nobody);
    this.tails.fill(nobody);
    this.sizes.fill(0);
    this.calls.fill(0);
    this.totalWaiting = 0;
    this.occupied = 0;
    this.heap.clear();
    this.noneLeavesBefore = Number.POSITIVE_INFINITY;
    this.arrivalMs = tape.arrivalMs;
    if (this.after.length < tape.visits) {
      const room = tape.visits + (tape.visits >> 1);
      this.after = new Int32Array(room);
      this.before = new Int32Array(room);
      this.leavesAt = new Float64Array(room);
    }
    // All in one loop: what is read here for the first time in a day comes from far away, and so it comes many at once.
    const { arrivalMs, patienceMs, visits } = tape;
    const { leavesAt } = this;
    for (let visit = 0; visit < visits; visit++) leavesAt[visit] = arrivalMs[visit]! + patienceMs[visit]!;
  }

  join(visit: number, line: number): void {
    const last = this.tails[line]!;
    if (last === nobody) this.heads[line] = visit;
    else this.after[last] = visit;
    this.after[visit] = nobody;
    this.before[visit] = last;
    this.tails[line] = visit;
    this.sizes[line]!++;
    this.totalWaiting++;
    this.occupied |= 1 << line;
    const leavesAtMs = this.leavesAt[visit]!;
    if (leavesAtMs < this.noneLeavesBefore) this.noneLeavesBefore = leavesAtMs;
    if (this.heap.inUse) this.heap.add(visit, leavesAtMs);
  }

  /** Takes the head of a line, counting the call where it counts (SPEC C6). */
  call(line: number): number {
    const { inRatio } = this;
    const visit = this.heads[line]!;
    if (inRatio[line] === 1) {
      let waiting = 0;
      for (let other = 0; other < this.count; other++) if (this.sizes[other]! > 0 && inRatio[other] === 1) waiting++;
      if (waiting >= 2) this.calls[line]!++;
    }
    const next = this.after[visit]!;
    this.heads[line] = next;
    if (next === nobody) this.emptied(line);
    this.sizes[line]!--;
    this.totalWaiting--;
    return visit;
  }

  /** Takes out whoever's patience has ended. */
  leave(nowMs: number, outcome: Outcome): void {
    if (this.heap.isFor(this.totalWaiting)) {
      this.leaveCrowd(nowMs, outcome);
      return;
    }
    const { after, leavesAt } = this;
    let earliest = Number.POSITIVE_INFINITY;
    for (let line = 0; line < this.count; line++) {
      for (let visit = this.heads[line]!; visit !== nobody; visit = after[visit]!) {
        if (leavesAt[visit]! <= nowMs) this.goes(visit, line, nowMs, outcome);
        else if (leavesAt[visit]! < earliest) earliest = leavesAt[visit]!;
      }
    }
    this.noneLeavesBefore = earliest;
  }

  /** The same by the heap. */
  private leaveCrowd(nowMs: number, outcome: Outcome): void {
    const { heap } = this;
    heap.fill(this.heads, this.after, this.leavesAt);
    // On a plain day nobody comes back: who has a fate does not wait.
    const waits = (visit: number): boolean => outcome.fate[visit] === fates.unserved;
    for (;;) {
      this.noneLeavesBefore = heap.soonestMs(waits);
      if (this.noneLeavesBefore > nowMs) break;
      const visit = heap.take();
      this.goes(visit, outcome.line[visit]!, nowMs, outcome);
    }
    heap.restAt(this.totalWaiting);
  }

  private goes(visit: number, line: number, nowMs: number, { fate, waitMs }: Outcome): void {
    const { after, before } = this;
    fate[visit] = fates.left;
    waitMs[visit] = nowMs - this.arrivalMs[visit]!;
    this.totalWaiting--;
    const next = after[visit]!;
    if (this.heads[line] === visit) this.heads[line] = next;
    else after[before[visit]!] = next;
    if (next !== nobody) before[next] = before[visit]!;
    else if (this.heads[line] !== nobody) this.tails[line] = before[visit]!;
    if (--this.sizes[line]! === 0) this.emptied(line);
  }

  private emptied(line: number): void {
    this.tails[line] = nobody;
    if (this.count <= mostBits) this.occupied &= ~(1 << line);
  }

  /** The line that a station calls by a rule; -1: none. `seen`: bits of the lines in which somebody waits that it serves. */
  choose(rule: CallingRule, station: number, group: number, seen: number, nowMs: number): number {
    this.lookFrom(station, group);
    return chooseAmong(this, seen, rule, station, nowMs);
  }

  lookFrom(station: number, group: number): void {
    this.reachFrom = (group * this.stations + station) * this.count;
  }

  anyFor(station: number, group: number): boolean {
    this.lookFrom(station, group);
    for (let line = 0; line < this.count; line++) if (!Number.isNaN(this.headReadyAt(line))) return true;
    return false;
  }

  /** Whether who works a station serves a line. */
  reaches(line: number, station: number, group: number): boolean {
    return this.reach[(group * this.stations + station) * this.count + line] !== reaches.never;
  }

  headReadyAt(line: number): number {
    const visit = this.heads[line]!;
    return visit === nobody || this.reach[this.reachFrom + line] === reaches.never ? Number.NaN : this.arrivalMs[visit]!;
  }

  headSeq(line: number): number {
    return this.heads[line]!;
  }

  length(line: number): number {
    return this.sizes[line]!;
  }

  callsSoFar(line: number): number {
    return this.calls[line]!;
  }
}
