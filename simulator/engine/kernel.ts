import { type Behaviour, plainBehaviour } from '../workload/behaviour.ts';
import type { Tape } from '../workload/tape.ts';
import type { Turnaround } from '../workload/turnaround.ts';
import { LaterNeeds } from './customers/later-needs.ts';
import { Visits } from './customers/visits.ts';
import { WaitingLines } from './customers/waiting-lines.ts';
import type { Floor } from './floor/floor.ts';
import type { From } from './floor/from.ts';
import type { Scribe } from './journal/scribe.ts';
import { PlainDay } from './plain/plain-day.ts';
import { beginOutcome, type Outcome } from './results/outcome.ts';
import { ElasticWatch } from './service/elastic-watch.ts';
import { Entrance } from './service/entrance.ts';
import { MissedBookings } from './service/missed-bookings.ts';
import { Parked } from './service/parked.ts';
import { RouteMaker } from './service/route-maker.ts';
import { Service } from './service/service.ts';
import { Absentees } from './staff/absentees.ts';
import { People } from './staff/people.ts';
import { states } from './staff/places.ts';
import { Roster } from './staff/roster.ts';
import { Stations } from './staff/stations.ts';
import { Teams } from './staff/teams.ts';

const never = Number.POSITIVE_INFINITY;

/**
 * The engine: a day's tape through a floor. Made once for a floor and used for many days; a run of what the bank day needs allocates
 * nothing. It knows the next arrival, the next end at a station, the next roster change, the earliest end of patience and, where
 * the model has them, the next absence and elastic rule, and goes to the earliest; what happens at one ms happens in the order of
 * SPEC Y5. Which line is called is `chooseLine`'s answer, as live.
 */
export class Kernel {
  declare private readonly floor: Floor;
  private readonly visits = new Visits();
  declare private readonly people: People;
  declare private readonly lines: WaitingLines;
  declare private readonly stations: Stations;
  declare private readonly teams: Teams;
  declare private readonly routes: RouteMaker;
  declare private readonly later: LaterNeeds;
  declare private readonly parked: Parked;
  declare private readonly entrance: Entrance;
  declare private readonly service: Service;
  declare private readonly elastic: ElasticWatch | null;
  declare private readonly absentees: Absentees;
  declare private readonly missed: MissedBookings;
  declare private readonly roster: Roster;
  declare private readonly plain: PlainDay | null;

  /** `turnaround` by group of the floor. */
  constructor(floor: Floor, turnaround: readonly (Turnaround | null)[] = [], behaviour: Behaviour = plainBehaviour) {
    this.floor = floor;
    this.people = new People(floor);
    this.lines = new WaitingLines(floor, this.visits, (station, visit) => this.service.canNow(station, visit));
    this.stations = new Stations(floor, this.lines, this.people);
    this.teams = new Teams(floor, this.people, this.stations);
    this.routes = new RouteMaker(floor, this.visits, this.lines, this.stations, this.people);
    this.later = new LaterNeeds(floor);
    this.parked = new Parked(floor, this.stations);
    this.entrance = new Entrance(floor, behaviour, this.visits, this.lines, this.stations, this.routes, this.later);
    this.service = new Service(
      floor,
      behaviour,
      turnaround,
      this.visits,
      this.people,
      this.stations,
      this.teams,
      this.later,
      this.parked,
      this.entrance,
    );
    this.elastic = floor.elastic.length > 0 ? new ElasticWatch(floor, this.stations) : null;
    if (this.elastic !== null) {
      this.lines.watch = this.elastic;
      this.stations.changed = this.elastic.look;
    }
    this.absentees = new Absentees(floor, behaviour, this.stations, this.people);
    this.missed = new MissedBookings(floor);
    this.roster = new Roster(floor, this.stations);
    this.plain = PlainDay.on(floor, behaviour, turnaround);
  }

  /**
   * Runs a day. It ends by itself: every arrival is served, leaves, or is unserved when the last of the staff has gone. With a scribe
   * the day is also written down.
   */
  run(tape: Tape, outcome: Outcome, scribe: Scribe | null = null, from: From | null = null): void {
    if (this.plain !== null && scribe === null && from === null && this.plain.takes(tape)) this.plain.run(tape, outcome);
    else this.runAny(tape, outcome, scribe, from);
  }

  private runAny(tape: Tape, outcome: Outcome, scribe: Scribe | null, from: From | null): void {
    const { absentees, elastic, entrance, lines, missed, parked, roster, service, stations } = this;
    const { greeters } = entrance;
    const { closesMs, hasDevices } = this.floor;
    const { arrivalMs, visits } = tape;
    this.begin(tape, outcome, scribe, from);
    let visit = from === null ? 0 : from.visits.length;
    let closing = from !== null && from.atMs >= closesMs;
    let arrivesAt = visit < visits ? arrivalMs[visit]! : never;
    if (from === null) this.openDevices(Math.min(this.floor.opensMs, arrivesAt, roster.nextMs));
    else this.takeUp(from);
    // Stations that rules opened are looked at when the doors close, whether anything else happens then or not.
    let closesAt = elastic === null || closing ? never : closesMs;
    const parks = tape.parkAfter !== null || parked.anybodyAway || parked.anybodyBack;
    // What customers do changes none of these.
    let othersAt = Math.min(roster.nextMs, absentees.nextMs, missed.nextMs, closesAt);
    for (;;) {
      let nowMs = Math.min(arrivesAt, stations.nextEndMs, othersAt, lines.noneLeavesBefore);
      if (elastic !== null && elastic.dueMs < nowMs) nowMs = elastic.dueMs;
      if (parks && parked.nextMs < nowMs) nowMs = parked.nextMs;
      if (nowMs === never) break;
      const others = nowMs === othersAt;
      if (elastic !== null) elastic.setTime(nowMs);
      if (others && roster.nextMs === nowMs) roster.begins(nowMs);
      while (stations.nextEndMs === nowMs) this.end(nowMs);
      if (others && roster.nextMs === nowMs) roster.ends(nowMs);
      if (others && absentees.nextMs === nowMs) absentees.act(nowMs);
      if (elastic !== null && elastic.dueMs <= nowMs && nowMs < closesMs) elastic.act(nowMs);
      if (others && missed.nextMs === nowMs) missed.act(nowMs);
      if (parks && parked.nextMs === nowMs) parked.comeBack(nowMs);
      while (arrivesAt === nowMs) {
        entrance.arrive(visit, nowMs);
        arrivesAt = ++visit < visits ? arrivalMs[visit]! : never;
      }
      if (greeters !== null) greeters.take(tape, nowMs);
      if (lines.noneLeavesBefore <= nowMs) entrance.leave(nowMs);
      let seatings: number;
      do {
        if (hasDevices) service.startAssisted(nowMs);
        if (parks && parked.anybodyBack) this.resumeOrCall(nowMs);
        else if (lines.totalWaiting > 0 && stations.ready.count > 0) this.call(nowMs);
        seatings = stations.seatings;
        if (nowMs >= closesMs) {
          if (!closing && elastic !== null) elastic.closeAfterClosing();
          closing = true;
          closesAt = never;
          stations.releaseAfterClosing(nowMs, this.later.anyFor, parked.anybodyAway);
        }
      } while (stations.seatings > seatings);
      if (others) othersAt = Math.min(roster.nextMs, absentees.nextMs, missed.nextMs, closesAt);
    }
    stations.report(outcome);
    if (scribe !== null) scribe.ends(this.visits.stillIn(visits), this.service.deviceOf);
  }

  private begin(tape: Tape, outcome: Outcome, scribe: Scribe | null, from: From | null): void {
    const { floor } = this;
    beginOutcome(
      outcome,
      tape.visits,
      tape.firstNeed === null ? tape.visits : tape.needs,
      floor.hasDevices && tape.deviceFails !== null,
    );
    this.visits.begin(tape);
    this.lines.begin(tape.visits);
    this.people.begin();
    this.stations.begin();
    this.roster.begin();
    if (floor.hasTeams) this.teams.begin();
    this.routes.begin(tape.segment, tape.traits);
    this.later.begin(tape);
    this.parked.begin();
    this.service.begin(tape, outcome);
    this.entrance.begin(tape, outcome);
    if (this.elastic !== null) this.elastic.begin();
    this.absentees.begin(tape);
    this.entrance.scribe = scribe;
    this.stations.scribe = scribe;
    this.service.scribe = scribe;
    if (this.elastic !== null) this.elastic.scribe = scribe;
    this.routes.explains = scribe !== null;
    this.missed.begin(tape, scribe);
    if (scribe !== null) scribe.begins(tape, from);
  }

  /** Takes up the day where it is. */
  private takeUp(from: From): void {
    const { absentees, elastic, entrance, lines, missed, parked, roster, service, stations, teams } = this;
    const { atMs } = from;
    roster.skipTo(atMs);
    absentees.skipTo(atMs);
    missed.skipTo(atMs);
    entrance.resume(from);
    parked.resume(from.parked, atMs);
    lines.resume(from.callsSoFar);
    stations.resume(from);
    for (const place of from.places) {
      if (place.visit >= 0 && place.place < this.floor.stations) service.resume(place);
      if (place.team.length > 0) teams.hold(place.place, place.team);
    }
    if (elastic !== null) elastic.resume(from.rules, atMs);
    if (parked.anybodyBack) this.resumeOrCall(atMs);
    else if (lines.totalWaiting > 0 && stations.ready.count > 0) this.call(atMs);
  }

  /** Devices are there for everybody from the start of the day. */
  private openDevices(nowMs: number): void {
    if (!this.floor.hasDevices) return;
    if (this.elastic !== null) this.elastic.setTime(nowMs);
    for (let station = 0; station < this.floor.stations; station++) {
      if (this.floor.isDevice[station] === 1) this.stations.openAlone(station, this.floor.deviceGroup, nowMs);
    }
  }

  private end(nowMs: number): void {
    const { stations } = this;
    const place = stations.takeEnd();
    switch (stations.state[place]) {
      case states.busy:
        if (place < this.floor.stations) this.service.finish(place, nowMs);
        else this.entrance.triaged(place, nowMs);
        break;
      case states.calling:
        this.service.answer(place, nowMs);
        break;
      case states.turnaround:
        stations.free(place, nowMs, false);
        break;
      default:
        stations.back(place, nowMs);
    }
  }

  /**
   * Ready stations call, the longest ready first, then branch order (SPEC S5). Each takes one, so one look at each is enough: whom
   * a station cannot serve now, it cannot serve after others have called either.
   */
  private call(nowMs: number): void {
    const { floor, lines, service, stations } = this;
    const { ready, serves } = stations;
    for (let station = ready.first; station >= 0 && lines.totalWaiting > 0; ) {
      let next = ready.after[station]!;
      const seen = lines.occupied & serves[station]!;
      const line = seen === 0 ? -1 : lines.choose(floor.rule, station, stations.group[station]!, seen, nowMs);
      if (line >= 0) {
        const lent = service.call(station, lines.call(line), line, nowMs);
        // Who joined a team is not ready any more: begin again with who is.
        if (lent) next = ready.first;
      }
      station = next;
    }
  }

  /** [Y24] The same, where somebody is back in the middle of a service: whoever is ready goes on with them first. */
  private resumeOrCall(nowMs: number): void {
    const { floor, lines, parked, service, stations, visits } = this;
    for (let station = stations.ready.first; station >= 0; ) {
      let next = stations.ready.after[station]!;
      const back = parked.takeFor(station, visits.service, this.canNow);
      let lent = false;
      if (back >= 0) lent = service.resumeAt(station, back, nowMs);
      else {
        const line = lines.choose(floor.rule, station, stations.group[station]!, lines.occupied & stations.serves[station]!, nowMs);
        if (line >= 0) lent = service.call(station, lines.call(line), line, nowMs);
      }
      if (lent) next = stations.ready.first;
      station = next;
    }
  }

  private readonly canNow = (station: number, visit: number): boolean => this.service.canNow(station, visit);
}
