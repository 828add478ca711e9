import { chooseLine } from '../lobby/calling/choose.ts';
import { readyAt } from '../lobby/ready-at.ts';
import { type Behaviour, balkShare, plainBehaviour } from '../workload/behaviour.ts';
import { firstNeedOf, type Tape } from '../workload/tape.ts';
import type { Turnaround } from '../workload/turnaround.ts';
import { LaterNeeds } from './customers/later-needs.ts';
import { statuses, Visits } from './customers/visits.ts';
import { WaitingLines } from './customers/waiting-lines.ts';
import type { Way } from './customers/way.ts';
import type { Floor } from './floor/floor.ts';
import type { From } from './floor/from.ts';
import type { Scribe } from './journal/scribe.ts';
import { PlainDay } from './plain/plain-day.ts';
import { beginOutcome, fates, nextRecord, type Outcome } from './results/outcome.ts';
import { ElasticWatch } from './service/elastic-watch.ts';
import { Greeters } from './service/greeters.ts';
import { MissedBookings } from './service/missed-bookings.ts';
import { Parked } from './service/parked.ts';
import { Quoter } from './service/quoter.ts';
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
  private readonly floor: Floor;
  private readonly behaviour: Behaviour;
  private readonly visits = new Visits();
  private readonly people: People;
  private readonly lines: WaitingLines;
  private readonly stations: Stations;
  private readonly teams: Teams;
  private readonly routes: RouteMaker;
  private readonly later: LaterNeeds;
  private readonly parked: Parked;
  private readonly service: Service;
  private readonly greeters: Greeters | null;
  private readonly elastic: ElasticWatch | null;
  private readonly absentees: Absentees;
  private readonly missed: MissedBookings;
  private readonly quoter: Quoter;
  private readonly roster: Roster;
  private readonly plain: PlainDay | null;
  private scribe: Scribe | null = null;

  /** `turnaround` by group of the floor. */
  constructor(floor: Floor, turnaround: readonly (Turnaround | null)[] = [], behaviour: Behaviour = plainBehaviour) {
    this.floor = floor;
    this.behaviour = behaviour;
    this.people = new People(floor);
    this.lines = new WaitingLines(floor, this.visits, (station, visit) => this.service.canNow(station, visit));
    this.stations = new Stations(floor, this.lines, this.people);
    this.teams = new Teams(floor, this.people, this.stations);
    this.routes = new RouteMaker(floor, this.visits, this.lines, this.stations, this.people);
    this.later = new LaterNeeds(floor);
    this.parked = new Parked(floor, this.stations);
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
      {
        wayFor: (visit, service) => this.routes.wayFor(visit, service),
        wait: (visit, nowMs, way, afterDevice) => this.wait(visit, nowMs, way, afterDevice),
      },
    );
    this.greeters =
      behaviour.triage !== null && floor.atPost.includes(1) ? new Greeters(this.visits, this.stations, behaviour) : null;
    this.elastic = floor.elastic.length > 0 ? new ElasticWatch(floor, this.lines, this.stations) : null;
    if (this.elastic !== null) {
      this.lines.changed = this.elastic.look;
      this.stations.changed = this.elastic.look;
    }
    this.absentees = new Absentees(floor, behaviour, this.stations, this.people);
    this.missed = new MissedBookings(floor);
    this.quoter = new Quoter(floor, this.visits, this.lines, this.stations);
    this.roster = new Roster(floor, this.stations);
    this.plain = turnaround.some((one) => one !== null) ? null : PlainDay.on(floor, behaviour);
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
    const { absentees, elastic, greeters, lines, missed, parked, roster, service, stations } = this;
    const { closesMs, hasDevices } = this.floor;
    const { arrivalMs, visits } = tape;
    this.begin(tape, outcome, scribe, from);
    let visit = from === null ? 0 : from.visits.length;
    let closing = from !== null && from.atMs >= closesMs;
    let arrivesAt = visit < visits ? arrivalMs[visit]! : never;
    if (from === null) this.openDevices(Math.min(this.floor.opensMs, arrivesAt, roster.nextMs));
    else this.resume(from);
    // Stations that rules opened are looked at when the doors close, whether anything else happens then or not.
    let closesAt = elastic === null || closing ? never : closesMs;
    // Most days have nothing but arrivals, ends, roster changes and patience: they do not look further.
    const extras = elastic !== null || absentees.nextMs !== never || missed.nextMs !== never || tape.parkAfter !== null;
    for (;;) {
      let nowMs = Math.min(arrivesAt, stations.nextEndMs, roster.nextMs, lines.noneLeavesBefore);
      if (extras)
        nowMs = Math.min(nowMs, absentees.nextMs, elastic === null ? never : elastic.dueMs, missed.nextMs, closesAt, parked.nextMs);
      if (nowMs === never) break;
      if (elastic !== null) elastic.setTime(nowMs);
      if (roster.nextMs === nowMs) roster.begins(nowMs);
      while (stations.nextEndMs === nowMs) this.end(tape, nowMs);
      if (roster.nextMs === nowMs) roster.ends(nowMs);
      if (extras && absentees.nextMs === nowMs) absentees.act(nowMs);
      if (elastic !== null && elastic.dueMs <= nowMs && nowMs < closesMs) elastic.act(nowMs);
      if (missed.nextMs === nowMs) missed.act(nowMs);
      if (parked.nextMs === nowMs) parked.comeBack(nowMs);
      while (arrivesAt === nowMs) {
        this.arrive(tape, visit, nowMs);
        arrivesAt = ++visit < visits ? arrivalMs[visit]! : never;
      }
      if (greeters !== null) greeters.take(tape, nowMs);
      if (lines.noneLeavesBefore <= nowMs) this.leave(outcome, nowMs);
      let seatings: number;
      do {
        if (hasDevices) service.startAssisted(nowMs);
        if (parked.anybodyBack) this.resumeOrCall(nowMs);
        else if (lines.totalWaiting > 0 && stations.ready.count > 0) this.call(nowMs);
        seatings = stations.seatings;
        if (nowMs >= closesMs) {
          if (!closing && elastic !== null) elastic.closeAfterClosing();
          closing = true;
          closesAt = never;
          stations.releaseAfterClosing(nowMs, this.later.anyFor, parked.anybodyAway);
        }
      } while (stations.seatings > seatings);
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
    if (this.greeters !== null) this.greeters.begin(tape);
    if (this.elastic !== null) this.elastic.begin();
    this.absentees.begin(tape);
    this.scribe = scribe;
    this.stations.scribe = scribe;
    this.service.scribe = scribe;
    if (this.elastic !== null) this.elastic.scribe = scribe;
    this.routes.explains = scribe !== null;
    this.tape = tape;
    this.outcome = outcome;
    this.missed.begin(tape, scribe);
    if (scribe !== null) scribe.begins(tape, from);
  }

  /** Takes up the day where it is. */
  private resume(from: From): void {
    const { absentees, elastic, greeters, later, lines, missed, outcome, parked, roster, service, stations, tape, teams, visits } =
      this;
    const { atMs } = from;
    roster.skipTo(atMs);
    absentees.skipTo(atMs);
    missed.skipTo(atMs);
    from.visits.forEach(({ failed, line, mode, need, number, readyAtMs, sinceMs, waits, wasParked }, visit) => {
      const row = firstNeedOf(tape, visit) + need;
      visits.take(tape, visit, row, number, sinceMs);
      visits.failed[visit] = failed ? 1 : 0;
      if (tape.parkAfter !== null) visits.parked[visit] = wasParked ? 1 : 0;
      visits.mode[visit] = mode;
      visits.line[visit] = line;
      visits.status[visit] = waits ? statuses.waiting : statuses.called;
      visits.readyAt[visit] = readyAtMs;
      visits.leavesAt[visit] = Math.max(sinceMs + tape.patienceMs[row]!, atMs + 1);
      outcome.line[visit] = line;
      outcome.service[visit] = visits.service[visit]!;
      later.isAt(visit, row);
      if (waits) lines.join(visit, line);
    });
    for (const { visit } of from.parked) {
      visits.status[visit] = statuses.parked;
      later.add(visits.service[visit]!, 1);
    }
    parked.resume(from.parked, atMs);
    for (const visit of from.newcomers) greeters?.newcomer(visit);
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

  private tape!: Tape;
  private outcome!: Outcome;

  /** Devices are there for everybody from the start of the day. */
  private openDevices(nowMs: number): void {
    if (!this.floor.hasDevices) return;
    if (this.elastic !== null) this.elastic.setTime(nowMs);
    for (let station = 0; station < this.floor.stations; station++) {
      if (this.floor.isDevice[station] === 1) this.stations.openAlone(station, this.floor.deviceGroup, nowMs);
    }
  }

  private end(tape: Tape, nowMs: number): void {
    const { stations } = this;
    const place = stations.takeEnd();
    switch (stations.state[place]) {
      case states.busy:
        if (place < this.floor.stations) this.service.finish(place, nowMs);
        else this.triaged(tape, place, nowMs);
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

  private arrive(tape: Tape, visit: number, nowMs: number): void {
    const { behaviour, routes, scribe, visits } = this;
    visits.arrive(tape, visit, nowMs);
    visits.readyAt[visit] = tape.slotMs === null ? nowMs : readyAt(this.floor.branch, nowMs, tape.slotMs[visit]!);
    const service = visits.service[visit]!;
    const way = routes.wayFor(visit, service);
    const booked = tape.slotMs !== null && !Number.isNaN(tape.slotMs[visit]!);
    const quoting = scribe !== null || (behaviour.balking !== null && behaviour.balking.onQuote.length > 0);
    const quote = quoting && !booked ? this.quoter.quote(service, way.lineAt) : null;
    if (scribe !== null) scribe.issued(visit, visits.readyAt[visit]!, way, quote, nowMs);
    if (tape.firstNeed !== null) this.later.arrives(visit);
    let patienceMs = tape.patienceMs[visits.row[visit]!]!;
    if (tape.balk !== null && behaviour.balking !== null) {
      const { onLength, onQuote } = behaviour.balking;
      const length = this.lines.length(way.lineAt);
      const put = Math.max(
        balkShare(onLength, (at) => length >= onLength[at]!.atLeast),
        quote === null ? 0 : balkShare(onQuote, (at) => quote.highMs >= onQuote[at]!.atLeastMs),
      );
      if (tape.balk[visit]! < put) patienceMs = 1;
    }
    visits.leavesAt[visit] = nowMs + patienceMs;
    this.place(visit, way);
    if (this.greeters !== null && !this.canBeCalled(visit)) this.greeters.newcomer(visit);
  }

  /** [Y16] Some station is ready that can serve this visit now, whoever else waits. */
  private canBeCalled(visit: number): boolean {
    const { lines, stations } = this;
    for (let station = stations.ready.first; station >= 0; station = stations.ready.after[station]!)
      if (lines.canServe(station, stations.group[station]!, visit)) return true;
    return false;
  }

  private place(visit: number, way: Way): void {
    const { outcome, visits } = this;
    visits.mode[visit] = way.modeAt;
    visits.status[visit] = statuses.waiting;
    const record = visits.record[visit]!;
    outcome.line[record] = way.lineAt;
    outcome.service[record] = visits.service[visit]!;
    this.lines.join(visit, way.lineAt);
  }

  /** The wait for another need begins: `way` says where, or the policy does. */
  private wait(visit: number, nowMs: number, way: Way | null, afterDevice: boolean): void {
    const { routes, tape, visits } = this;
    const service = visits.service[visit]!;
    const chosen = way ?? (afterDevice ? routes.wayAfterDevice(visit, service) : routes.wayFor(visit, service));
    if (way === null && this.scribe !== null) this.scribe.routed(visit, visits.need[visit]!, chosen, nowMs);
    visits.record[visit] = nextRecord(this.outcome, visit, nowMs);
    visits.since[visit] = nowMs;
    visits.leavesAt[visit] = nowMs + tape.patienceMs[visits.row[visit]!]!;
    this.place(visit, chosen);
  }

  /** A greeter has heard a newcomer: those who still wait are routed anew (SPEC Y16). */
  private triaged(tape: Tape, post: number, nowMs: number): void {
    const { lines, routes, stations, visits } = this;
    const visit = stations.visit[post]!;
    // The run began within a triage whose newcomer has left the lobby.
    if (visit < 0) {
      stations.free(post, nowMs, true);
      return;
    }
    const { day } = this.outcome;
    day.triageMs += tape.triageMs![visit]!;
    if (visits.status[visit] === statuses.waiting && visits.need[visit] === 0) {
      day.greeted++;
      day.greetedMs += nowMs - tape.arrivalMs[visit]!;
      const advice = routes.wayFor(visit, visits.service[visit]!);
      const kept = routes.wayKept(visit);
      const obeys =
        (advice.lineAt === kept.lineAt && advice.kind === kept.kind) || tape.obedience![visit]! < this.behaviour.triage!.obeyShare;
      const way = obeys ? advice : kept;
      if (this.scribe !== null) this.scribe.greeted(visit, 0, stations.person[post]!, advice, obeys ? null : kept, nowMs);
      visits.mode[visit] = way.modeAt;
      this.outcome.line[visits.record[visit]!] = way.lineAt;
      if (way.lineAt !== visits.line[visit]) lines.move(visit, way.lineAt);
    }
    stations.free(post, nowMs, true);
  }

  private leave(outcome: Outcome, nowMs: number): void {
    const { lines, visits } = this;
    for (let visit = lines.nextLeaver(nowMs); visit >= 0; visit = lines.nextLeaver(nowMs)) {
      const record = visits.record[visit]!;
      outcome.fate[record] = fates.left;
      outcome.waitMs[record] = nowMs - visits.since[visit]!;
      visits.status[visit] = statuses.gone;
      this.later.goes(visit, visits.row[visit]!);
      if (this.scribe !== null) this.scribe.abandoned(visit, nowMs);
    }
  }

  /**
   * Ready stations call, the longest ready first, then branch order (SPEC S5). Each takes one, so one look at each is enough: whom
   * a station cannot serve now, it cannot serve after others have called either.
   */
  private call(nowMs: number): void {
    const { floor, lines, service, stations } = this;
    for (let station = stations.ready.first; station >= 0 && lines.totalWaiting > 0; ) {
      let next = stations.ready.after[station]!;
      const line = lines.looksFrom(station, stations.group[station]!) ? chooseLine(lines, floor.rule, station, nowMs) : -1;
      if (line >= 0) {
        const lent = service.call(station, lines.call(line), line, nowMs);
        // Who joined a team is not ready any more: begin again with who is.
        if (lent) next = stations.ready.first;
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
      else if (lines.looksFrom(station, stations.group[station]!)) {
        const line = chooseLine(lines, floor.rule, station, nowMs);
        if (line >= 0) lent = service.call(station, lines.call(line), line, nowMs);
      }
      if (lent) next = stations.ready.first;
      station = next;
    }
  }

  private readonly canNow = (station: number, visit: number): boolean => this.service.canNow(station, visit);
}
