import { roles } from '../../lobby/branch/service.ts';

/** What became of a need. */
export const fates = { unserved: 0, served: 1, left: 2, noShow: 3 } as const;

/**
 * What a run made of a tape: a record for each need waited for, in columns kept from run to run. Record v < visits is the first need of
 * visit v; those of further needs follow in the order in which their waits began.
 */
export interface Outcome {
  visits: number;
  records: number;
  /** One of `fates`. Unserved: still waiting when everybody had gone. */
  fate: Uint8Array;
  /** From the start of the wait to the start of service, or to leaving. */
  waitMs: Float64Array;
  /** Of a served need. */
  workMs: Float64Array;
  /** Line it waited in last. */
  line: Uint8Array;
  service: Uint8Array;
  /** Station that served it. */
  station: Int16Array;
  /** Visit of a record from `visits` on. */
  visit: Uint32Array;
  /** Time that staff were serving, and were at open stations. */
  busyMs: number;
  paidMs: number;
  /** When the wait of a record from `visits` on began. */
  fromMs: Float64Array;
  /** What the KPIs of days need beside the records. */
  readonly day: DaySums;
}

/** Sums of a day. */
export interface DaySums {
  /** Of paid time: in turnaround, and away for a while. */
  turnaroundMs: number;
  awayMs: number;
  /** Time at work by role, in the order of `roles`. */
  readonly presentMs: Float64Array;
  /** Money of stations opened by elastic rules. */
  flexCost: number;
  triageMs: number;
  assistMs: number;
  greeted: number;
  greetedMs: number;
  /** Needs that a device failed and that staff could do. */
  failed: number;
  failedStaffMs: number;
  /** Served later than their patience: it had stopped running at the call. */
  servedLate: number;
}

const noSums = (): DaySums => ({
  turnaroundMs: 0,
  awayMs: 0,
  presentMs: new Float64Array(roles.length),
  flexCost: 0,
  triageMs: 0,
  assistMs: 0,
  greeted: 0,
  greetedMs: 0,
  failed: 0,
  failedStaffMs: 0,
  servedLate: 0,
});

export const makeOutcome = (): Outcome => ({
  visits: 0,
  records: 0,
  fate: new Uint8Array(0),
  waitMs: new Float64Array(0),
  workMs: new Float64Array(0),
  line: new Uint8Array(0),
  service: new Uint8Array(0),
  station: new Int16Array(0),
  visit: new Uint32Array(0),
  busyMs: 0,
  paidMs: 0,
  fromMs: new Float64Array(0),
  day: noSums(),
});

/** Makes the outcome ready for a tape of so many visits and needs: all unserved. A device may fail each need once. */
export function beginOutcome(outcome: Outcome, visits: number, needs: number, devicesFail: boolean): void {
  const most = visits + (needs - visits) + (devicesFail ? needs : 0);
  outcome.visits = visits;
  outcome.records = visits;
  clearSums(outcome.day);
  if (outcome.fate.length < most) {
    const room = most + (most >> 1);
    outcome.fate = new Uint8Array(room);
    outcome.waitMs = new Float64Array(room);
    outcome.workMs = new Float64Array(room);
    outcome.line = new Uint8Array(room);
    outcome.service = new Uint8Array(room);
    outcome.station = new Int16Array(room);
    outcome.visit = new Uint32Array(room);
    outcome.fromMs = new Float64Array(room);
  } else {
    outcome.fate.fill(fates.unserved, 0, most);
  }
}

function clearSums(day: DaySums): void {
  day.turnaroundMs = 0;
  day.awayMs = 0;
  day.presentMs.fill(0);
  day.flexCost = 0;
  day.triageMs = 0;
  day.assistMs = 0;
  day.greeted = 0;
  day.greetedMs = 0;
  day.failed = 0;
  day.failedStaffMs = 0;
  day.servedLate = 0;
}

/** Opens a record for a further need of a visit, whose wait begins. */
export function nextRecord(outcome: Outcome, visit: number, nowMs: number): number {
  const record = outcome.records++;
  outcome.fromMs[record] = nowMs;
  outcome.visit[record] = visit;
  return record;
}

export const visitOfRecord = (outcome: Outcome, record: number): number =>
  record < outcome.visits ? record : outcome.visit[record]!;
