import { stationKinds } from '../../lobby/branch/place.ts';
import { modeKinds } from '../../lobby/branch/service.ts';
import { type Hall, noneWaiting, quoteIn, waitingAt } from '../../lobby/estimate.ts';
import { kindOf } from '../../lobby/greeting/options-for.ts';
import type { Quote } from '../../lobby/journal/ticket-events.ts';
import type { Visits } from '../customers/visits.ts';
import type { WaitingLines } from '../customers/waiting-lines.ts';
import type { Floor } from '../floor/floor.ts';
import { states } from '../staff/places.ts';
import type { Stations } from '../staff/stations.ts';

/** Kind of station by mode, each by its place in its list. */
const kindAt = modeKinds.map((mode) => stationKinds.indexOf(kindOf(mode)));

/** The wait promised at issue (SPEC Q1), from the columns of a run. */
export class Quoter {
  declare private readonly floor: Floor;
  declare private readonly visits: Visits;
  declare private readonly lines: WaitingLines;
  declare private readonly hall: Hall;
  declare private readonly waiting: Int32Array;

  constructor(floor: Floor, visits: Visits, lines: WaitingLines, stations: Stations) {
    const { able, branch } = floor;
    this.floor = floor;
    this.visits = visits;
    this.lines = lines;
    this.waiting = noneWaiting(branch);
    this.hall = {
      waiting: this.waiting,
      isIdle: (station) => stations.state[station]! >= states.lent,
      isAble: (station, service) => {
        if (stations.state[station]! <= states.away) return false;
        return able[(stations.group[station]! * branch.stations.length + station) * branch.services.length + service] === 1;
      },
    };
  }

  quote(service: number, line: number): Quote | null {
    const { branch } = this.floor;
    const { lines, visits, waiting } = this;
    waiting.fill(0);
    for (let of = 0; of < branch.lines.length; of++) {
      for (let visit = lines.firstOf(of); visit >= 0; visit = lines.nextAfter(visit)) {
        waiting[waitingAt(branch, of, visits.service[visit]!, kindAt[visits.mode[visit]!]!)]!++;
      }
    }
    return quoteIn(branch, line, service, this.hall);
  }
}
