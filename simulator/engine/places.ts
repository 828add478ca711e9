import type { StationKind } from '../lobby/branch/place.ts';
import type { Floor } from './floor.ts';
import { ReadyList } from './ready-list.ts';

/** States of a place, those that end in the order in which simultaneous ends happen (SPEC Y5). */
export const states = {
  closed: 0,
  onBreak: 1,
  away: 2,
  busy: 3,
  calling: 4,
  turnaround: 5,
  /** A customer is here; somebody to assist is awaited. */
  unassisted: 6,
  /** Ready, but its people are in another's team; or a greeter who is to go and still assists. */
  lent: 7,
  ready: 8,
} as const;

const never = Number.POSITIVE_INFINITY;
const nobody = -1;

/** The places of a day, stations and posts of greeters: what state each is in, since when, and which ends next. */
export class Places {
  readonly count: number;
  nextEndMs = never;
  readonly state: Uint8Array;
  readonly group: Int16Array;
  /** Who works the place; -1: it works with its own skills. */
  readonly person: Int16Array;
  /** Since when in this state; a lent station keeps since when it was ready. */
  readonly since: Float64Array;
  readonly visit: Int32Array;
  /** Ready stations, with nobody at them, and ready greeters. */
  readonly ready: ReadyList;
  readonly posts: ReadyList;
  protected readonly floor: Floor;
  protected readonly endsAt: Float64Array;
  ending = -1;
  private second = never;
  private secondEnding = -1;

  constructor(floor: Floor) {
    const { places } = floor;
    this.floor = floor;
    this.count = places;
    this.state = new Uint8Array(places);
    this.group = new Int16Array(places);
    this.person = new Int16Array(places);
    this.since = new Float64Array(places);
    this.visit = new Int32Array(places);
    this.ready = new ReadyList(this.since);
    this.posts = new ReadyList(this.since);
    this.endsAt = new Float64Array(places);
  }

  begin(): void {
    this.state.fill(states.closed);
    this.endsAt.fill(never);
    this.ready.clear();
    this.posts.clear();
    this.nextEndMs = never;
  }

  /** A customer is called: the station is busy until somebody says otherwise. */
  take(place: number, visit: number): void {
    this.listOf(place).remove(place);
    this.visit[place] = visit;
  }

  /** Takes the earliest end, at `nextEndMs`; call `findNextEnd` when it has been dealt with. */
  takeEnd(): number {
    this.endsAt[this.ending] = never;
    return this.ending;
  }

  /** Open stations of a kind that can serve a service, paused ones left out; of these the ready ones, lent or not. */
  able(service: number, kind: StationKind, readyOnly: boolean): number {
    const { able, branch, services, stations } = this.floor;
    let count = 0;
    for (let station = 0; station < stations; station++) {
      const state = this.state[station]!;
      if (state <= states.away || (readyOnly && state < states.lent) || branch.stations[station]!.kind !== kind) continue;
      count += able[(this.group[station]! * stations + station) * services + service]!;
    }
    return count;
  }

  /** The people of a ready station join another's team, or come back from it. */
  lend(place: number): void {
    this.ready.remove(place);
    this.state[place] = states.lent;
  }

  /** Sets a state that ends, and minds the next end. */
  until(place: number, state: number, nowMs: number, endsAtMs: number): void {
    this.set(place, state, nowMs, endsAtMs);
    const sooner = endsAtMs < this.nextEndMs;
    const before = endsAtMs === this.nextEndMs && this.goesBefore(place, this.ending);
    if (!sooner && !before) return;
    this.nextEndMs = endsAtMs;
    this.ending = place;
  }

  /** Whether the next end is alone at its ms; then `goesOn` may be told when else its place ends. */
  endsAlone(): boolean {
    const { count, ending, endsAt } = this;
    let second = never;
    let then = ending;
    for (let place = 0; place < count; place++) {
      const end = endsAt[place]!;
      if (end < second && place !== ending) {
        second = end;
        then = place;
      }
    }
    this.second = second;
    this.secondEnding = then;
    return second !== this.nextEndMs;
  }

  /** The place that ends next goes on in its state. */
  goesOn(endsAtMs: number): void {
    const { ending, second } = this;
    this.endsAt[ending] = endsAtMs;
    if (endsAtMs < second) this.nextEndMs = endsAtMs;
    else if (endsAtMs > second) {
      this.nextEndMs = second;
      this.ending = this.secondEnding;
    } else this.findNextEnd();
  }

  /** The place that ends next is ready, with nobody to call. */
  rests(nowMs: number): void {
    this.nowReady(this.ending, nowMs);
    this.goesOn(never);
  }

  findNextEnd(): void {
    let next = 0;
    let at = this.endsAt[0]!;
    for (let place = 1; place < this.count; place++) {
      const end = this.endsAt[place]!;
      if (end < at || (end === at && end !== never && this.goesBefore(place, next))) {
        next = place;
        at = end;
      }
    }
    this.ending = next;
    this.nextEndMs = at;
  }

  protected stationOf(place: number): number {
    return place < this.floor.stations ? place : nobody;
  }

  protected listOf(place: number): ReadyList {
    return place < this.floor.stations ? this.ready : this.posts;
  }

  protected nowReady(place: number, nowMs: number): void {
    this.set(place, states.ready, nowMs, never);
    this.listOf(place).add(place);
  }

  protected set(place: number, state: number, nowMs: number, endsAtMs: number): void {
    this.state[place] = state;
    this.since[place] = nowMs;
    this.endsAt[place] = endsAtMs;
  }

  /** Of two ends at the same ms: by kind, then branch order. */
  private goesBefore(place: number, other: number): boolean {
    const byKind = this.state[place]! - this.state[other]!;
    return byKind !== 0 ? byKind < 0 : place < other;
  }
}
