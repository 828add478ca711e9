import { optionsFor } from '../../lobby/greeting/options-for.ts';
import type { Behaviour } from '../../workload/behaviour.ts';
import type { Tape } from '../../workload/tape.ts';
import type { Turnaround } from '../../workload/turnaround.ts';
import { type Floor, reaches } from '../floor/floor.ts';
import { beginOutcome, fates, type Outcome } from '../results/outcome.ts';
import { Turnarounds } from '../service/turnarounds.ts';
import { Absentees } from '../staff/absentees.ts';
import { People } from '../staff/people.ts';
import { states } from '../staff/places.ts';
import { Roster } from '../staff/roster.ts';
import { Stations } from '../staff/stations.ts';
import { PlainLines } from './plain-lines.ts';

const never = Number.POSITIVE_INFINITY;

/** Where each kind of need waits (service × segments + segment), when nothing about the floor and its people needs more than a plain day. */
function plainLineOf(floor: Floor, behaviour: Behaviour): Int16Array | null {
  const { branch, elastic, hasDevices, hasTeams, reach } = floor;
  if (elastic.length > 0 || hasDevices || hasTeams || reach.some((one) => one > reaches.first)) return null;
  if (behaviour.triage !== null || behaviour.balking !== null) return null;
  const ways = branch.services.flatMap(({ id }) => branch.segments.map(({ code }) => optionsFor(branch, id, code)));
  return ways.some((all) => all.length !== 1) ? null : Int16Array.from(ways, (all) => all[0]!.lineAt);
}

/**
 * The kernel's day where it can be short: one way for each need, and whoever works a station can serve all of a line or nobody.
 * The rules are the same and so are the roster, attendance, absences, turnaround, the stations and `chooseLine`; what such a day has no use for is
 * left out, which halves its cost. A property test holds its outcomes against the kernel's.
 */
export class PlainDay {
  declare private readonly floor: Floor;
  declare private readonly lineOf: Int16Array;
  declare private readonly people: People;
  declare private readonly lines: PlainLines;
  declare private readonly stations: Stations;
  declare private readonly roster: Roster;
  declare private readonly absentees: Absentees;
  declare private readonly turnarounds: Turnarounds;
  declare private readonly turnsAround: boolean;
  /** Turnaround that follows the service at a station, where it is known by its start; else NaN. */
  declare private readonly gapMs: Float64Array;

  private constructor(floor: Floor, lineOf: Int16Array, behaviour: Behaviour, turnaround: readonly (Turnaround | null)[]) {
    this.floor = floor;
    this.lineOf = lineOf;
    this.people = new People(floor);
    this.lines = new PlainLines(floor);
    this.stations = new Stations(floor, this.lines, this.people);
    this.roster = new Roster(floor, this.stations);
    this.absentees = new Absentees(floor, behaviour, this.stations, this.people);
    this.turnarounds = new Turnarounds(floor, turnaround, this.stations);
    this.turnsAround = turnaround.some((one) => one !== null);
    this.gapMs = new Float64Array(floor.stations);
  }

  /** Null where no day on this floor is plain. */
  static on(floor: Floor, behaviour: Behaviour, turnaround: readonly (Turnaround | null)[] = []): PlainDay | null {
    const lineOf = plainLineOf(floor, behaviour);
    return lineOf === null ? null : new PlainDay(floor, lineOf, behaviour, turnaround);
  }

  /** Whether the customers of a day are plain: one need each, nobody booked, everybody answers a call and is there at once. */
  takes(tape: Tape): boolean {
    return (
      tape.parkAfter === null &&
      tape.staff === null &&
      tape.firstNeed === null &&
      tape.slotMs === null &&
      tape.answersAt === null &&
      tape.pace === null
    );
  }

  run(tape: Tape, outcome: Outcome): void {
    const { absentees, lines, roster, stations } = this;
    const { closesMs } = this.floor;
    const { arrivalMs, visits } = tape;
    this.begin(tape, outcome);
    let visit = 0;
    let arrivesAt = visits > 0 ? arrivalMs[0]! : never;
    // Neither an arrival nor an end that is alone changes it.
    let staffAt = Math.min(roster.nextMs, absentees.nextMs, closesMs);
    for (;;) {
      const othersAt = Math.min(staffAt, lines.noneLeavesBefore);
      const endsAt = stations.nextEndMs;
      if (arrivesAt < endsAt && arrivesAt < othersAt) {
        // One moment in two is an arrival and nothing else.
        const nowMs = arrivesAt;
        arrivesAt = visit + 1 < visits ? arrivalMs[visit + 1]! : never;
        if (arrivesAt !== nowMs) {
          this.arriveAlone(tape, outcome, visit++, nowMs);
          continue;
        }
        arrivesAt = nowMs;
      } else if (endsAt < arrivesAt && endsAt < othersAt && this.endAlone(tape, outcome, endsAt)) continue;
      const nowMs = Math.min(arrivesAt, stations.nextEndMs, roster.nextMs, absentees.nextMs, lines.noneLeavesBefore);
      if (nowMs === never) break;
      if (roster.nextMs === nowMs) roster.begins(nowMs);
      while (stations.nextEndMs === nowMs) this.end(outcome, nowMs);
      if (roster.nextMs === nowMs) roster.ends(nowMs);
      if (absentees.nextMs === nowMs) absentees.act(nowMs);
      while (arrivesAt === nowMs) {
        lines.join(visit, outcome.line[visit]!);
        arrivesAt = ++visit < visits ? arrivalMs[visit]! : never;
      }
      if (lines.noneLeavesBefore <= nowMs) lines.leave(nowMs, outcome);
      if (lines.totalWaiting > 0 && stations.ready.count > 0) this.call(tape, outcome, nowMs);
      if (nowMs >= closesMs) stations.releaseAfterClosing(nowMs, noLaterNeed);
      staffAt = Math.min(roster.nextMs, absentees.nextMs, closesMs);
    }
    stations.report(outcome);
  }

  private begin(tape: Tape, outcome: Outcome): void {
    beginOutcome(outcome, tape.visits, tape.visits, false);
    this.settle(tape, outcome);
    this.people.begin();
    this.lines.begin(tape);
    this.stations.begin();
    this.roster.begin();
    this.absentees.begin(tape);
    this.turnarounds.begin(tape);
  }

  /** What is known of every visit before the day begins: its work is done by whoever serves it, and its line is the only one. */
  private settle({ segment, service, visits, workMs }: Tape, outcome: Outcome): void {
    const { lineOf } = this;
    const segments = this.floor.branch.segments.length;
    for (let visit = 0; visit < visits; visit++) {
      const kind = service[visit]!;
      outcome.line[visit] = lineOf[kind * segments + segment[visit]!]!;
      outcome.service[visit] = kind;
      outcome.workMs[visit] = workMs[visit]!;
    }
  }

  /** Nothing else happens now: who finds a ready station goes there without having waited in line. */
  private arriveAlone(tape: Tape, outcome: Outcome, visit: number, nowMs: number): void {
    const { floor, lines, stations } = this;
    const { ready } = stations;
    const line = outcome.line[visit]!;
    if (ready.count === 0) {
      lines.join(visit, line);
      return;
    }
    const station = ready.first;
    if (lines.totalWaiting > 0 || floor.rule.holdsBack || !lines.reaches(line, station, stations.group[station]!)) {
      lines.join(visit, line);
      this.call(tape, outcome, nowMs);
      return;
    }
    ready.remove(station);
    const endsAtMs = this.serve(tape, outcome, visit, station, nowMs);
    stations.until(station, this.serving(station), nowMs, endsAtMs);
  }

  /** Nothing else happens now, unless this answers false: then nothing has been done. */
  private endAlone(tape: Tape, outcome: Outcome, nowMs: number): boolean {
    const { floor, lines, stations } = this;
    const place = stations.ending;
    const group = stations.group[place]!;
    const waiting = lines.totalWaiting > 0;
    if (waiting && stations.ready.count > 0) return false;
    const state = stations.state[place]!;
    if ((state !== states.busy && state !== states.turnaround) || stations.isDue(place, group) || !stations.endsAlone())
      return false;
    if (this.turnsAround && state === states.busy && this.turnAround(outcome, place, nowMs)) return true;
    let line = -1;
    if (waiting) line = lines.choose(floor.rule, place, group, lines.occupied & stations.serves[place]!, nowMs);
    if (line >= 0) {
      const endsAtMs = this.serve(tape, outcome, lines.call(line), place, nowMs);
      stations.goesOn(this.serving(place), endsAtMs);
    } else {
      this.people.since[stations.person[place]!] = nowMs;
      stations.rests(nowMs);
    }
    return true;
  }

  /** The service that ends next is followed by a turnaround: false where it is not. */
  private turnAround(outcome: Outcome, place: number, nowMs: number): boolean {
    const gapMs = Number.isNaN(this.gapMs[place]!) ? this.turnarounds.next(place) : 0;
    if (gapMs === 0) return false;
    outcome.day.turnaroundMs += gapMs;
    this.people.since[this.stations.person[place]!] = nowMs;
    this.stations.goesOn(states.turnaround, nowMs + gapMs);
    return true;
  }

  /** Answers when the station will be done: with the turnaround, where that is known already. */
  private serve({ arrivalMs, workMs }: Tape, outcome: Outcome, visit: number, station: number, nowMs: number): number {
    const work = workMs[visit]!;
    outcome.fate[visit] = fates.served;
    outcome.waitMs[visit] = nowMs - arrivalMs[visit]!;
    outcome.station[visit] = station;
    this.stations.busyMs += work;
    return this.turnsAround ? this.withTurnaround(outcome, station, nowMs + work) : nowMs + work;
  }

  private withTurnaround(outcome: Outcome, station: number, servedAtMs: number): number {
    const gapMs = this.turnarounds.ahead(station);
    this.gapMs[station] = gapMs;
    if (!(gapMs > 0)) return servedAtMs;
    outcome.day.turnaroundMs += gapMs;
    return servedAtMs + gapMs;
  }

  /** The state of a station that serves: service and a turnaround that is known are one stretch of time. */
  private serving(station: number): number {
    return this.turnsAround && this.gapMs[station]! > 0 ? states.turnaround : states.busy;
  }

  private call(tape: Tape, outcome: Outcome, nowMs: number): void {
    const { floor, lines, stations } = this;
    const { ready } = stations;
    for (let station = ready.first; station >= 0 && lines.totalWaiting > 0; ) {
      const next = ready.after[station]!;
      const line = lines.choose(floor.rule, station, stations.group[station]!, lines.occupied & stations.serves[station]!, nowMs);
      if (line >= 0) {
        const visit = lines.call(line);
        const endsAtMs = this.serve(tape, outcome, visit, station, nowMs);
        stations.take(station, visit);
        stations.until(station, this.serving(station), nowMs, endsAtMs);
      }
      station = next;
    }
  }

  private end(outcome: Outcome, nowMs: number): void {
    const { people, stations } = this;
    const state = stations.state[stations.ending]!;
    if (this.turnsAround && state === states.busy && this.turnAround(outcome, stations.ending, nowMs)) return;
    const place = stations.takeEnd();
    if (state === states.busy) people.since[stations.person[place]!] = nowMs;
    if (state === states.busy || state === states.turnaround) stations.free(place, nowMs, false);
    else stations.back(place, nowMs);
  }
}

const noLaterNeed = (): boolean => false;
