import { roles } from '../../lobby/branch/service.ts';
import type { DayTally } from '../../lobby/kpi/day/day-tally.ts';
import { rosteredMs } from '../../lobby/kpi/day/rostered-ms.ts';
import type { Wages } from '../../workload/behaviour-shape.ts';
import type { Tape } from '../../workload/tape.ts';
import type { Floor } from '../floor/floor.ts';
import { fates, type Outcome, visitOfRecord } from './outcome.ts';

/** Adds the figures of a day, which has been run, to a tally: as `measure` finds them in the day's journal. */
export type AddFigures = (tape: Tape, outcome: Outcome, into: DayTally) => void;

const hourMs = 3_600_000;
const greeter = roles.indexOf('greeter');
const none = new Float64Array(0);

/** Made once for a floor. */
export function figuresOn(floor: Floor, wages?: Wages): AddFigures {
  const perHour = roles.map((role) => wages?.perHour[role] ?? Number.NaN);
  const rostered = rosteredMs(floor.branch, floor.plan);
  // Of each visit with several needs: station of the last, worst and last wait; kept from day to day.
  let stations = new Int16Array(0);
  let worstMs = none;
  let lastMs = none;
  let ends = new Uint8Array(0);

  const addRecords = (tape: Tape, outcome: Outcome, into: DayTally): void => {
    const { fate, fromMs, records, service, station, visits, waitMs } = outcome;
    if (stations.length < visits) {
      stations = new Int16Array(2 * visits);
      worstMs = new Float64Array(2 * visits);
      lastMs = new Float64Array(2 * visits);
      ends = new Uint8Array(2 * visits);
    }
    const untilMs = closedAt(floor, tape);
    for (let record = 0; record < records; record++) {
      const visit = visitOfRecord(outcome, record);
      const first = record < visits;
      const how = fate[record]!;
      const unserved = how === fates.unserved;
      const waited = unserved ? Math.max(0, untilMs - (first ? tape.arrivalMs[visit]! : fromMs[record]!)) : waitMs[record]!;
      into.queueMs += waited;
      if (how === fates.left) into.pastPatience++;
      if (how === fates.served) {
        const at = service[record]!;
        const staffMs = floor.staffMs[at]!;
        if (staffMs > 0) into.substitutable++;
        if (staffMs > 0 && floor.isDevice[station[record]!] === 1) {
          into.atDevice++;
          into.releasedMs += staffMs;
        }
      }
      const served = how === fates.served;
      const before = first ? -1 : stations[visit]!;
      if (served && before >= 0 && before !== station[record]!) into.handoffs++;
      stations[visit] = served ? station[record]! : before;
      worstMs[visit] = first ? waited : Math.max(worstMs[visit]!, waited);
      lastMs[visit] = waited;
      ends[visit] = how;
    }
    for (let visit = 0; visit < visits; visit++) {
      if (ends[visit] !== fates.served) continue;
      into.visitsServed++;
      into.worstWaitMs += worstMs[visit]!;
      into.lastWaitMs += lastMs[visit]!;
    }
  };

  /** One need a visit: each is its visit's first, last and worst. */
  const addSingle = (tape: Tape, { fate, records, service, station, waitMs }: Outcome, into: DayTally): void => {
    const { hasDevices, isDevice, staffMs } = floor;
    const untilMs = closedAt(floor, tape);
    let queueMs = 0;
    let servedMs = 0;
    let served = 0;
    let left = 0;
    let substitutable = 0;
    let atDevice = 0;
    let releasedMs = 0;
    for (let record = 0; record < records; record++) {
      const how = fate[record]!;
      const waited = how === fates.unserved ? Math.max(0, untilMs - tape.arrivalMs[record]!) : waitMs[record]!;
      queueMs += waited;
      if (how === fates.left) left++;
      if (how !== fates.served) continue;
      served++;
      servedMs += waited;
      if (!hasDevices) continue;
      const byStaffMs = staffMs[service[record]!]!;
      if (!(byStaffMs > 0)) continue;
      substitutable++;
      if (isDevice[station[record]!] === 0) continue;
      atDevice++;
      releasedMs += byStaffMs;
    }
    into.queueMs += queueMs;
    into.pastPatience += left;
    into.visitsServed += served;
    into.worstWaitMs += servedMs;
    into.lastWaitMs += servedMs;
    into.substitutable += substitutable;
    into.atDevice += atDevice;
    into.releasedMs += releasedMs;
  };

  return (tape, outcome, into) => {
    const { day, records, visits } = outcome;
    const firstMs = visits > 0 ? tape.arrivalMs[0]! : floor.opensMs;
    into.days++;
    into.openMs += closedAt(floor, tape) - Math.min(floor.opensMs, firstMs);
    into.came += records;
    into.visits += visits;
    if (records === visits) addSingle(tape, outcome, into);
    else addRecords(tape, outcome, into);
    into.pastPatience += day.servedLate;
    // A need that a device failed is counted where it was done.
    into.substitutable -= day.failed;
    into.atDevice -= day.failed;
    into.releasedMs -= day.failedStaffMs;
    for (let role = 0; role < roles.length; role++) {
      const presentMs = day.presentMs[role]!;
      into.staffMs += presentMs;
      into.overtimeMs += Math.max(0, presentMs - rostered[role]!);
      if (presentMs > 0) into.staffCost += (presentMs / hourMs) * perHour[role]!;
    }
    into.paidMs += outcome.paidMs;
    into.idleMs += outcome.paidMs - outcome.busyMs - day.turnaroundMs - day.awayMs;
    into.flexCost += day.flexCost;
    into.staffCost += wages === undefined ? Number.NaN : day.flexCost;
    into.greeted += day.greeted;
    into.greetedMs += day.greetedMs;
    into.greeterMs += day.presentMs[greeter]!;
    into.triageMs += day.triageMs;
    into.assistMs += day.assistMs;
    into.releasedMs -= day.assistMs;
  };
}

/** Until when people could wait (SPEC Y9). */
const closedAt = (floor: Floor, { arrivalMs, visits }: Tape): number =>
  Math.max(floor.closesMs, visits > 0 ? arrivalMs[visits - 1]! + 1 : 0);
