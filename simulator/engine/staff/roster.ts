import type { Floor } from '../floor/floor.ts';
import type { Stations } from './stations.ts';

const never = Number.POSITIVE_INFINITY;

/** The roster of a day: what of it is next, and doing it (SPEC Y3, Y7, Y8). */
export class Roster {
  nextMs = never;
  declare private readonly floor: Floor;
  declare private readonly stations: Stations;
  private next = 0;

  constructor(floor: Floor, stations: Stations) {
    this.floor = floor;
    this.stations = stations;
  }

  begin(): void {
    this.next = 0;
    this.nextMs = this.floor.changes[0]?.atMs ?? never;
  }

  /** Begins after a moment: what was due by then has happened. */
  skipTo(atMs: number): void {
    const { changes } = this.floor;
    while (this.next < changes.length && changes[this.next]!.atMs <= atMs) this.next++;
    this.nextMs = changes[this.next]?.atMs ?? never;
  }

  /** Shifts of this moment begin. */
  begins(nowMs: number): void {
    const { changes } = this.floor;
    for (let at = this.next; at < changes.length && changes[at]!.atMs === nowMs; at++) {
      const change = changes[at]!;
      if (change.kind === 'number' && change.delta > 0) this.stations.rise(change.group, change.delta, nowMs);
    }
  }

  /** Shifts of this moment end, and breaks begin. */
  ends(nowMs: number): void {
    const { changes } = this.floor;
    for (; this.next < changes.length && changes[this.next]!.atMs === nowMs; this.next++) {
      const change = changes[this.next]!;
      if (change.kind === 'break') this.stations.breakDue(change, nowMs);
      else if (change.delta < 0) this.stations.fall(change.group, -change.delta, nowMs);
    }
    this.nextMs = changes[this.next]?.atMs ?? never;
  }
}
