import type { LineSource } from '../../lobby/calling/choose.ts';
import type { CallingRule } from '../../lobby/calling/make.ts';
import { type Floor, mostBits, reaches } from '../floor/floor.ts';
import { chooseAmong } from './choose-among.ts';
import { PatienceHeap } from './patience-heap.ts';
import { statuses, type Visits } from './visits.ts';

const nobody = -1;

/** Whether a station can serve a visit now, as far as it depends on who else is free. */
export type CanNow = (station: number, visit: number) => boolean;

/** Who is told of the lines. */
export interface LineWatch {
  /** Somebody has come to a line or gone from it. */
  count(line: number, by: number): void;
  /** What was told by `count` is one change, and done. */
  linesChanged(): void;
}

/**
 * Who waits, by line, by `readyAt` and then in order of arrival: linked lists over columns of visits, so that joining, being called
 * and leaving allocate nothing. It is what `chooseLine` reads, from the station set with `lookFrom`.
 */
export class WaitingLines implements LineSource {
  declare readonly count: number;
  totalWaiting = 0;
  /** Nobody's patience ends before this; it may be earlier than the truth, never later. */
  noneLeavesBefore = Number.POSITIVE_INFINITY;
  watch: LineWatch | null = null;

  declare private readonly floor: Floor;
  declare private readonly visits: Visits;
  declare private readonly canNow: CanNow;
  declare private readonly heads: Int32Array;
  declare private readonly tails: Int32Array;
  declare private readonly sizes: Int32Array;
  declare private readonly calls: Int32Array;
  /** The visit that `headReadyAt` found, by line. */
  declare private readonly found: Int32Array;
  private after: Int32Array = new Int32Array(0);
  private before: Int32Array = new Int32Array(0);
  /** Bits of the lines in which somebody waits; of 32 lines and more some share a bit, and floors say that all are reachable. */
  occupied = 0;
  private readonly heap = new PatienceHeap();
  private station = 0;
  private reachFrom = 0;
  private ableFrom = 0;

  constructor(floor: Floor, visits: Visits, canNow: CanNow) {
    this.floor = floor;
    this.visits = visits;
    this.canNow = canNow;
    this.count = floor.lines;
    this.heads = new Int32Array(floor.lines).fill(nobody);
    this.tails = new Int32Array(floor.lines).fill(nobody);
    this.sizes = new Int32Array(floor.lines);
    this.calls = new Int32Array(floor.lines);
    this.found = new Int32Array(floor.lines);
  }

  /** Empties the lines for a day of so many visits. */
  begin(visits: number): void {
    this.heads.fill(nobody);
    this.tails.fill(nobody);
    this.sizes.fill(0);
    this.calls.fill(0);
    this.totalWaiting = 0;
    this.occupied = 0;
    this.heap.clear();
    this.noneLeavesBefore = Number.POSITIVE_INFINITY;
    if (this.after.length < visits) {
      const room = visits + (visits >> 1);
      this.after = new Int32Array(room);
      this.before = new Int32Array(room);
    }
  }

  /** Takes the place that `readyAt` gives; nearly always that is the end. */
  join(visit: number, line: number): void {
    const { readyAt, leavesAt } = this.visits;
    const mine = readyAt[visit]!;
    let before = this.tails[line]!;
    while (before !== nobody && (readyAt[before]! > mine || (readyAt[before] === mine && before > visit)))
      before = this.before[before]!;
    const after = before === nobody ? this.heads[line]! : this.after[before]!;
    this.before[visit] = before;
    this.after[visit] = after;
    this.occupied |= 1 << line;
    if (before === nobody) this.heads[line] = visit;
    else this.after[before] = visit;
    if (after === nobody) this.tails[line] = visit;
    else this.before[after] = visit;
    this.visits.line[visit] = line;
    this.sizes[line]!++;
    this.totalWaiting++;
    if (leavesAt[visit]! < this.noneLeavesBefore) this.noneLeavesBefore = leavesAt[visit]!;
    if (this.heap.inUse) this.heap.add(visit, leavesAt[visit]!);
    if (this.watch !== null) {
      this.watch.count(line, 1);
      this.watch.linesChanged();
    }
  }

  remove(visit: number): void {
    this.unlink(visit);
    if (this.watch !== null) this.watch.linesChanged();
  }

  /** Leaves one line for another, as one change. */
  move(visit: number, line: number): void {
    this.unlink(visit);
    this.join(visit, line);
  }

  /** Takes the head that was found in a line, counting the call where it counts (SPEC C6). */
  call(line: number): number {
    const visit = this.found[line]!;
    if (this.floor.inRatio[line] === 1 && this.compete()) this.calls[line]!++;
    this.remove(visit);
    return visit;
  }

  /** Calls made before the run begins. */
  resume(callsSoFar: readonly number[]): void {
    this.calls.set(callsSoFar);
  }

  /** One whose patience has ended by `nowMs`, or -1; ask until there is none. */
  nextLeaver(nowMs: number): number {
    if (this.heap.isFor(this.totalWaiting)) return this.nextOfCrowd(nowMs);
    const { leavesAt } = this.visits;
    let earliest = Number.POSITIVE_INFINITY;
    for (let line = 0; line < this.count; line++) {
      for (let visit = this.heads[line]!; visit !== nobody; visit = this.after[visit]!) {
        const at = leavesAt[visit]!;
        if (at <= nowMs) {
          this.remove(visit);
          return visit;
        }
        if (at < earliest) earliest = at;
      }
    }
    this.noneLeavesBefore = earliest;
    return nobody;
  }

  /** The same by the heap. */
  private nextOfCrowd(nowMs: number): number {
    const { heap } = this;
    heap.fill(this.heads, this.after, this.visits.leavesAt);
    const visit = heap.takeDue(nowMs, this.waits, this.isBefore);
    if (visit !== nobody) this.remove(visit);
    else {
      this.noneLeavesBefore = heap.soonestMs(this.waits);
      heap.restAt(this.totalWaiting);
    }
    return visit;
  }

  private readonly waits = (visit: number, leavesAtMs: number): boolean =>
    this.visits.status[visit] === statuses.waiting && this.visits.leavesAt[visit] === leavesAtMs;

  /** Of two who wait: by line, then by their places in it. */
  private readonly isBefore = (visit: number, other: number): boolean => {
    const { line, readyAt } = this.visits;
    if (line[visit] !== line[other]) return line[visit]! < line[other]!;
    return readyAt[visit] === readyAt[other] ? visit < other : readyAt[visit]! < readyAt[other]!;
  };

  /** The first who waits in a line, or -1; and the next after somebody. */
  firstOf(line: number): number {
    return this.heads[line]!;
  }

  nextAfter(visit: number): number {
    return this.after[visit]!;
  }

  /** Sets the station that looks, as worked by a group. */
  lookFrom(station: number, group: number): void {
    const row = group * this.floor.stations + station;
    this.station = station;
    this.reachFrom = row * this.count;
    this.ableFrom = row * this.floor.services;
  }

  /** The line that a station calls by a rule; -1: none. `seen`: bits of the lines in which somebody waits that it serves somebody of. */
  choose(rule: CallingRule, station: number, group: number, seen: number, nowMs: number): number {
    this.lookFrom(station, group);
    return chooseAmong(this, seen, rule, station, nowMs);
  }

  /** Whether somebody waits whom the group can serve at the station, whoever else is free. */
  anyFor(station: number, group: number): boolean {
    if ((this.occupied & this.floor.reachable[group * this.floor.stations + station]!) === 0) return false;
    this.lookFrom(station, group);
    for (let line = 0; line < this.count; line++) {
      if (this.floor.reach[this.reachFrom + line] !== reaches.never && this.firstAble(this.heads[line]!) !== nobody) return true;
    }
    return false;
  }

  /** Whether a station, as worked by a group, can serve a waiting visit now. */
  canServe(station: number, group: number, visit: number): boolean {
    this.lookFrom(station, group);
    const reach = this.floor.reach[this.reachFrom + this.visits.line[visit]!]!;
    if (reach === reaches.never || this.floor.able[this.ableFrom + this.visits.service[visit]!] === 0) return false;
    return reach !== reaches.check || this.canNow(station, visit);
  }

  headReadyAt(line: number): number {
    let visit = this.heads[line]!;
    if (visit === nobody) return Number.NaN;
    const reach = this.floor.reach[this.reachFrom + line]!;
    if (reach === reaches.never) return Number.NaN;
    if (reach !== reaches.first) {
      visit = this.firstAble(visit);
      if (reach === reaches.check)
        while (visit !== nobody && !this.canNow(this.station, visit)) visit = this.firstAble(this.after[visit]!);
      if (visit === nobody) return Number.NaN;
    }
    this.found[line] = visit;
    return this.visits.readyAt[visit]!;
  }

  headSeq(line: number): number {
    return this.found[line]!;
  }

  length(line: number): number {
    return this.sizes[line]!;
  }

  callsSoFar(line: number): number {
    return this.calls[line]!;
  }

  private firstAble(from: number): number {
    let visit = from;
    while (visit !== nobody && this.floor.able[this.ableFrom + this.visits.service[visit]!] === 0) visit = this.after[visit]!;
    return visit;
  }

  private unlink(visit: number): void {
    const line = this.visits.line[visit]!;
    const before = this.before[visit]!;
    const after = this.after[visit]!;
    if (before === nobody) this.heads[line] = after;
    else this.after[before] = after;
    if (after === nobody) this.tails[line] = before;
    else this.before[after] = before;
    if (--this.sizes[line]! === 0 && this.count <= mostBits) this.occupied &= ~(1 << line);
    this.totalWaiting--;
    if (this.watch !== null) this.watch.count(line, -1);
  }

  /** Whether people wait in two lines of the ratio or more. */
  private compete(): boolean {
    if (this.count <= mostBits) {
      const waiting = this.occupied & this.floor.ratioLines;
      return (waiting & (waiting - 1)) !== 0;
    }
    let waiting = 0;
    for (let line = 0; line < this.count; line++) if (this.sizes[line]! > 0 && this.floor.inRatio[line] === 1) waiting++;
    return waiting >= 2;
  }
}
