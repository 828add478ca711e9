import type { DataOf, JournalEntry } from '../journal/event.ts';
import type { Outcome } from '../journal/ticket-events.ts';
import type { NeedOutcome, NeedRecord } from './record.ts';
import type { TargetOf } from './target-of.ts';

type OpenRecord = { -readonly [Field in keyof NeedRecord]: NeedRecord[Field] };

/** Follows one ticket through its events and writes the records of its needs. */
export class VisitTrace {
  readonly records: OpenRecord[] = [];
  readonly #issued: DataOf<'ticket-issued'>;
  #arrivedAt: number;
  readonly #targetOf: TargetOf;
  /** Services of the needs; transfers and failed devices insert into it. */
  readonly #services: string[];
  #servingSince: number | null = null;

  constructor(issued: DataOf<'ticket-issued'>, arrivedAt: number, targetOf: TargetOf) {
    this.#issued = issued;
    this.#arrivedAt = arrivedAt;
    this.#targetOf = targetOf;
    this.#services = issued.needs.map((need) => need.service);
    this.#begin(0, arrivedAt, null);
  }

  get #current(): OpenRecord {
    return this.records.at(-1)!;
  }

  #begin(need: number, waitFrom: number, line: string | null): void {
    const { ticket, segment } = this.#issued;
    const place = { ticket, need, service: this.#services[need]!, segment, line, arrivedAt: this.#arrivedAt, waitFrom };
    const nothingYet = {
      calledAt: null,
      calls: 0,
      startedAt: null,
      endedAt: null,
      workMs: 0,
      station: null,
      staff: [],
      atDevice: false,
    };
    this.records.push({ ...place, ...nothingYet, targetMs: this.#targetOf(place.service, line), outcome: null });
  }

  #waitIn(line: string, service: string): void {
    Object.assign(this.#current, { line, service, targetMs: this.#targetOf(service, line) });
  }

  /** Takes in the next event that names this ticket. */
  follow({ type, data, at }: JournalEntry): void {
    const current = this.#current;
    switch (type) {
      case 'arrived':
        this.#arrivedAt = at;
        Object.assign(current, { arrivedAt: at, waitFrom: at });
        break;
      case 'need-routed':
        this.#waitIn(data.line, current.service);
        break;
      case 'called':
        this.#waitIn(data.line, current.service);
        this.#call(at, data);
        current.calls++;
        break;
      case 'recalled':
        current.calls++;
        break;
      case 'resumed':
        this.#call(at, data);
        break;
      case 'service-started':
        this.#start(at, data.station, data.staff);
        break;
      case 'device-use-started':
        current.atDevice = true;
        this.#start(at, data.station, data.assistedBy === undefined ? [] : [data.assistedBy]);
        break;
      case 'team-joined':
        current.staff = [...current.staff, data.staff];
        break;
      case 'service-finished':
      case 'device-use-ended':
        this.#finish(at, data.outcome);
        break;
      case 'transferred':
        this.#transfer(at, data);
        break;
      case 'parked':
        this.#stopWork(at);
        break;
      case 'no-show':
        this.#leave(at, 'no-show');
        break;
      case 'abandoned':
        this.#leave(at, 'abandoned');
        break;
      case 'voided':
        this.#leave(at, voidOutcome(data.reason, current.outcome));
        break;
    }
  }

  /** A call after a no-show takes the no-show back: the customer came after all. */
  #call(at: number, data: { readonly station: string; readonly staff: readonly string[] }): void {
    Object.assign(this.#current, { station: data.station, staff: data.staff, endedAt: null, outcome: null });
    this.#current.calledAt ??= at;
  }

  #start(at: number, station: string, staff: readonly string[]): void {
    Object.assign(this.#current, { station, staff });
    this.#current.calledAt ??= at;
    this.#current.startedAt ??= at;
    this.#servingSince = at;
  }

  #stopWork(at: number): void {
    if (this.#servingSince !== null) this.#current.workMs += at - this.#servingSince;
    this.#servingSince = null;
  }

  #leave(at: number, outcome: NeedOutcome): void {
    this.#stopWork(at);
    Object.assign(this.#current, { endedAt: at, outcome });
  }

  /** SPEC T8: after a need comes the next; what a device failed to do is waited for again. */
  #finish(at: number, outcome: Outcome): void {
    this.#leave(at, outcome);
    const { need, service } = this.#current;
    if (outcome === 'device-failed') this.#services.splice(need + 1, 0, service);
    if (outcome !== 'customer-left' && need + 1 < this.#services.length) this.#begin(need + 1, at, null);
  }

  /** SPEC T9: a need in service ends as `referred` and the new one follows; one only waited for is changed in place. */
  #transfer(at: number, data: DataOf<'transferred'>): void {
    if (this.#servingSince !== null) {
      this.#leave(at, 'referred');
      this.#services.splice(data.need, 0, data.service);
      this.#begin(data.need, at, data.line);
      return;
    }
    this.#services[this.#current.need] = data.service;
    this.#waitIn(data.line, data.service);
    Object.assign(this.#current, { calledAt: null, calls: 0, station: null, staff: [] });
  }
}

/** What a void says of its customer: some were served by no one, some asked for it, some were never there. */
function voidOutcome(reason: DataOf<'voided'>['reason'], before: NeedOutcome): NeedOutcome {
  if (reason === 'customer-request') return 'abandoned';
  if (reason === 'day-ended') return before === 'no-show' ? 'no-show' : 'unserved';
  return 'void';
}
