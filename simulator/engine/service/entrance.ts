import { readyAt } from '../../lobby/ready-at.ts';
import { type Behaviour, balkShare } from '../../workload/behaviour.ts';
import { firstNeedOf, type Tape } from '../../workload/tape.ts';
import type { LaterNeeds } from '../customers/later-needs.ts';
import { statuses, type Visits } from '../customers/visits.ts';
import type { WaitingLines } from '../customers/waiting-lines.ts';
import type { Way } from '../customers/way.ts';
import type { Floor } from '../floor/floor.ts';
import type { From } from '../floor/from.ts';
import type { Scribe } from '../journal/scribe.ts';
import { fates, nextRecord, type Outcome } from '../results/outcome.ts';
import type { Stations } from '../staff/stations.ts';
import { Greeters } from './greeters.ts';
import { Quoter } from './quoter.ts';
import type { RouteMaker } from './route-maker.ts';
import type { NextNeed } from './service.ts';

/** How customers come to wait, for their first need and for others, and leave when they have waited enough (SPEC Y10, Y11, Y16). */
export class Entrance implements NextNeed {
  scribe: Scribe | null = null;
  declare readonly greeters: Greeters | null;
  declare private readonly floor: Floor;
  declare private readonly behaviour: Behaviour;
  declare private readonly visits: Visits;
  declare private readonly lines: WaitingLines;
  declare private readonly stations: Stations;
  declare private readonly routes: RouteMaker;
  declare private readonly later: LaterNeeds;
  declare private readonly quoter: Quoter;
  declare private tape: Tape;
  declare private outcome: Outcome;

  constructor(
    floor: Floor,
    behaviour: Behaviour,
    visits: Visits,
    lines: WaitingLines,
    stations: Stations,
    routes: RouteMaker,
    later: LaterNeeds,
  ) {
    this.floor = floor;
    this.behaviour = behaviour;
    this.visits = visits;
    this.lines = lines;
    this.stations = stations;
    this.routes = routes;
    this.later = later;
    this.quoter = new Quoter(floor, visits, lines, stations);
    this.greeters = behaviour.triage !== null && floor.atPost.includes(1) ? new Greeters(visits, stations, behaviour) : null;
  }

  begin(tape: Tape, outcome: Outcome): void {
    this.tape = tape;
    this.outcome = outcome;
    if (this.greeters !== null) this.greeters.begin(tape);
  }

  /** Who is in the lobby when the run begins within the day. */
  resume({ atMs, newcomers, parked, visits: here }: From): void {
    const { later, lines, outcome, tape, visits } = this;
    here.forEach(({ failed, line, mode, need, number, readyAtMs, sinceMs, startedMs, waits, wasParked, workedMs }, visit) => {
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
      if (!Number.isNaN(startedMs)) {
        outcome.fate[visit] = fates.served;
        outcome.waitMs[visit] = startedMs - sinceMs;
        outcome.workMs[visit] = workedMs;
      }
      later.isAt(visit, row);
      if (waits) lines.join(visit, line);
    });
    for (const { station, visit } of parked) {
      outcome.station[visit] = station;
      visits.status[visit] = statuses.parked;
      later.add(visits.service[visit]!, 1);
    }
    for (const visit of newcomers) this.greeters?.newcomer(visit);
  }

  wayFor(visit: number, service: number): Way {
    return this.routes.wayFor(visit, service);
  }

  /** A visit comes in, is sent to a line, and may be put off by it. */
  arrive(visit: number, nowMs: number): void {
    const { behaviour, routes, scribe, tape, visits } = this;
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
  wait(visit: number, nowMs: number, way: Way | null, afterDevice: boolean): void {
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
  triaged(post: number, nowMs: number): void {
    const { lines, routes, stations, tape, visits } = this;
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

  /** Whoever's patience has ended goes. */
  leave(nowMs: number): void {
    const { lines, outcome, visits } = this;
    for (let visit = lines.nextLeaver(nowMs); visit >= 0; visit = lines.nextLeaver(nowMs)) {
      const record = visits.record[visit]!;
      outcome.fate[record] = fates.left;
      outcome.waitMs[record] = nowMs - visits.since[visit]!;
      visits.status[visit] = statuses.gone;
      this.later.goes(visit, visits.row[visit]!);
      if (this.scribe !== null) this.scribe.abandoned(visit, nowMs);
    }
  }
}
