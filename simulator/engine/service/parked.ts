import type { Tape } from '../../workload/tape.ts';
import type { Floor } from '../floor/floor.ts';
import type { Interrupted } from '../floor/interrupted.ts';
import { states } from '../staff/places.ts';
import type { Stations } from '../staff/stations.ts';

const never = Number.POSITIVE_INFINITY;

/** What is done of a need's work in one go, where the customer may be sent away in the middle of it: at least 1 ms (SPEC Y24). */
export function stretchMs({ parkAfter }: Tape, row: number, wholeMs: number, wasParked: boolean): number {
  if (parkAfter === null || parkAfter[row]! < 0) return wholeMs;
  const firstMs = Math.round(parkAfter[row]! * wholeMs);
  return Math.max(1, wasParked ? wholeMs - firstMs : firstMs);
}

/** 暂挂: customers who were sent away in the middle of a service, and those of them who are back (SPEC Y24). */
export class Parked {
  /** When the next one comes back. */
  nextMs = never;
  declare private readonly floor: Floor;
  declare private readonly stations: Stations;
  /** By when they come back, then in the order of the tape. */
  private readonly away: Interrupted[] = [];
  /** In the order in which they came back. */
  private readonly back: Interrupted[] = [];

  constructor(floor: Floor, stations: Stations) {
    this.floor = floor;
    this.stations = stations;
  }

  begin(): void {
    this.away.length = 0;
    this.back.length = 0;
    this.nextMs = never;
  }

  get anybodyAway(): boolean {
    return this.away.length > 0;
  }

  get anybodyBack(): boolean {
    return this.back.length > 0;
  }

  /** A customer is sent away now. */
  send(tape: Tape, visit: number, row: number, station: number, nowMs: number): void {
    this.leave({ visit, station, lead: this.stations.person[station]!, backAtMs: nowMs + tape.awayMs![row]! });
  }

  /** Who is away or back when the run begins within the day. */
  resume(all: readonly Interrupted[], nowMs: number): void {
    for (const one of all) this.leave(one);
    while (this.nextMs <= nowMs) this.comeBack(this.nextMs);
  }

  comeBack(nowMs: number): void {
    while (this.nextMs === nowMs) {
      this.back.push(this.away.shift()!);
      this.nextMs = this.away[0]?.backAtMs ?? never;
    }
  }

  /** Takes the first who is back and may go on at this station; −1: nobody. */
  takeFor(station: number, service: Uint8Array, canNow: (station: number, visit: number) => boolean): number {
    const { floor, stations } = this;
    if (floor.isDevice[station] === 1) return -1;
    const able = (stations.group[station]! * floor.stations + station) * floor.services;
    const at = this.back.findIndex(
      (one) => this.mayGoTo(one, station) && floor.able[able + service[one.visit]!] === 1 && canNow(station, one.visit),
    );
    return at < 0 ? -1 : this.back.splice(at, 1)[0]!.visit;
  }

  /** Back to whoever served them; to anybody, when they are not at that station any more. */
  private mayGoTo({ lead, station: own }: Interrupted, station: number): boolean {
    const there = this.stations.state[own] !== states.closed && this.stations.person[own] === lead;
    return !there || own === station;
  }

  private leave(one: Interrupted): void {
    const at = this.away.findIndex(
      ({ backAtMs, visit }) => backAtMs > one.backAtMs || (backAtMs === one.backAtMs && visit > one.visit),
    );
    this.away.splice(at < 0 ? this.away.length : at, 0, one);
    this.nextMs = this.away[0]!.backAtMs;
  }
}
