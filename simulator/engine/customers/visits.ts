import { firstNeedOf, type Tape } from '../../workload/tape.ts';

/** Where a visit is. */
export const statuses = { before: 0, waiting: 1, called: 2, gone: 3, parked: 4 } as const;

/** What a run knows of each visit of the tape now: columns by visit, kept from run to run. */
export class Visits {
  status = new Uint8Array(0);
  /** Row of the tape's need being waited for or served. */
  row = new Uint32Array(0);
  /** Its number on the ticket. */
  need = new Uint8Array(0);
  /** Its record in the outcome. */
  record = new Uint32Array(0);
  service = new Uint8Array(0);
  /** Since when it has waited for this need. */
  since = new Float64Array(0);
  /** Its place in a line (SPEC T4). */
  readyAt = new Float64Array(0);
  leavesAt = new Float64Array(0);
  line = new Uint8Array(0);
  /** Mode it was routed to, by position. */
  mode = new Uint8Array(0);
  /** A device has failed this need already. */
  failed = new Uint8Array(0);
  /** This need was interrupted already. */
  parked = new Uint8Array(0);

  begin(tape: Tape): void {
    const { visits } = tape;
    if (this.status.length < visits) {
      const room = visits + (visits >> 1);
      this.status = new Uint8Array(room);
      this.row = new Uint32Array(room);
      this.need = new Uint8Array(room);
      this.record = new Uint32Array(room);
      this.service = new Uint8Array(room);
      this.since = new Float64Array(room);
      this.readyAt = new Float64Array(room);
      this.leavesAt = new Float64Array(room);
      this.line = new Uint8Array(room);
      this.mode = new Uint8Array(room);
      this.failed = new Uint8Array(room);
      this.parked = new Uint8Array(room);
    }
    this.status.fill(statuses.before, 0, visits);
    this.need.fill(0, 0, visits);
    this.failed.fill(0, 0, visits);
    if (tape.parkAfter !== null) this.parked.fill(0, 0, visits);
  }

  arrive(tape: Tape, visit: number, nowMs: number): void {
    const row = firstNeedOf(tape, visit);
    this.row[visit] = row;
    this.record[visit] = visit;
    this.service[visit] = tape.service[row]!;
    this.since[visit] = nowMs;
  }

  /** A visit is in the lobby when the run begins: with which need, of which number on its ticket, and since when. */
  take(tape: Tape, visit: number, row: number, number: number, sinceMs: number): void {
    this.row[visit] = row;
    this.need[visit] = number;
    this.record[visit] = visit;
    this.service[visit] = tape.service[row]!;
    this.since[visit] = sinceMs;
  }

  /** Visits that have neither been served nor left, in order. */
  stillIn(visits: number): number[] {
    return [...this.status.subarray(0, visits).keys()].filter((visit) => this.status[visit] !== statuses.gone);
  }
}
