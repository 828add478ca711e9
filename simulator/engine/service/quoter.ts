import { typicalWorkMs } from '../../lobby/ability.ts';
import { modeKinds } from '../../lobby/branch/service.ts';
import { linesBefore, quoteOf } from '../../lobby/estimate.ts';
import { kindOf } from '../../lobby/greeting/options-for.ts';
import type { Quote } from '../../lobby/journal/ticket-events.ts';
import type { Visits } from '../customers/visits.ts';
import type { WaitingLines } from '../customers/waiting-lines.ts';
import type { Floor } from '../floor/floor.ts';
import { states } from '../staff/places.ts';
import type { Stations } from '../staff/stations.ts';

/** The wait promised at issue (SPEC Q1), from the columns of a run. */
export class Quoter {
  private readonly floor: Floor;
  private readonly visits: Visits;
  private readonly lines: WaitingLines;
  private readonly stations: Stations;
  /** Lines whose tickets may be called before a newcomer of a line. */
  private readonly before: readonly (readonly number[])[];
  /** Usual work by service × modes + mode. */
  private readonly typicalMs: Float64Array;

  constructor(floor: Floor, visits: Visits, lines: WaitingLines, stations: Stations) {
    const { branch } = floor;
    this.floor = floor;
    this.visits = visits;
    this.lines = lines;
    this.stations = stations;
    this.before = branch.lines.map(({ id }) => {
      const rivals = linesBefore(branch, id);
      return branch.lines.flatMap((line, at) => (rivals.has(line.id) ? [at] : []));
    });
    this.typicalMs = Float64Array.from({ length: branch.services.length * modeKinds.length }, (_, at) =>
      typicalWorkMs(branch, branch.services[Math.floor(at / modeKinds.length)]!.id, kindOf(modeKinds[at % modeKinds.length]!)),
    );
  }

  quote(service: number, line: number): Quote | null {
    const { branch } = this.floor;
    const { kinds } = branch.lines[line]!;
    const { id } = branch.services[service]!;
    let working = 0;
    let idle = 0;
    branch.stations.forEach((station, at) => {
      const state = this.stations.state[at]!;
      if (state <= states.away || !kinds.includes(station.kind) || !(station.services?.includes(id) ?? true)) return;
      working++;
      if (state >= states.lent) idle++;
    });
    let ahead = 0;
    let workAheadMs = 0;
    for (const rival of this.before[line]!) {
      for (let visit = this.lines.firstOf(rival); visit >= 0; visit = this.lines.nextAfter(visit)) {
        ahead++;
        workAheadMs += this.typicalMs[this.visits.service[visit]! * modeKinds.length + this.visits.mode[visit]!]!;
      }
    }
    return quoteOf({ working, idle, ahead, workAheadMs, ownMs: typicalWorkMs(branch, id, kinds[0]!) });
  }
}
