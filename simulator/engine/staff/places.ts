import type { StationKind } from '../../lobby/branch/place.ts';
import type { Floor } from '../floor/floor.ts';
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
  /** Ready, but its people are in another's team. */
  lent: 7,
  ready: 8,
} as const;

const never = Number.POSITIVE_INFINITY;
const nobody = -1;

/** The places of a day, stations and posts of greeters: what state each is in, since when, and which ends next. */
export class Places {
  declare readonly count: number;
  nextEndMs = never;
  /** Raised whenever a place opens, closes, pauses or goes on. */
  turns = 0;
  declare readonly state: Uint8Array;
  declare readonly group: Int16Array;
  /** Bits of the lines that a station serves somebody of, as its group works it (`Floor.reachable`). */
  declare readonly serves: Int32Array;
  /** Who works the place; -1: it works with its own skills. */
  declare readonly person: Int16Array;
  /** Since when in this state; a lent station keeps since when it was ready. */
  declare readonly since: Float64Array;
  declare readonly visit: Int32Array;
  /** Ready stations, with nobody at them, and ready greeters. */
  declare readonly ready: ReadyList;
  declare readonly posts: ReadyList;
  declare protected readonly floor: Floor;
  declare protected readonly endsAt: Float64Array;
  /** The place that ends next; the others that end follow it in `endAfter`, in the order of their ends. */
  ending = nobody;
  declare private readonly endAfter: Int16Array;
  declare private readonly endBefore: Int16Array;

  constructor(floor: Floor) {
    const { places } = floor;
    this.floor = floor;
    this.count = places;
    this.state = new Uint8Array(places);
    this.group = new Int16Array(places);
    this.serves = new Int32Array(places);
    this.person = new Int16Array(places);
    this.since = new Float64Array(places);
    this.visit = new Int32Array(places);
    this.ready = new ReadyList(this.since);
    this.posts = new ReadyList(this.since);
    this.endsAt = new Float64Array(places);
    this.endAfter = new Int16Array(places);
    this.endBefore = new Int16Array(places);
  }

  begin(): void {
    this.state.fill(states.closed);
    this.turns++;
    this.endsAt.fill(never);
    this.ready.clear();
    this.posts.clear();
    this.ending = nobody;
    this.nextEndMs = never;
  }

  /** A group works a place from now on. */
  protected worksAs(place: number, group: number): void {
    this.group[place] = group;
    if (place < this.floor.stations) this.serves[place] = this.floor.reachable[group * this.floor.stations + place]!;
  }

  /** A customer is called: the station is busy until somebody says otherwise. */
  take(place: number, visit: number): void {
    this.listOf(place).remove(place);
    this.visit[place] = visit;
  }

  /** Takes the earliest end, at `nextEndMs`. */
  takeEnd(): number {
    const place = this.dropFirst();
    this.endsAt[place] = never;
    return place;
  }

  /** Whether the next end is alone at its ms. */
  endsAlone(): boolean {
    const second = this.endAfter[this.ending]!;
    return second === nobody || this.endsAt[second] !== this.nextEndMs;
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

  /** Sets a state, and when it ends; `never`: by what others do. */
  until(place: number, state: number, nowMs: number, endsAtMs: number): void {
    if (this.endsAt[place] !== never) this.unlink(place);
    if (state <= states.away || this.state[place]! <= states.away) this.turns++;
    this.state[place] = state;
    this.since[place] = nowMs;
    this.endsAt[place] = endsAtMs;
    if (endsAtMs !== never) this.link(place, endsAtMs);
  }

  /** The place that ends next goes on, in another state or the same. */
  goesOn(state: number, endsAtMs: number): void {
    const place = this.dropFirst();
    this.state[place] = state;
    this.endsAt[place] = endsAtMs;
    this.link(place, endsAtMs);
  }

  /** The station that ends next is ready, with nobody to call. */
  rests(nowMs: number): void {
    const station = this.dropFirst();
    this.state[station] = states.ready;
    this.since[station] = nowMs;
    this.endsAt[station] = never;
    this.ready.add(station);
  }

  /** Takes the place that ends next from the list of ends. */
  private dropFirst(): number {
    const place = this.ending;
    const next = this.endAfter[place]!;
    this.ending = next;
    if (next !== nobody) this.endBefore[next] = nobody;
    this.nextEndMs = next === nobody ? never : this.endsAt[next]!;
    return place;
  }

  protected stationOf(place: number): number {
    return place < this.floor.stations ? place : nobody;
  }

  protected listOf(place: number): ReadyList {
    return place < this.floor.stations ? this.ready : this.posts;
  }

  protected nowReady(place: number, nowMs: number): void {
    this.until(place, states.ready, nowMs, never);
    this.listOf(place).add(place);
  }

  /** Takes its turn among the ends; many are soon, so it is sought from the first. */
  private link(place: number, endsAtMs: number): void {
    const { endAfter, endBefore, endsAt } = this;
    let before = nobody;
    let after = this.ending;
    while (after !== nobody && (endsAt[after]! < endsAtMs || (endsAt[after] === endsAtMs && this.goesBefore(after, place)))) {
      before = after;
      after = endAfter[after]!;
    }
    endBefore[place] = before;
    endAfter[place] = after;
    if (after !== nobody) endBefore[after] = place;
    if (before !== nobody) endAfter[before] = place;
    else {
      this.ending = place;
      this.nextEndMs = endsAtMs;
    }
  }

  private unlink(place: number): void {
    const { endAfter, endBefore } = this;
    const before = endBefore[place]!;
    const after = endAfter[place]!;
    if (after !== nobody) endBefore[after] = before;
    if (before !== nobody) endAfter[before] = after;
    else {
      this.ending = after;
      this.nextEndMs = after === nobody ? never : this.endsAt[after]!;
    }
  }

  /** Of two ends at the same ms: by kind, then branch order. */
  private goesBefore(place: number, other: number): boolean {
    const byKind = this.state[place]! - this.state[other]!;
    return byKind !== 0 ? byKind < 0 : place < other;
  }
}
