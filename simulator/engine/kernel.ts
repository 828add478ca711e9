import { chooseLine } from '../lobby/calling/choose.ts';
import type { Distribution } from '../workload/distributions/distribution.ts';
import { Stream } from '../workload/streams.ts';
import type { Tape } from '../workload/tape.ts';
import type { Floor } from './floor.ts';
import { beginOutcome, fates, type Outcome } from './outcome.ts';
import { RouteMaker } from './route-maker.ts';
import { Stations } from './stations.ts';
import { WaitingLines } from './waiting-lines.ts';

const never = Number.POSITIVE_INFINITY;

/**
 * The engine: a day's tape through a floor. Made once for a floor and used for many days; a run allocates nothing. It knows the
 * next arrival, the next end at a station, the next roster change and the earliest end of patience, and goes to the earliest of
 * them; what happens at one ms happens in the order of SPEC O1. Which line is called is `chooseLine`'s answer, as live.
 */
export class Kernel {
  private readonly floor: Floor;
  private readonly lines: WaitingLines;
  private readonly stations: Stations;
  private readonly routes: RouteMaker;
  private readonly turnaround: readonly (Distribution | null)[];
  /** One stream for each station's staff: their draws depend on nobody else. */
  private readonly staffStreams: readonly Stream[];

  /** `turnaround` by group of the floor. */
  constructor(floor: Floor, turnaround: readonly (Distribution | null)[] = []) {
    this.floor = floor;
    this.lines = new WaitingLines(floor);
    this.stations = new Stations(floor, this.lines);
    this.routes = new RouteMaker(floor, this.lines, this.stations);
    this.turnaround = floor.groups.map((_, group) => turnaround[group] ?? null);
    this.staffStreams = Array.from({ length: floor.stations }, () => new Stream());
  }

  /** Runs a day. It ends by itself: every arrival is served, leaves, or is unserved when the last of the staff has gone. */
  run(tape: Tape, outcome: Outcome): void {
    const { lines, stations } = this;
    const { changes } = this.floor;
    const { arrivalMs, patienceMs, visits } = tape;
    this.begin(tape, outcome);
    let visit = 0;
    let change = 0;
    let arrivesAt = visits > 0 ? arrivalMs[0]! : never;
    let changesAt = changes.length > 0 ? changes[0]!.atMs : never;
    for (;;) {
      const nowMs = Math.min(arrivesAt, stations.nextEndMs, changesAt, lines.noneLeavesBefore);
      if (nowMs === never) break;
      if (changesAt === nowMs) this.rises(change, nowMs);
      while (stations.nextEndMs === nowMs) stations.end(nowMs, this.turnaroundMs);
      if (changesAt === nowMs) {
        change = this.falls(change, nowMs);
        changesAt = change < changes.length ? changes[change]!.atMs : never;
      }
      while (arrivesAt === nowMs) {
        const line = this.routes.lineOf(tape, visit);
        outcome.line[visit] = line;
        lines.join(visit, line, nowMs + patienceMs[visit]!);
        arrivesAt = ++visit < visits ? arrivalMs[visit]! : never;
      }
      if (lines.noneLeavesBefore <= nowMs) this.leave(tape, outcome, nowMs);
      if (lines.totalWaiting > 0 && stations.ready > 0) this.call(tape, outcome, nowMs);
      if (nowMs >= this.floor.closesMs) stations.releaseAfterClosing(nowMs);
    }
    outcome.busyMs = stations.busyMs;
    outcome.paidMs = stations.paidMs;
  }

  private begin(tape: Tape, outcome: Outcome): void {
    beginOutcome(outcome, tape.visits);
    this.lines.begin(tape);
    this.stations.begin();
    if (this.turnaround.some((one) => one !== null)) {
      this.staffStreams.forEach((stream, station) => {
        stream.start(tape.seed, tape.day, 'turnaround', station);
      });
    }
  }

  private readonly turnaroundMs = (station: number): number => {
    const distribution = this.turnaround[this.stations.group[station]!]!;
    return distribution === null ? 0 : Math.round(distribution.quantile(this.staffStreams[station]!.uniform()));
  };

  private rises(from: number, nowMs: number): void {
    const { changes } = this.floor;
    for (let at = from; at < changes.length && changes[at]!.atMs === nowMs; at++) {
      const change = changes[at]!;
      if (change.kind === 'number' && change.delta > 0) this.stations.rise(change.group, change.delta, nowMs);
    }
  }

  /** Falls and breaks of this moment; answers the next change. */
  private falls(from: number, nowMs: number): number {
    const { changes } = this.floor;
    let at = from;
    for (; at < changes.length && changes[at]!.atMs === nowMs; at++) {
      const change = changes[at]!;
      if (change.kind === 'break') this.stations.breakDue(change, nowMs);
      else if (change.delta < 0) this.stations.fall(change.group, -change.delta, nowMs);
    }
    return at;
  }

  private leave(tape: Tape, outcome: Outcome, nowMs: number): void {
    for (let visit = this.lines.nextLeaver(nowMs); visit >= 0; visit = this.lines.nextLeaver(nowMs)) {
      outcome.fate[visit] = fates.left;
      outcome.waitMs[visit] = nowMs - tape.arrivalMs[visit]!;
    }
  }

  /**
   * Ready stations call, the longest ready first, then branch order (SPEC S5). Each takes one, so one look at each is enough: whom
   * a station cannot serve now, it cannot serve after others have called either.
   */
  private call(tape: Tape, outcome: Outcome, nowMs: number): void {
    const { lines, stations, floor } = this;
    for (let station = stations.firstReady; station >= 0 && lines.totalWaiting > 0; ) {
      const next = stations.readyAfter[station]!;
      lines.lookFrom(stations.rowOf(station));
      const line = chooseLine(lines, floor.scorer, station, nowMs);
      if (line >= 0) {
        const visit = lines.call(line);
        outcome.fate[visit] = fates.served;
        outcome.waitMs[visit] = nowMs - tape.arrivalMs[visit]!;
        outcome.station[visit] = station;
        stations.start(station, visit, tape.workMs[visit]!, nowMs);
      }
      station = next;
    }
  }
}
