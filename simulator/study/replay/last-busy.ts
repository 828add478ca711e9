import type { JournalEntry } from '../../lobby/journal/event.ts';

interface Span {
  readonly from: number;
  /** When they were free; null: not yet. */
  to: number | null;
  /** As `to`, or the end of a break that they took at that moment. */
  until: number;
}

/** When each person was last busy with a customer, as long as they have had no idle moment since. */
export class LastBusy {
  readonly #spans = new Map<string, Span>();
  readonly #leads = new Map<string, string>();
  readonly #teams = new Map<string, readonly string[]>();

  follow({ at, data, type }: JournalEntry): void {
    switch (type) {
      case 'station-opened':
        for (const person of data.staff) this.#spans.delete(person);
        if (data.staff[0] !== undefined) this.#leads.set(data.station, data.staff[0]);
        break;
      case 'station-closed':
        this.#leads.delete(data.station);
        break;
      case 'called':
      case 'resumed':
        for (const person of data.staff) this.#spans.set(person, { from: at, to: null, until: at });
        this.#teams.set(data.ticket, data.staff);
        break;
      case 'service-finished':
      case 'no-show':
      case 'parked':
      case 'transferred': {
        const station = type === 'transferred' ? data.from : data.station;
        const lead = station === null ? undefined : this.#leads.get(station);
        for (const person of this.#teams.get(data.ticket) ?? []) if (person !== lead) this.#free(person, at);
        this.#teams.delete(data.ticket);
        break;
      }
      case 'staff-break-started':
        this.#free(data.person, at);
        break;
      case 'staff-break-ended': {
        const span = this.#spans.get(data.person);
        if (span !== undefined) span.until = at;
        break;
      }
      case 'station-ready': {
        const lead = this.#leads.get(data.station);
        const span = lead === undefined ? undefined : this.#spans.get(lead);
        // Who has rested says ready and goes on to what is owed; who is ready after a customer owes nothing.
        if (lead !== undefined && (span?.to === null || span?.until !== at)) this.#spans.delete(lead);
        break;
      }
    }
  }

  /** When an absence that began at `at` fell due: then, or, where somebody left straight from a customer, within the time with them. */
  dueAt(person: string, at: number): number {
    const span = this.#spans.get(person);
    if (span === undefined || (span.to !== null && span.until !== at)) return at;
    return Math.floor((span.from + (span.to ?? at)) / 2);
  }

  #free(person: string, at: number): void {
    const span = this.#spans.get(person);
    if (span === undefined) return;
    if (span.to !== null && span.until !== at) this.#spans.delete(person);
    else {
      span.to ??= at;
      span.until = at;
    }
  }
}
