import type { StationKind } from '../lobby/branch/place.ts';
import { staysAfterClosing } from '../lobby/staff/closing.ts';
import { breakEndsAt } from '../lobby/staff/due.ts';
import { leaveNow } from '../lobby/staff/leavers.ts';
import type { Floor } from './floor.ts';
import type { RosterChange } from './timeline.ts';
import type { WaitingLines } from './waiting-lines.ts';

/** States of a station, in the order in which SPEC O1 lets simultaneous ends happen. */
const states = { closed: 0, onBreak: 1, busy: 2, turnaround: 3, ready: 4 } as const;

const never = Number.POSITIVE_INFINITY;
const nobody = -1;
type Break = Extract<RosterChange, { kind: 'break' }>;

/**
 * The stations of a day and who works them. Rules of leaving: `staff/leavers` and `staff/due` of the lobby. A group counts its
 * people, so when its number falls while all are busy, the first to finish go; when it rises again before they went, they stay.
 */
export class Stations {
  readonly count: number;
  /** Ready stations, with nobody at them. */
  ready = 0;
  nextEndMs = never;
  /** Sums of the day. */
  busyMs = 0;
  paidMs = 0;
  readonly state: Uint8Array;
  readonly group: Int16Array;
  /** Since when in this state. */
  readonly since: Float64Array;
  readonly visit: Int32Array;
  /** The station ready next longest, from `firstReady` on; -1 ends. */
  readonly readyAfter: Int16Array;
  firstReady = nobody;

  private readonly readyBefore: Int16Array;
  private lastReady = nobody;
  private readonly floor: Floor;
  private readonly lines: WaitingLines;
  private readonly endsAt: Float64Array;
  private readonly paidSince: Float64Array;
  /** People of a group who leave as soon as they are free; who wait for a station; who stay until nobody waits. */
  private readonly owed: Int32Array;
  private readonly standby: Int32Array;
  private readonly closing: Int32Array;
  private readonly owedBreaks: Int32Array;
  private closingCount = 0;
  private readonly breaks: { readonly due: Break; left: number }[] = [];
  private readonly idleSince: Float64Array;
  private readonly leavers: number[] = [];
  private nextEnding = -1;

  constructor(floor: Floor, lines: WaitingLines) {
    this.floor = floor;
    this.lines = lines;
    this.count = floor.stations;
    this.state = new Uint8Array(floor.stations);
    this.group = new Int16Array(floor.stations);
    this.since = new Float64Array(floor.stations);
    this.visit = new Int32Array(floor.stations);
    this.readyAfter = new Int16Array(floor.stations);
    this.readyBefore = new Int16Array(floor.stations);
    this.endsAt = new Float64Array(floor.stations);
    this.paidSince = new Float64Array(floor.stations);
    this.idleSince = new Float64Array(floor.stations);
    this.owed = new Int32Array(floor.groups.length);
    this.standby = new Int32Array(floor.groups.length);
    this.closing = new Int32Array(floor.groups.length);
    this.owedBreaks = new Int32Array(floor.groups.length);
  }

  /** Closes everything for a new day. */
  begin(): void {
    this.state.fill(states.closed);
    this.endsAt.fill(never);
    this.owed.fill(0);
    this.standby.fill(0);
    this.closing.fill(0);
    this.owedBreaks.fill(0);
    this.breaks.length = 0;
    this.ready = 0;
    this.firstReady = nobody;
    this.lastReady = nobody;
    this.nextEndMs = never;
    this.busyMs = 0;
    this.paidMs = 0;
    this.closingCount = 0;
  }

  /** Row of a station's present group in the floor's tables. */
  rowOf(station: number): number {
    return this.group[station]! * this.count + station;
  }

  start(station: number, visit: number, workMs: number, nowMs: number): void {
    this.notReady(station);
    this.visit[station] = visit;
    this.busyMs += workMs;
    this.until(station, states.busy, nowMs, nowMs + workMs);
  }

  /**
   * Lets the earliest end happen, at `nextEndMs`, and answers its station. A service that ends is followed by a turnaround where
   * there is one, else the station is free at once; the caller says how long through `turnaroundMs`.
   */
  end(nowMs: number, turnaroundMs: (station: number) => number): void {
    const station = this.nextEnding;
    const ended = this.state[station]!;
    this.endsAt[station] = never;
    if (ended === states.onBreak) this.paidSince[station] = nowMs;
    const gapMs = ended === states.busy ? turnaroundMs(station) : 0;
    if (gapMs > 0) this.set(station, states.turnaround, nowMs, nowMs + gapMs);
    else this.free(station, nowMs);
    this.findNextEnd();
  }

  /** A rise: who was still to leave stays; others open a station, or wait for one. */
  rise(group: number, count: number, nowMs: number): void {
    const staying = Math.min(this.owed[group]!, count);
    this.owed[group]! -= staying;
    for (let more = count - staying; more > 0; more--) this.seat(group, nowMs);
  }

  /** A fall: who waits for a station goes first, then who is idle, then the first to finish. */
  fall(group: number, count: number, nowMs: number): void {
    const unseated = Math.min(this.standby[group]!, count);
    this.standby[group]! -= unseated;
    const leaving = count - unseated;
    if (nowMs >= this.floor.closesMs) {
      // Who works to the end of the opening hours stays until nobody waits whom they can serve: see `releaseAfterClosing`.
      this.closing[group]! += leaving;
      this.closingCount += leaving;
      return;
    }
    const gone = leaveNow(this.idleOf(group), leaving, this.leavers);
    for (const station of this.leavers) this.close(station, nowMs);
    this.owed[group]! += leaving - gone;
  }

  /** Breaks fall due: idle people go now, the others when they are free. */
  breakDue(due: Break, nowMs: number): void {
    const gone = leaveNow(this.idleOf(due.group), due.count, this.leavers);
    for (const station of this.leavers) this.takeBreak(station, due, nowMs);
    const left = due.count - gone;
    if (left === 0) return;
    this.breaks.push({ due, left });
    this.owedBreaks[due.group]! += left;
  }

  /** After closing time: those whose shift is over go when nobody waits whom they can serve. */
  releaseAfterClosing(nowMs: number): void {
    if (this.closingCount === 0) return;
    for (let station = 0; station < this.count; station++) {
      if (this.state[station] !== states.ready) continue;
      const group = this.group[station]!;
      if (this.closing[group]! === 0) continue;
      const waiting = this.lines.anyFor(this.rowOf(station)) ? 1 : 0;
      if (staysAfterClosing(nowMs, this.floor.closesMs, waiting)) continue;
      this.closing[group]!--;
      this.closingCount--;
      this.close(station, nowMs);
    }
  }

  /** Open stations of a kind that can serve a service, paused ones left out; of these the ready ones. */
  able(service: number, kind: StationKind, readyOnly: boolean): number {
    let able = 0;
    for (let station = 0; station < this.count; station++) {
      const state = this.state[station]!;
      if (state <= states.onBreak || (readyOnly && state !== states.ready) || this.floor.branch.stations[station]!.kind !== kind)
        continue;
      able += this.floor.able[this.rowOf(station) * this.floor.services + service]!;
    }
    return able;
  }

  /** A person is free: leaves if due, takes the break that is due, or is ready. */
  private free(station: number, nowMs: number): void {
    const group = this.group[station]!;
    if (this.owed[group]! > 0) {
      this.owed[group]!--;
      this.close(station, nowMs, true);
    } else if (this.owedBreaks[group]! > 0 && this.state[station] !== states.onBreak) {
      const next = this.breaks.find(({ due, left }) => due.group === group && left > 0)!;
      next.left--;
      this.owedBreaks[group]!--;
      this.takeBreak(station, next.due, nowMs, true);
    } else {
      this.nowReady(station, nowMs);
    }
  }

  private takeBreak(station: number, due: Break, nowMs: number, wasBusy = false): void {
    if (!wasBusy) this.notReady(station);
    this.paidMs += nowMs - this.paidSince[station]!;
    this.until(station, states.onBreak, nowMs, breakEndsAt({ from: due.atMs, to: due.toMs }, nowMs, due.shiftEndMs));
  }

  private close(station: number, nowMs: number, wasBusy = false): void {
    if (!wasBusy) this.notReady(station);
    this.paidMs += nowMs - this.paidSince[station]!;
    this.set(station, states.closed, nowMs, never);
    for (let group = 0; group < this.standby.length; group++) {
      if (this.standby[group]! > 0 && this.floor.suits[group * this.count + station] === 1) {
        this.standby[group]!--;
        this.open(station, group, nowMs);
        return;
      }
    }
  }

  /** The first closed station where the group has work, in branch order; one that some shift names only if no other is left. */
  private seat(group: number, nowMs: number): void {
    for (let named = 0; named <= 1; named++) {
      for (let station = 0; station < this.count; station++) {
        const keep = this.floor.named[station] === 1 && this.floor.groups[group]!.station < 0 ? 1 : 0;
        if (this.state[station] !== states.closed || keep !== named || this.floor.suits[group * this.count + station] === 0)
          continue;
        this.open(station, group, nowMs);
        return;
      }
    }
    this.standby[group]!++;
  }

  private open(station: number, group: number, nowMs: number): void {
    this.group[station] = group;
    this.paidSince[station] = nowMs;
    this.nowReady(station, nowMs);
  }

  /** Joins the ready ones at the end; of those ready since the same ms, in branch order. */
  private nowReady(station: number, nowMs: number): void {
    this.set(station, states.ready, nowMs, never);
    let before = this.lastReady;
    while (before > station && this.since[before] === nowMs) before = this.readyBefore[before]!;
    const after = before === nobody ? this.firstReady : this.readyAfter[before]!;
    this.readyBefore[station] = before;
    this.readyAfter[station] = after;
    if (before === nobody) this.firstReady = station;
    else this.readyAfter[before] = station;
    if (after === nobody) this.lastReady = station;
    else this.readyBefore[after] = station;
    this.ready++;
  }

  private notReady(station: number): void {
    const before = this.readyBefore[station]!;
    const after = this.readyAfter[station]!;
    if (before === nobody) this.firstReady = after;
    else this.readyAfter[before] = after;
    if (after === nobody) this.lastReady = before;
    else this.readyBefore[after] = before;
    this.ready--;
  }

  private idleOf(group: number): Float64Array {
    for (let station = 0; station < this.count; station++) {
      const idle = this.state[station] === states.ready && this.group[station] === group;
      this.idleSince[station] = idle ? this.since[station]! : Number.NaN;
    }
    return this.idleSince;
  }

  private set(station: number, state: number, nowMs: number, endsAtMs: number): void {
    this.state[station] = state;
    this.since[station] = nowMs;
    this.endsAt[station] = endsAtMs;
  }

  /** Sets a state that ends, and minds the next end. */
  private until(station: number, state: number, nowMs: number, endsAtMs: number): void {
    this.set(station, state, nowMs, endsAtMs);
    const sooner = endsAtMs < this.nextEndMs;
    const before = endsAtMs === this.nextEndMs && this.goesBefore(station, this.nextEnding);
    if (!sooner && !before) return;
    this.nextEndMs = endsAtMs;
    this.nextEnding = station;
  }

  private findNextEnd(): void {
    let next = 0;
    let at = this.endsAt[0]!;
    for (let station = 1; station < this.count; station++) {
      const end = this.endsAt[station]!;
      if (end < at || (end === at && end !== never && this.goesBefore(station, next))) {
        next = station;
        at = end;
      }
    }
    this.nextEnding = next;
    this.nextEndMs = at;
  }

  /** Of two ends at the same ms: breaks, then services, then turnarounds (SPEC O1), then branch order. */
  private goesBefore(station: number, other: number): boolean {
    const byKind = this.state[station]! - this.state[other]!;
    return byKind !== 0 ? byKind < 0 : station < other;
  }
}
