import { staysAfterClosing } from '../../lobby/staff/closing.ts';
import { breakEndsAt } from '../../lobby/staff/due.ts';
import { leaveNow } from '../../lobby/staff/leavers.ts';
import type { RosterChange } from '../../workload/timeline.ts';
import type { Floor } from '../floor/floor.ts';
import type { From } from '../floor/from.ts';
import type { Outcome } from '../results/outcome.ts';
import type { People } from './people.ts';
import { states } from './places.ts';
import { Seats } from './seats.ts';

const nobody = -1;
type Break = Extract<RosterChange, { kind: 'break' }>;

/** Those who wait, as far as staff must know of them: whether somebody waits whom a group can serve at a station, whoever else is free. */
interface Waiting {
  anyFor(station: number, group: number): boolean;
}

/**
 * The places of a day (stations, and posts of greeters) and what their people do. Rules of leaving: `staff/leavers` and `staff/due` of the
 * lobby. A group counts its people, so when its number falls while all are busy, the first to finish go; when it rises again
 * before they went, they stay.
 */
export class Stations extends Seats {
  /** Time that staff were serving. */
  busyMs = 0;
  awayMs = 0;

  declare private readonly lines: Waiting;
  /** People of a group who leave as soon as they are free; who stay until nobody waits. */
  declare private readonly owed: Int32Array;
  declare private readonly closing: Int32Array;
  declare private readonly owedBreaks: Int32Array;
  private closingCount = 0;
  private readonly breaks: { readonly due: Break; left: number }[] = [];
  declare private readonly idleSince: Float64Array;
  private readonly leavers: number[] = [];

  constructor(floor: Floor, lines: Waiting, people: People) {
    super(floor, people);
    const { groups, places } = floor;
    this.lines = lines;
    this.idleSince = new Float64Array(places);
    this.owed = new Int32Array(groups.length);
    this.closing = new Int32Array(groups.length);
    this.owedBreaks = new Int32Array(groups.length);
  }

  /** Closes everything for a new day. */
  override begin(): void {
    super.begin();
    this.owed.fill(0);
    this.closing.fill(0);
    this.owedBreaks.fill(0);
    this.breaks.length = 0;
    this.busyMs = 0;
    this.awayMs = 0;
    this.closingCount = 0;
  }

  /** The day's sums, when it is over. */
  report(outcome: Outcome): void {
    const { day } = outcome;
    outcome.busyMs = this.busyMs;
    outcome.paidMs = this.paidMs;
    day.awayMs = this.awayMs;
    day.flexCost = this.flexCost;
    day.presentMs.set(this.people.presentMs);
  }

  /**
   * Who is here, and which place is in which state, when the run begins within the day. More of a group than its number says are
   * still to go, fewer are expected.
   */
  resume({ atMs, owedAbsences, owedBreaks, people, places }: From): void {
    for (const { person, group } of people) {
      this.people.join(person, group, atMs);
      this.standby[group]!++;
    }
    for (const { endsAtMs, group, person, place, sinceMs, state, visit } of places) {
      this.worksAs(place, group);
      this.person[place] = person;
      this.visit[place] = visit;
      this.paidSince[place] = atMs;
      if (person !== nobody) {
        this.people.where[person] = place;
        this.standby[group]!--;
        if (state === states.onBreak) this.people.breakChanges(person, true, atMs);
      }
      if (state === states.ready) this.nowReady(place, sinceMs);
      else this.until(place, state, sinceMs, Math.max(endsAtMs, atMs + 1));
    }
    for (const { person, freeSinceMs } of people) this.people.since[person] = freeSinceMs;
    for (const { lengthMs, person } of owedAbsences) this.owedAway[person] = lengthMs;
    for (const { change, left } of owedBreaks) {
      const due = this.floor.cast.changes[change]!;
      if (due.kind !== 'break') throw new Error(`change ${change} of the roster is no break`);
      this.breaks.push({ due, left });
      this.owedBreaks[due.group]! += left;
    }
    const { cast, closesMs, deviceGroup } = this.floor;
    for (let group = 0; group < deviceGroup; group++) {
      const here = people.filter((one) => one.group === group).length;
      let number = 0;
      let fallen = 0;
      for (const change of cast.changes) {
        if (change.kind !== 'number' || change.group !== group || change.atMs > atMs) continue;
        number += change.delta;
        if (change.atMs >= closesMs) fallen -= Math.min(0, change.delta);
      }
      const toGo = Math.max(0, here - number);
      // Who is due to leave at or after closing time works on while somebody waits (SPEC Y18); whoever came then took the place of others.
      this.closing[group] = this.floor.atPost[group] === 1 ? 0 : Math.min(toGo, fallen);
      this.owed[group] = toGo - this.closing[group]!;
      this.closingCount += this.closing[group]!;
      this.expected[group] = Math.max(0, number - here);
      this.expectedCount += this.expected[group]!;
    }
  }

  /** A rise: who was still to leave stays; others come, and open a station or stand by. */
  rise(group: number, count: number, nowMs: number): void {
    const owed = Math.min(this.owed[group]!, count);
    this.owed[group]! -= owed;
    const closing = Math.min(this.closing[group]!, count - owed);
    this.closing[group]! -= closing;
    this.closingCount -= closing;
    for (let more = count - owed - closing; more > 0; more--) this.come(group, nowMs);
  }

  /** A fall: who has not come or stands by goes first, then who is idle, then the first to finish. */
  fall(group: number, count: number, nowMs: number): void {
    let leaving = count;
    for (; leaving > 0 && this.expected[group]! > 0; leaving--) {
      this.expected[group]!--;
      this.expectedCount--;
    }
    for (; leaving > 0 && this.standby[group]! > 0; leaving--) {
      const person = this.standsByIn(group);
      if (person === nobody) break;
      this.dismiss(person, nowMs);
    }
    if (leaving === 0) return;
    if (nowMs >= this.floor.closesMs && this.floor.atPost[group] === 0) {
      // Who works to the end of the opening hours stays until nobody waits whom they can serve: see `releaseAfterClosing`.
      this.closing[group]! += leaving;
      this.closingCount += leaving;
      return;
    }
    const gone = leaveNow(this.idleOf(group), leaving, this.leavers);
    for (const place of this.leavers.slice()) this.close(place, nowMs);
    this.owed[group]! += leaving - gone;
  }

  /** Breaks fall due: idle people go now, the others when they are free. */
  breakDue(due: Break, nowMs: number): void {
    const gone = leaveNow(this.idleOf(due.group), due.count, this.leavers);
    for (const place of this.leavers) this.takeBreak(place, due, nowMs);
    // Breaks of those who stand by, rest already or did not come are not taken by others in their stead.
    const left = Math.min(due.count - gone, this.atWork(due.group));
    if (left === 0) return;
    this.breaks.push({ due, left });
    this.owedBreaks[due.group]! += left;
  }

  /** An absence begins: of who is idle now, of who serves when free, else not at all (SPEC Y21). */
  awayDue(person: number, lengthMs: number, nowMs: number): void {
    const place = this.people.where[person]!;
    if (place < 0 || place >= this.floor.stations) return;
    const state = this.state[place]!;
    if (state === states.onBreak || state === states.away) return;
    if (state === states.ready) this.goAway(place, lengthMs, nowMs);
    else this.owedAway[person] = lengthMs;
  }

  /** Whether somebody waits whom the people at a station can serve, whoever else is free. */
  isWanted(station: number): boolean {
    return this.lines.anyFor(station, this.group[station]!);
  }

  /** From closing time on: those whose shift is over go when nobody waits whom they can serve. */
  releaseAfterClosing(nowMs: number, laterNeeds: (station: number, group: number) => boolean, anybodyAway = false): void {
    if (this.closingCount === 0) return;
    // When nobody is at work, nobody whom those who are ready could not serve just now will be served any more.
    const working = anybodyAway || this.state.some((state) => state > states.closed && state < states.unassisted);
    for (let station = 0; station < this.floor.stations; station++) {
      if (this.state[station] !== states.ready) continue;
      const group = this.group[station]!;
      if (this.closing[group]! === 0) continue;
      const waiting = working && (this.lines.anyFor(station, group) || laterNeeds(station, group)) ? 1 : 0;
      if (staysAfterClosing(nowMs, this.floor.closesMs, waiting)) continue;
      this.closing[group]!--;
      this.closingCount--;
      this.close(station, nowMs);
    }
  }

  /** Who works a place, or another of their group, is to go, to rest or to step away when free. */
  isDue(place: number, group: number): boolean {
    return this.owed[group]! > 0 || this.owedBreaks[group]! > 0 || this.stepsAway(this.person[place]!);
  }

  private stepsAway(person: number): boolean {
    return person !== nobody && this.owedAway[person]! > 0;
  }

  /**
   * A place is free: its people leave if due, take the break or absence that is due, or are ready. `said`: the station is ready
   * already as far as anybody knows, so nothing is said about it.
   */
  free(place: number, nowMs: number, said: boolean): void {
    const group = this.group[place]!;
    const person = this.person[place]!;
    if (!this.isDue(place, group)) {
      if (!said && this.scribe !== null && place < this.floor.stations) this.scribe.ready(place, person, nowMs);
      this.nowReady(place, nowMs);
    } else this.freeWhenDue(place, group, person, nowMs, said);
  }

  /** The same where somebody of the group is to go, or this one steps away. */
  private freeWhenDue(place: number, group: number, person: number, nowMs: number, said: boolean): void {
    const due = this.owed[group]! > 0 || (this.owedBreaks[group]! > 0 && this.state[place] !== states.onBreak);
    if (due && person !== nobody && this.people.assisting[person]! > 0) {
      // A greeter goes when nobody needs them at a device any more, unless another has gone by then.
      this.nowReady(place, nowMs);
    } else if (this.owed[group]! > 0) {
      this.owed[group]!--;
      this.close(place, nowMs, true);
    } else if (due && this.owesBreak(group, nowMs)) {
      const next = this.breaks.find((one) => one.due.group === group && one.left > 0)!;
      next.left--;
      this.owedBreaks[group]!--;
      this.takeBreak(place, next.due, nowMs, true);
    } else if (this.stepsAway(person)) {
      this.goAway(place, this.owedAway[person]!, nowMs, true);
    } else {
      if (!said && this.scribe !== null && place < this.floor.stations) this.scribe.ready(place, person, nowMs);
      this.nowReady(place, nowMs);
    }
  }

  /** Whether a break is still to be taken; those whose shift is over lapse now that somebody would take them (SPEC Y8). */
  private owesBreak(group: number, nowMs: number): boolean {
    while (this.owedBreaks[group]! > 0) {
      const next = this.breaks.find((one) => one.due.group === group && one.left > 0)!;
      if (next.due.shiftEndMs > nowMs) return true;
      this.owedBreaks[group]! -= next.left;
      next.left = 0;
    }
    return false;
  }

  /** A break or an absence ends. */
  back(place: number, nowMs: number): void {
    const person = this.person[place]!;
    if (this.state[place] === states.away) {
      if (this.scribe !== null) this.scribe.ready(place, person, nowMs);
      this.free(place, nowMs, true);
      return;
    }
    this.paidSince[place] = nowMs;
    this.people.breakChanges(person, false, nowMs);
    if (this.scribe !== null) this.scribe.breakEnded(person, this.stationOf(place), nowMs);
    this.free(place, nowMs, true);
  }

  /** The longest-ready greeter who may take a newcomer, as a post; -1: none. Who assists and is due to go takes no further one. */
  freeGreeter(): number {
    const { after, first } = this.posts;
    for (let post = first; post >= 0; post = after[post]!) {
      const group = this.group[post]!;
      const goes = this.owed[group]! > 0 || this.owedBreaks[group]! > 0;
      if (!goes || this.people.assisting[this.person[post]!] === 0) return post;
    }
    return nobody;
  }

  /** A greeter assists one device user less. */
  assistEnds(person: number, nowMs: number): void {
    if (--this.people.assisting[person]! > 0) return;
    const place = this.people.where[person]!;
    const group = this.group[place]!;
    if (this.state[place] !== states.ready || !(this.owed[group]! > 0 || this.owesBreak(group, nowMs))) return;
    this.posts.remove(place);
    this.free(place, nowMs, true);
  }

  /** The people of a place come back from a team; who has just taken it, when a station closed, may have to go again. */
  giveBack(place: number, nowMs: number): void {
    const group = this.group[place]!;
    const due = this.owed[group]! > 0 || this.owesBreak(group, nowMs) || this.owedAway[this.person[place]!]! > 0;
    const lent = this.state[place] === states.lent;
    if (due) {
      if (!lent) this.ready.remove(place);
      this.free(place, nowMs, true);
    } else if (lent) {
      this.state[place] = states.ready;
      this.ready.add(place);
    }
  }

  /** Somebody who stands by comes back from a team: goes home if that is due, else takes a station that has closed meanwhile. */
  unhold(person: number, nowMs: number): void {
    const group = this.people.group[person]!;
    if (this.owed[group]! > 0) {
      this.owed[group]!--;
      this.dismiss(person, nowMs);
    } else if (this.closing[group]! > 0) {
      this.closing[group]!--;
      this.closingCount--;
      this.dismiss(person, nowMs);
    } else {
      const station = this.freeStation(group);
      if (station !== nobody) this.seat(person, station, nowMs);
    }
  }

  /** A station opened by a rule closes: now, or when it is free. */
  closeAlone(station: number, nowMs: number): void {
    const group = this.group[station]!;
    if (this.state[station] === states.ready) this.close(station, nowMs);
    else this.owed[group]! += 1;
  }

  /** It closes like everybody who is only there for those who wait. */
  closeAfterClosing(group: number): void {
    this.closing[group]! += 1;
    this.closingCount += 1;
  }

  /** People of a group who have a place and are not on a break. */
  private atWork(group: number): number {
    let count = 0;
    for (let place = 0; place < this.count; place++)
      if (this.group[place] === group && this.state[place]! > states.onBreak) count++;
    return count;
  }

  private takeBreak(place: number, due: Break, nowMs: number, wasBusy = false): void {
    const person = this.person[place]!;
    if (!wasBusy) this.listOf(place).remove(place);
    if (place < this.floor.stations) this.paidMs += nowMs - this.paidSince[place]!;
    this.people.breakChanges(person, true, nowMs);
    if (this.scribe !== null) this.scribe.breakStarted(person, this.stationOf(place), nowMs);
    this.until(place, states.onBreak, nowMs, breakEndsAt({ from: due.atMs, to: due.toMs }, nowMs, due.shiftEndMs));
  }

  private goAway(place: number, lengthMs: number, nowMs: number, wasBusy = false): void {
    const person = this.person[place]!;
    if (!wasBusy) this.listOf(place).remove(place);
    this.owedAway[person] = 0;
    this.awayMs += lengthMs;
    if (this.scribe !== null) this.scribe.paused(person, place, nowMs);
    this.until(place, states.away, nowMs, nowMs + lengthMs);
  }

  private idleOf(group: number): Float64Array {
    for (let place = 0; place < this.count; place++) {
      const idle =
        this.state[place] === states.ready && this.group[place] === group && this.people.assisting[this.person[place]!] === 0;
      // A ready station keeps its time while its people are in another's team; they are idle since they came back.
      const person = this.person[place]!;
      this.idleSince[place] = idle ? Math.max(this.since[place]!, this.people.since[person]!) : Number.NaN;
    }
    return this.idleSince;
  }
}
