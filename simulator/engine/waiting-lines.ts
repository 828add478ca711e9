import type { LineSource } from '../lobby/calling/choose.ts';
import type { Tape } from '../workload/tape.ts';
import { type Floor, reaches } from './floor.ts';

const nobody = -1;

/**
 * Who waits, by line, in order of arrival: linked lists over the columns of the tape, so that joining, being called and leaving
 * are O(1) and nothing is allocated. It is what `chooseLine` reads, from the station set with `lookFrom`.
 */
export class WaitingLines implements LineSource {
  readonly count: number;
  totalWaiting = 0;
  /** Nobody's patience ends before this; it may be earlier than the truth, never later. */
  noneLeavesBefore = Number.POSITIVE_INFINITY;

  private readonly floor: Floor;
  private readonly heads: Int32Array;
  private readonly tails: Int32Array;
  private readonly sizes: Int32Array;
  private readonly calls: Int32Array;
  /** The visit that `headReadyAt` found, by line. */
  private readonly found: Int32Array;
  private after: Int32Array = new Int32Array(0);
  private before: Int32Array = new Int32Array(0);
  private line: Uint8Array = new Uint8Array(0);
  private leavesAt: Float64Array = new Float64Array(0);
  private arrivalMs: Float64Array = new Float64Array(0);
  private service: Uint8Array = new Uint8Array(0);
  private reachFrom = 0;
  private ableFrom = 0;

  constructor(floor: Floor) {
    this.floor = floor;
    this.count = floor.lines;
    this.heads = new Int32Array(floor.lines).fill(nobody);
    this.tails = new Int32Array(floor.lines).fill(nobody);
    this.sizes = new Int32Array(floor.lines);
    this.calls = new Int32Array(floor.lines);
    this.found = new Int32Array(floor.lines);
  }

  /** Empties the lines for a new day. */
  begin(tape: Tape): void {
    this.heads.fill(nobody);
    this.tails.fill(nobody);
    this.sizes.fill(0);
    this.calls.fill(0);
    this.totalWaiting = 0;
    this.noneLeavesBefore = Number.POSITIVE_INFINITY;
    this.arrivalMs = tape.arrivalMs;
    this.service = tape.service;
    if (this.after.length < tape.visits) {
      const room = tape.visits + (tape.visits >> 1);
      this.after = new Int32Array(room);
      this.before = new Int32Array(room);
      this.line = new Uint8Array(room);
      this.leavesAt = new Float64Array(room);
    }
  }

  join(visit: number, line: number, leavesAtMs: number): void {
    const tail = this.tails[line]!;
    this.before[visit] = tail;
    this.after[visit] = nobody;
    if (tail === nobody) this.heads[line] = visit;
    else this.after[tail] = visit;
    this.tails[line] = visit;
    this.line[visit] = line;
    this.leavesAt[visit] = leavesAtMs;
    this.sizes[line]!++;
    this.totalWaiting++;
    if (leavesAtMs < this.noneLeavesBefore) this.noneLeavesBefore = leavesAtMs;
  }

  remove(visit: number): void {
    const line = this.line[visit]!;
    const before = this.before[visit]!;
    const after = this.after[visit]!;
    if (before === nobody) this.heads[line] = after;
    else this.after[before] = after;
    if (after === nobody) this.tails[line] = before;
    else this.before[after] = before;
    this.sizes[line]!--;
    this.totalWaiting--;
  }

  /** Takes the head that was found in a line, counting the call where it counts (SPEC C6). */
  call(line: number): number {
    const visit = this.found[line]!;
    if (this.floor.inRatio[line] === 1 && this.linesOfRatioWaiting() >= 2) this.calls[line]!++;
    this.remove(visit);
    return visit;
  }

  /** One whose patience has ended by `nowMs`, or -1; ask until there is none. */
  nextLeaver(nowMs: number): number {
    let earliest = Number.POSITIVE_INFINITY;
    for (let line = 0; line < this.count; line++) {
      for (let visit = this.heads[line]!; visit !== nobody; visit = this.after[visit]!) {
        const at = this.leavesAt[visit]!;
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

  /** Somebody still waiting, or -1. */
  anybody(): number {
    for (let line = 0; line < this.count; line++) if (this.heads[line] !== nobody) return this.heads[line]!;
    return nobody;
  }

  /** Sets the station that looks: a row of the floor's tables, group × stations + station. */
  lookFrom(row: number): void {
    this.reachFrom = row * this.count;
    this.ableFrom = row * this.floor.services;
  }

  /** Whether somebody waits whom the station that looks can serve. */
  anyFor(row: number): boolean {
    if (this.totalWaiting === 0) return false;
    this.lookFrom(row);
    for (let line = 0; line < this.count; line++) if (!Number.isNaN(this.headReadyAt(line))) return true;
    return false;
  }

  headReadyAt(line: number): number {
    let visit = this.heads[line]!;
    if (visit === nobody) return Number.NaN;
    const reach = this.floor.reach[this.reachFrom + line]!;
    if (reach === reaches.never) return Number.NaN;
    if (reach === reaches.search) {
      while (visit !== nobody && this.floor.able[this.ableFrom + this.service[visit]!] === 0) visit = this.after[visit]!;
      if (visit === nobody) return Number.NaN;
    }
    this.found[line] = visit;
    return this.arrivalMs[visit]!;
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

  private linesOfRatioWaiting(): number {
    let waiting = 0;
    for (let line = 0; line < this.count; line++) if (this.sizes[line]! > 0 && this.floor.inRatio[line] === 1) waiting++;
    return waiting;
  }
}
