import type { Tape } from '../../workload/tape.ts';
import { type Turnaround, TurnaroundDraws } from '../../workload/turnaround.ts';
import type { Floor } from '../floor/floor.ts';
import type { Stations } from '../staff/stations.ts';

/** What follows a service before its station is free (SPEC Y15): by group of the floor, drawn for each person on their own. */
export class Turnarounds {
  declare private readonly floor: Floor;
  declare private readonly stations: Stations;
  declare private readonly byGroup: readonly (Turnaround | null)[];
  declare private readonly any: boolean;
  /** Of each person: their draws depend on nobody else's. */
  declare private readonly draws: readonly TurnaroundDraws[];

  constructor(floor: Floor, turnaround: readonly (Turnaround | null)[], stations: Stations) {
    this.floor = floor;
    this.stations = stations;
    this.byGroup = floor.groups.map((_, group) => (group < floor.deviceGroup ? (turnaround[group] ?? null) : null));
    this.any = this.byGroup.some((one) => one !== null);
    this.draws = floor.branch.staff.map(() => new TurnaroundDraws());
  }

  begin(tape: Tape): void {
    if (!this.any) return;
    const { staff } = this.floor.branch;
    for (let person = 0; person < this.draws.length; person++)
      this.draws[person]!.start(tape.seed, tape.day, person, tape.staff?.get(staff[person]!.id)?.turnaroundMs);
  }

  /** The one that will follow a service that begins, ms; NaN where there is none, or where it depends on who waits when the service ends. */
  ahead(station: number): number {
    const turnaround = this.byGroup[this.stations.group[station]!]!;
    if (turnaround === null || turnaround.quiet != null) return Number.NaN;
    return this.draws[this.stations.person[station]!]!.next(turnaround, true);
  }

  /** The one that follows a service that ends, ms. */
  next(station: number): number {
    const turnaround = this.byGroup[this.stations.group[station]!]!;
    if (turnaround === null) return 0;
    const wanted = turnaround.quiet == null || this.stations.isWanted(station);
    return this.draws[this.stations.person[station]!]!.next(turnaround, wanted);
  }
}
