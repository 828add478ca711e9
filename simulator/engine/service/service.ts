import { modeKinds } from '../../lobby/branch/service.ts';
import { kindOf } from '../../lobby/greeting/options-for.ts';
import type { Behaviour } from '../../workload/behaviour.ts';
import { firstNeedOf, type Tape } from '../../workload/tape.ts';
import type { Turnaround } from '../../workload/turnaround.ts';
import type { LaterNeeds } from '../customers/later-needs.ts';
import { statuses, type Visits } from '../customers/visits.ts';
import type { Way } from '../customers/way.ts';
import type { Floor } from '../floor/floor.ts';
import type { PlaceNow } from '../floor/from.ts';
import type { Scribe } from '../journal/scribe.ts';
import { fates, type Outcome } from '../results/outcome.ts';
import type { People } from '../staff/people.ts';
import { states } from '../staff/places.ts';
import type { Stations } from '../staff/stations.ts';
import type { Teams } from '../staff/teams.ts';
import { type Parked, stretchMs } from './parked.ts';
import { Turnarounds } from './turnarounds.ts';

const nobody = -1;
const assisted = modeKinds.indexOf('assisted-device');

/** What a need that ends asks of the lobby: where a service goes, and to wait there (`way`: where to; null: ask the policy). */
export interface NextNeed {
  wayFor(visit: number, service: number): Way;
  wait(visit: number, nowMs: number, way: Way | null, afterDevice: boolean): void;
}

/** What happens between a call and the end of the turnaround (SPEC Y12 to Y15). */
export class Service {
  scribe: Scribe | null = null;
  declare private readonly floor: Floor;
  declare private readonly behaviour: Behaviour;
  declare private readonly visits: Visits;
  declare private readonly people: People;
  declare private readonly stations: Stations;
  declare private readonly teams: Teams;
  declare private readonly later: LaterNeeds;
  declare private readonly parked: Parked;
  declare private readonly next: NextNeed;
  declare private readonly turnarounds: Turnarounds;
  /** Calls made for the customer a station calls; who assists at a device. */
  declare private readonly calls: Uint8Array;
  declare private readonly assistant: Int16Array;
  /** Turnaround that follows a service, where it is known by its start; else NaN. */
  declare private readonly gapMs: Float64Array;
  private unassisted = 0;
  /** The mode makes no difference to the work today. */
  private oneWork = true;
  declare private tape: Tape;
  declare private outcome: Outcome;

  constructor(
    floor: Floor,
    behaviour: Behaviour,
    turnaround: readonly (Turnaround | null)[],
    visits: Visits,
    people: People,
    stations: Stations,
    teams: Teams,
    later: LaterNeeds,
    parked: Parked,
    next: NextNeed,
  ) {
    this.floor = floor;
    this.behaviour = behaviour;
    this.visits = visits;
    this.people = people;
    this.stations = stations;
    this.teams = teams;
    this.later = later;
    this.parked = parked;
    this.next = next;
    this.turnarounds = new Turnarounds(floor, turnaround, stations);
    this.calls = new Uint8Array(floor.stations);
    this.gapMs = new Float64Array(floor.stations);
    this.assistant = new Int16Array(floor.stations).fill(nobody);
  }

  begin(tape: Tape, outcome: Outcome): void {
    this.tape = tape;
    this.outcome = outcome;
    this.unassisted = 0;
    this.oneWork = tape.workIn.every((column) => column === tape.workMs);
    this.assistant.fill(nobody);
    this.gapMs.fill(Number.NaN);
    this.turnarounds.begin(tape);
  }

  /** A customer is called, served or waits for assistance at a place when the run begins. */
  resume({ assistant, calls, place, state, visit }: PlaceNow): void {
    const { floor, outcome, people, tape, visits } = this;
    this.calls[place] = calls;
    if (floor.isDevice[place] === 1) this.later.add(visits.service[visit]!, 1);
    if (state === states.unassisted) this.unassisted++;
    if (state !== states.busy) return;
    if (assistant !== nobody) people.assisting[assistant]!++;
    this.assistant[place] = assistant;
    const record = visits.record[visit]!;
    const row = visits.row[visit]!;
    const wholeMs = tape.workIn[this.modeOf(place, visit)]![row]!;
    outcome.workMs[record]! += floor.isDevice[place] === 1 ? wholeMs : stretchMs(tape, row, wholeMs, visits.parked[visit] === 1);
    outcome.station[record] = place;
  }

  /** Whether the people beyond the one at the station are free now. */
  canNow(station: number, visit: number): boolean {
    const service = this.visits.service[visit]!;
    if (this.floor.isDevice[station] === 1) return this.modeOf(station, visit) !== assisted || this.people.freeAssistant() >= 0;
    return this.teams.freeFor(service, station) !== null;
  }

  /** A station calls; answers whether others are held for it. */
  call(station: number, visit: number, line: number, nowMs: number): boolean {
    const { floor, stations, tape, visits } = this;
    const service = visits.service[visit]!;
    const device = floor.isDevice[station] === 1;
    visits.status[visit] = statuses.called;
    stations.take(station, visit);
    let lent = false;
    if (floor.hasTeams && !device) {
      const team = this.teams.freeFor(service, station)!;
      lent = team.length > 0;
      if (lent) this.teams.hold(station, team);
    }
    if (device) this.later.add(service, 1);
    if (this.scribe !== null)
      this.scribe.called(visit, visits.need[visit]!, station, line, stations.person[station]!, this.membersAt(station), nowMs);
    if (tape.answersAt === null && tape.pace === null) this.start(station, nowMs);
    else {
      this.calls[station] = 1;
      this.expect(station, visit, nowMs);
    }
    return lent;
  }

  /** Until the customer who answers is here, or until the next call. */
  private expect(station: number, visit: number, nowMs: number): void {
    const { answersAt, pace } = this.tape;
    const answers = answersAt === null || answersAt[visit] === this.calls[station];
    if (!answers) {
      this.stations.until(station, states.calling, nowMs, nowMs + this.behaviour.recallAfterMs);
      return;
    }
    const walkMs = pace === null ? 0 : Math.round(this.floor.walkMs[station]! * pace[visit]!);
    // Who is sure to come and to be served is served from then on: nothing else depends on the moment, unless it is to be written down.
    if (walkMs === 0 || (this.scribe === null && this.floor.isDevice[station] === 0)) this.start(station, nowMs + walkMs);
    else this.stations.until(station, states.calling, nowMs, nowMs + walkMs);
  }

  /** A walk ends, or nobody has come for long enough. */
  answer(station: number, nowMs: number): void {
    const { stations, tape, visits } = this;
    const visit = stations.visit[station]!;
    const lead = stations.person[station]!;
    if (tape.answersAt === null || tape.answersAt[visit] === this.calls[station]) {
      this.start(station, nowMs);
    } else if (this.calls[station]! < this.floor.branch.rules.callsBeforeNoShow) {
      this.calls[station]!++;
      if (this.scribe !== null) this.scribe.recalled(visit, station, lead, nowMs);
      this.expect(station, visit, nowMs);
    } else {
      this.outcome.fate[visits.record[visit]!] = fates.noShow;
      this.outcome.waitMs[visits.record[visit]!] = nowMs - visits.since[visit]!;
      visits.status[visit] = statuses.gone;
      if (this.floor.isDevice[station] === 1) this.later.add(visits.service[visit]!, -1);
      this.later.goes(visit, visits.row[visit]!);
      if (this.scribe !== null) this.scribe.noShow(visit, station, lead, nowMs);
      if (lead >= 0) this.people.since[lead] = nowMs;
      const team = this.floor.hasTeams ? this.teams.release(station, nowMs) : noTeam;
      this.freeStation(station, nowMs);
      if (team.length > 0) this.teams.comeBack(team, nowMs);
    }
  }

  /** Device users who wait at it for somebody to assist start when there is one. */
  startAssisted(nowMs: number): void {
    for (let station = 0; this.unassisted > 0 && station < this.floor.stations; station++) {
      if (this.stations.state[station] !== states.unassisted) continue;
      if (this.people.freeAssistant() < 0) return;
      this.unassisted--;
      this.start(station, nowMs);
    }
  }

  /** The device at which a visit waits for somebody to assist; -1: none. */
  readonly deviceOf = (visit: number): number => {
    const { state, visit: at } = this.stations;
    for (let station = 0; station < this.floor.stations; station++)
      if (state[station] === states.unassisted && at[station] === visit) return station;
    return nobody;
  };

  private start(station: number, nowMs: number): void {
    const { floor, outcome, people, stations, tape, visits } = this;
    const visit = stations.visit[station]!;
    const lead = stations.person[station]!;
    const device = floor.isDevice[station] === 1;
    if (device && visits.mode[visit] === assisted) {
      const assistant = people.freeAssistant();
      if (assistant < 0) {
        this.unassisted++;
        stations.until(station, states.unassisted, nowMs, Number.POSITIVE_INFINITY);
        return;
      }
      people.assisting[assistant]!++;
      this.assistant[station] = assistant;
    }
    const record = visits.record[visit]!;
    const work = this.oneWork ? tape.workMs : tape.workIn[this.modeOf(station, visit)]!;
    const whole = work[visits.row[visit]!]!;
    const workMs =
      tape.parkAfter === null || device ? whole : stretchMs(tape, visits.row[visit]!, whole, visits.parked[visit] === 1);
    if (this.assistant[station] !== nobody) outcome.day.assistMs += workMs;
    outcome.station[record] = station;
    if (tape.parkAfter !== null && visits.parked[visit] === 1) outcome.workMs[record]! += workMs;
    else {
      if (nowMs > visits.leavesAt[visit]!) outcome.day.servedLate++;
      outcome.fate[record] = fates.served;
      outcome.waitMs[record] = nowMs - visits.since[visit]!;
      outcome.workMs[record] = workMs;
    }
    if (!device) stations.busyMs += floor.hasTeams ? workMs * this.paidWorkers(station, lead) : workMs;
    if (this.scribe !== null)
      this.scribe.started(visit, visits.need[visit]!, station, lead, this.membersAt(station), this.assistant[station]!, nowMs);
    // Then service and turnaround are one stretch of time.
    this.gapMs[station] = !device && this.endsUnseen(visit) ? this.turnarounds.ahead(station) : Number.NaN;
    if (this.gapMs[station]! > 0) {
      outcome.day.turnaroundMs += this.gapMs[station]!;
      visits.status[visit] = statuses.gone;
      stations.until(station, states.turnaround, nowMs, nowMs + workMs + this.gapMs[station]!);
    } else stations.until(station, states.busy, nowMs, nowMs + workMs);
  }

  /** Nobody else will notice that a service ends: it is the visit's last, takes no team, and nobody is sent away for a while. */
  private endsUnseen(visit: number): boolean {
    const { floor, scribe, tape, visits } = this;
    if (scribe !== null || floor.hasTeams || tape.parkAfter !== null) return false;
    return tape.firstNeed === null || visits.row[visit]! + 1 >= firstNeedOf(tape, visit + 1);
  }

  /** [Y14] The need ends; what follows from it happens at once. */
  finish(station: number, nowMs: number): void {
    const { floor, stations, tape, visits } = this;
    const visit = stations.visit[station]!;
    const lead = stations.person[station]!;
    const row = visits.row[visit]!;
    const device = floor.isDevice[station] === 1;
    if (tape.parkAfter !== null && !device && tape.parkAfter[row]! >= 0 && visits.parked[visit] === 0) {
      this.park(station, visit, nowMs);
      return;
    }
    const assistant = this.assistant[station]!;
    if (device) {
      this.assistant[station] = nobody;
      this.later.add(visits.service[visit]!, -1);
    }
    const fails = device && tape.deviceFails !== null && tape.deviceFails[row] === 1 && visits.failed[visit] === 0;
    const more = tape.firstNeed !== null && row + 1 < firstNeedOf(tape, visit + 1);
    if (lead >= 0) this.people.since[lead] = nowMs;
    if (fails) {
      visits.failed[visit] = 1;
      const staffMs = floor.staffMs[visits.service[visit]!]!;
      this.outcome.day.failed += staffMs > 0 ? 1 : 0;
      this.outcome.day.failedStaffMs += staffMs;
      if (this.scribe !== null) this.scribe.finished(visit, visits.need[visit]!, station, lead, 'device-failed', assistant, nowMs);
      visits.need[visit]!++;
      this.next.wait(visit, nowMs, null, true);
    } else if (more && tape.byTransfer !== null && tape.byTransfer[row + 1] === 1) {
      const way = this.next.wayFor(visit, tape.service[row + 1]!);
      this.nextNeed(visit, row + 1);
      if (this.scribe !== null)
        this.scribe.transferred(visit, visits.need[visit]!, station, lead, visits.service[visit]!, way, nowMs);
      this.next.wait(visit, nowMs, way, false);
    } else {
      if (this.scribe !== null) this.scribe.finished(visit, visits.need[visit]!, station, lead, 'done', assistant, nowMs);
      if (more) {
        this.nextNeed(visit, row + 1);
        this.next.wait(visit, nowMs, null, false);
      } else visits.status[visit] = statuses.gone;
    }
    const team = floor.hasTeams ? this.teams.release(station, nowMs) : noTeam;
    const gapMs = Number.isNaN(this.gapMs[station]!) ? this.turnarounds.next(station) : 0;
    if (gapMs > 0) {
      this.outcome.day.turnaroundMs += gapMs;
      stations.until(station, states.turnaround, nowMs, nowMs + gapMs);
    } else this.freeStation(station, nowMs);
    if (team.length > 0) this.teams.comeBack(team, nowMs);
    if (assistant !== nobody) stations.assistEnds(assistant, nowMs);
  }

  /** [Y24] The customer is sent away; whoever served is free, without turnaround. */
  private park(station: number, visit: number, nowMs: number): void {
    const { floor, stations, tape, visits } = this;
    const lead = stations.person[station]!;
    visits.parked[visit] = 1;
    visits.status[visit] = statuses.parked;
    this.later.add(visits.service[visit]!, 1);
    this.parked.send(tape, visit, visits.row[visit]!, station, nowMs);
    if (this.scribe !== null) this.scribe.parked(visit, station, lead, nowMs);
    if (lead >= 0) this.people.since[lead] = nowMs;
    const team = floor.hasTeams ? this.teams.release(station, nowMs) : noTeam;
    this.freeStation(station, nowMs);
    if (team.length > 0) this.teams.comeBack(team, nowMs);
  }

  /** [Y24] Service goes on with who was sent away and is back; answers whether others are held for it. */
  resumeAt(station: number, visit: number, nowMs: number): boolean {
    const { floor, scribe, stations, visits } = this;
    const service = visits.service[visit]!;
    this.later.add(service, -1);
    visits.status[visit] = statuses.called;
    stations.take(station, visit);
    const team = floor.hasTeams ? this.teams.freeFor(service, station)! : noTeam;
    if (team.length > 0) this.teams.hold(station, team);
    if (scribe !== null)
      scribe.resumed(visit, visits.need[visit]!, station, stations.person[station]!, this.membersAt(station), nowMs);
    this.start(station, nowMs);
    return team.length > 0;
  }

  /** A device readies itself in the same command; at other stations somebody says so, or goes. */
  private freeStation(station: number, nowMs: number): void {
    const device = this.floor.isDevice[station] === 1;
    if (device && this.scribe !== null) this.scribe.ready(station, nobody, nowMs);
    this.stations.free(station, nowMs, device);
  }

  private nextNeed(visit: number, row: number): void {
    const { visits } = this;
    visits.row[visit] = row;
    visits.need[visit]!++;
    visits.failed[visit] = 0;
    visits.parked[visit] = 0;
    visits.service[visit] = this.tape.service[row]!;
    this.later.add(visits.service[visit]!, -1);
  }

  /** Paid people who serve: those with a station. One that works with its own skills counts as a person only while nobody else serves at it. */
  private paidWorkers(station: number, lead: number): number {
    const alone = lead >= 0 || this.membersAt(station).length === 0 ? 1 : 0;
    return alone + this.teams.paidAt(station);
  }

  private membersAt(station: number): readonly number[] {
    return this.floor.hasTeams ? this.teams.membersAt(station) : noTeam;
  }

  /** The mode in which a station serves a visit: the one it was routed to, where the station is of that kind. */
  private modeOf(station: number, visit: number): number {
    const routed = this.visits.mode[visit]!;
    return this.floor.isDevice[station] === 1 && kindAt[routed] === 'device'
      ? routed
      : this.floor.modeIn[this.visits.service[visit]! * this.floor.stations + station]!;
  }
}

const noTeam: readonly number[] = [];
const kindAt = modeKinds.map(kindOf);
