import { firstNeedOf, type Tape } from '../../workload/tape.ts';
import type { Floor } from '../floor/floor.ts';

/**
 * Needs of people in the lobby that may still come to a station: later ones of their visit, and those being tried at a device. Who
 * stays after closing time stays for them (SPEC Y18).
 */
export class LaterNeeds {
  declare private readonly floor: Floor;
  declare private readonly count: Int32Array;
  private total = 0;
  private tape: Tape | null = null;

  constructor(floor: Floor) {
    this.floor = floor;
    this.count = new Int32Array(floor.services);
  }

  begin(tape: Tape): void {
    this.tape = tape;
    this.total = 0;
    this.count.fill(0);
  }

  /** All needs of a visit but its first are later ones. */
  arrives(visit: number): void {
    if (this.tape!.firstNeed !== null) this.change(visit, firstNeedOf(this.tape!, visit), 1);
  }

  /** The visit ends while the need in `row` is the current one. */
  goes(visit: number, row: number): void {
    if (this.tape!.firstNeed !== null) this.change(visit, row, -1);
  }

  /** A visit is in the lobby with the need in `row`: those after it are later ones. */
  isAt(visit: number, row: number): void {
    if (this.tape!.firstNeed !== null) this.change(visit, row, 1);
  }

  add(service: number, by: number): void {
    this.count[service]! += by;
    this.total += by;
  }

  /** Whether a group at a station could serve one of them. */
  readonly anyFor = (station: number, group: number): boolean => {
    if (this.total === 0) return false;
    const { able, services, stations } = this.floor;
    const from = (group * stations + station) * services;
    for (let service = 0; service < services; service++) if (this.count[service]! > 0 && able[from + service] === 1) return true;
    return false;
  };

  private change(visit: number, row: number, by: number): void {
    const end = firstNeedOf(this.tape!, visit + 1);
    for (let need = row + 1; need < end; need++) this.add(this.tape!.service[need]!, by);
  }
}
