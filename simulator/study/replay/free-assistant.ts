import type { JournalEntry } from '../../lobby/journal/event.ts';

interface Helper {
  readonly capacity: number;
  assisting: number;
  onBreak: boolean;
}

/** Since when somebody is free to assist at a device, and until when somebody last was. */
export class FreeAssistant {
  #since: number | null = null;
  /** The first ms at which a customer could come to each device and find nobody free any more. */
  #goneAt: (station: number) => number = () => Number.NEGATIVE_INFINITY;
  readonly #helpers = new Map<string, Helper>();
  readonly #assisted = new Map<string, string>();
  #stations: readonly string[] = [];

  follow({ at, data, type }: JournalEntry): void {
    let taker: string | null = null;
    switch (type) {
      case 'branch-configured':
        this.#stations = data.config.stations.map(({ id }) => id);
        return;
      case 'staff-joined':
        if (data.assistCapacity > 0)
          this.#helpers.set(data.person, { capacity: data.assistCapacity, assisting: 0, onBreak: false });
        break;
      case 'staff-left':
        this.#helpers.delete(data.person);
        break;
      case 'staff-break-started':
      case 'staff-break-ended':
        this.#rests(data.person, type === 'staff-break-started');
        break;
      case 'device-use-started':
        taker = data.station;
        if (data.assistedBy === undefined) return;
        this.#assisted.set(data.ticket, data.assistedBy);
        this.#assists(data.assistedBy, 1);
        break;
      case 'device-use-ended':
      case 'transferred':
        this.#assists(this.#assisted.get(data.ticket), -1);
        this.#assisted.delete(data.ticket);
        break;
      default:
        return;
    }
    this.#look(at, taker);
  }

  /** Who was served at a device from `at` on came there then, or waited and came no sooner than this. */
  cameFrom(at: number, station: string): number {
    return this.#since !== null && this.#since < at ? at : Math.min(at, this.#goneAt(this.#stations.indexOf(station)));
  }

  #assists(person: string | undefined, by: 1 | -1): void {
    const helper = person === undefined ? undefined : this.#helpers.get(person);
    if (helper !== undefined) helper.assisting += by;
  }

  #rests(person: string, rests: boolean): void {
    const helper = this.#helpers.get(person);
    if (helper !== undefined) helper.onBreak = rests;
  }

  #look(at: number, taker: string | null): void {
    const free = [...this.#helpers.values()].some(({ assisting, capacity, onBreak }) => !onBreak && assisting < capacity);
    if (free) {
      this.#since ??= at;
      return;
    }
    if (this.#since === null) return;
    const before = this.#goneAt;
    const lasted = this.#since < at;
    const first = taker === null ? Number.POSITIVE_INFINITY : this.#stations.indexOf(taker);
    // At one ms the first device of the branch is helped first; who is free for no time helps only those who wait.
    this.#goneAt = (station) => (station < first && (lasted || taker !== null) ? at + 1 : lasted ? at : before(station));
    this.#since = null;
  }
}
