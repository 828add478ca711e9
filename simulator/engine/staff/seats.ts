import { hourMs } from '../../workload/clock.ts';
import type { Floor } from '../floor/floor.ts';
import type { Scribe } from '../journal/scribe.ts';
import { absent, type People, standsBy } from './people.ts';
import { Places, states } from './places.ts';

const never = Number.POSITIVE_INFINITY;
const nobody = -1;

/** Who comes, which place they take, who stands by, and who goes (SPEC Y3, Y6). */
export abstract class Seats extends Places {
  /** Time that staff were at open stations. */
  paidMs = 0;
  /** Money of the stations that elastic rules opened. */
  flexCost = 0;
  /** Told when a station opens or closes, where somebody watches. */
  changed: (() => void) | null = null;
  scribe: Scribe | null = null;
  /** How often somebody has taken a place. */
  seatings = 0;
  declare protected readonly people: People;
  declare protected readonly paidSince: Float64Array;
  /** People of a group who stand by; who have yet to come. */
  declare protected readonly standby: Int32Array;
  declare protected readonly expected: Int32Array;
  protected expectedCount = 0;
  /** Absence that a person takes when free, ms; 0: none. */
  declare protected readonly owedAway: Float64Array;

  constructor(floor: Floor, people: People) {
    super(floor);
    this.people = people;
    this.paidSince = new Float64Array(floor.places);
    this.standby = new Int32Array(floor.groups.length);
    this.expected = new Int32Array(floor.groups.length);
    this.owedAway = new Float64Array(floor.branch.staff.length);
  }

  override begin(): void {
    super.begin();
    this.standby.fill(0);
    this.expected.fill(0);
    this.owedAway.fill(0);
    this.paidMs = 0;
    this.flexCost = 0;
    this.expectedCount = 0;
  }

  /** A station opens with its own skills: a device, or by an elastic rule. */
  openAlone(station: number, group: number, nowMs: number): void {
    this.person[station] = nobody;
    this.openAs(station, group, nowMs);
  }

  /** The first member who is not here comes; if all are here (at another station, say), one is expected. */
  protected come(group: number, nowMs: number): void {
    const { comes, where } = this.people;
    const person = this.floor.cast.members[group]!.find((member) => where[member] === absent && comes[member] === 1);
    if (person === undefined) {
      this.expected[group]!++;
      this.expectedCount++;
      return;
    }
    this.people.join(person, group, nowMs);
    if (this.scribe !== null) this.scribe.joined(person, nowMs);
    this.standby[group]!++;
    const place = this.floor.atPost[group] === 1 ? this.floor.postOf[person]! : this.freeStation(group);
    if (place !== nobody) this.seat(person, place, nowMs);
  }

  /** The first of a group who stands by and is in no team. */
  protected standsByIn(group: number): number {
    const { group: of, held, where } = this.people;
    for (const member of this.floor.cast.members[group]!)
      if (where[member] === standsBy && of[member] === group && held[member] === 0) return member;
    return nobody;
  }

  protected dismiss(person: number, nowMs: number): void {
    this.standby[this.people.group[person]!]!--;
    this.goHome(person, nobody, nowMs);
    if (this.expectedCount > 0) this.comeAtLast(nowMs);
  }

  protected goHome(person: number, station: number, nowMs: number): void {
    this.people.leave(person, nowMs);
    if (this.scribe !== null) this.scribe.left(person, station, nowMs);
  }

  /** The first closed station where the group has work, in branch order; one that some shift names only if no other is left. */
  protected freeStation(group: number): number {
    const { groups, named, stations, suits } = this.floor;
    for (let last = 0; last <= 1; last++) {
      for (let station = 0; station < stations; station++) {
        const keep = named[station] === 1 && groups[group]!.station < 0 ? 1 : 0;
        if (this.state[station] === states.closed && keep === last && suits[group * stations + station] === 1) return station;
      }
    }
    return nobody;
  }

  protected seat(person: number, place: number, nowMs: number): void {
    const group = this.people.group[person]!;
    this.seatings++;
    this.standby[group]!--;
    this.people.where[person] = place;
    this.person[place] = person;
    this.owedAway[person] = 0;
    this.openAs(place, group, nowMs);
  }

  protected openAs(place: number, group: number, nowMs: number): void {
    this.worksAs(place, group);
    this.paidSince[place] = nowMs;
    if (this.scribe !== null && place < this.floor.stations)
      this.scribe.opened(place, this.person[place]!, group - this.floor.deviceGroup - 1, nowMs);
    this.nowReady(place, nowMs);
    if (this.changed !== null) this.changed();
  }

  protected close(place: number, nowMs: number, wasBusy = false): void {
    const person = this.person[place]!;
    const group = this.group[place]!;
    if (!wasBusy) this.listOf(place).remove(place);
    if (place < this.floor.stations) this.paidMs += nowMs - this.paidSince[place]!;
    this.until(place, states.closed, nowMs, never);
    const rule = group - this.floor.deviceGroup - 1;
    if (rule >= 0) this.flexCost += (this.floor.elastic[rule]!.costPerHour * (nowMs - this.paidSince[place]!)) / hourMs;
    if (person !== nobody) this.goHome(person, this.stationOf(place), nowMs);
    else if (this.scribe !== null) this.scribe.closed(place, group - this.floor.deviceGroup - 1, nowMs);
    if (this.changed !== null) this.changed();
    if (this.expectedCount > 0) this.comeAtLast(nowMs);
    if (place < this.floor.stations && this.state[place] === states.closed) this.relieve(place, nowMs);
  }

  /** Who was expected and could not come, since they still worked elsewhere, comes now. */
  protected comeAtLast(nowMs: number): void {
    const { comes, where } = this.people;
    for (let group = 0; group < this.floor.deviceGroup; group++) {
      if (this.expected[group] === 0) continue;
      if (!this.floor.cast.members[group]!.some((member) => where[member] === absent && comes[member] === 1)) continue;
      this.expected[group]!--;
      this.expectedCount--;
      this.come(group, nowMs);
      return;
    }
  }

  /** Somebody who stands by takes a station that has closed. */
  protected relieve(station: number, nowMs: number): void {
    for (let group = 0; group < this.floor.deviceGroup; group++) {
      if (this.standby[group] === 0 || this.floor.suits[group * this.floor.stations + station] === 0) continue;
      const person = this.standsByIn(group);
      if (person === nobody) continue;
      this.seat(person, station, nowMs);
      return;
    }
  }
}
