import type { JournalEntry } from '../journal/event.ts';

/** A person at a station, or a station that works with its own skills. */
interface Worker {
  paid: boolean;
  busy: boolean;
  /** In turnaround, or away for a while. */
  off: boolean;
  /** Accounted for up to here, epoch ms. */
  at: number;
  paidMs: number;
  busyMs: number;
  idleMs: number;
}

/**
 * Busy and paid time of staff, from a journal. Paid: at an open station, breaks left out (a pause for a break is one; other
 * pauses are work without customers). Busy: serving, while paid. A station opened without staff counts as one person,
 * unless it is a device or remote. Walks from call to start and turnarounds are paid and not busy. Idle: paid, and neither busy, nor in
 * turnaround, nor away.
 */
export class StaffTime {
  readonly #workers = new Map<string, Worker>();
  /** Workers of each open station. */
  readonly #stations = new Map<string, readonly string[]>();
  /** Workers serving each ticket. */
  readonly #serving = new Map<string, readonly string[]>();
  readonly #selfService = new Set<string>();
  /** The one at each station who serves, whose turnaround follows. */
  readonly #leads = new Map<string, string>();

  follow({ type, data, at }: JournalEntry): void {
    switch (type) {
      case 'branch-configured':
        for (const { id, kind } of data.config.stations)
          if (kind === 'device' || kind === 'remote') this.#selfService.add(asWorker(id));
        break;
      case 'station-opened':
        this.#stations.set(data.station, workersOf(data.station, data.staff));
        this.#pay(this.#stations.get(data.station)!, true, at);
        this.#off(this.#stations.get(data.station)!, false, at);
        break;
      case 'station-closed':
        this.#off(this.#stations.get(data.station) ?? [], false, at);
        this.#pay(this.#stations.get(data.station) ?? [], false, at);
        this.#stations.delete(data.station);
        break;
      case 'station-paused':
        this.#off(this.#stations.get(data.station) ?? [], data.reason !== 'break', at);
        if (data.reason === 'break') this.#pay(this.#stations.get(data.station) ?? [], false, at);
        break;
      case 'station-ready':
        this.#pay(this.#stations.get(data.station) ?? [], true, at);
        this.#off(this.#stations.get(data.station) ?? [], false, at);
        break;
      case 'staff-break-started':
      case 'staff-left':
        this.#pay([data.person], false, at);
        break;
      case 'staff-break-ended':
        this.#pay(this.#atStation(data.person) ? [data.person] : [], true, at);
        break;
      case 'service-started':
        this.#serve(data.ticket, workersOf(data.station, data.staff), at);
        if (data.staff[0] !== undefined && this.#stations.get(data.station)?.[0] === data.staff[0])
          this.#leads.set(data.ticket, data.staff[0]);
        break;
      case 'device-use-started':
        this.#selfService.add(asWorker(data.station));
        break;
      case 'team-joined':
        this.#serve(data.ticket, [...this.#without(data.ticket, data.staff), data.staff], at);
        break;
      case 'team-left':
        this.#serve(data.ticket, this.#without(data.ticket, data.staff), at);
        break;
      case 'service-finished':
      case 'transferred':
        this.#serve(data.ticket, [], at);
        this.#turnsAround(data.ticket, at);
        break;
      case 'parked':
        this.#serve(data.ticket, [], at);
        // Whoever goes on with it may be somebody else.
        this.#leads.delete(data.ticket);
        break;
      case 'no-show':
      case 'abandoned':
      case 'voided':
        this.#serve(data.ticket, [], at);
        break;
    }
  }

  /** Totals up to an instant; stations still open are open until then. */
  totals(at: number): { readonly busyMs: number; readonly paidMs: number; readonly idleMs: number } {
    const total = { busyMs: 0, paidMs: 0, idleMs: 0 };
    for (const [id, worker] of this.#workers) {
      account(worker, at);
      if (this.#selfService.has(id)) continue;
      total.busyMs += worker.busyMs;
      total.paidMs += worker.paidMs;
      total.idleMs += worker.idleMs;
    }
    return total;
  }

  #atStation(person: string): boolean {
    return [...this.#stations.values()].some((workers) => workers.includes(person));
  }

  #without(ticket: string, person: string): readonly string[] {
    return (this.#serving.get(ticket) ?? []).filter((worker) => worker !== person);
  }

  #worker(id: string, at: number): Worker {
    const worker = this.#workers.get(id) ?? { paid: false, busy: false, off: false, at, paidMs: 0, busyMs: 0, idleMs: 0 };
    this.#workers.set(id, worker);
    account(worker, at);
    return worker;
  }

  #pay(workers: readonly string[], paid: boolean, at: number): void {
    for (const id of workers) this.#worker(id, at).paid = paid;
  }

  #off(workers: readonly string[], off: boolean, at: number): void {
    for (const id of workers) this.#worker(id, at).off = off;
  }

  #turnsAround(ticket: string, at: number): void {
    const lead = this.#leads.get(ticket);
    this.#leads.delete(ticket);
    if (lead !== undefined) this.#off([lead], true, at);
  }

  /** These and no others serve the ticket from now on. */
  #serve(ticket: string, workers: readonly string[], at: number): void {
    for (const id of this.#serving.get(ticket) ?? []) this.#worker(id, at).busy = false;
    for (const id of workers) this.#worker(id, at).busy = true;
    if (workers.length > 0) this.#serving.set(ticket, workers);
    else this.#serving.delete(ticket);
  }
}

/** No person's id has a space, so a station's own worker is told from them. */
const asWorker = (station: string): string => `station ${station}`;
const workersOf = (station: string, staff: readonly string[]): readonly string[] =>
  staff.length > 0 ? staff : [asWorker(station)];

function account(worker: Worker, at: number): void {
  const ms = at - worker.at;
  if (worker.paid) {
    worker.paidMs += ms;
    if (worker.busy) worker.busyMs += ms;
    else if (!worker.off) worker.idleMs += ms;
  }
  worker.at = at;
}
