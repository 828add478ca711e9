import { type Absence, AbsenceDraws } from '../../workload/absence-draws.ts';
import { attendanceOn, type Behaviour } from '../../workload/behaviour.ts';
import type { Tape } from '../../workload/tape.ts';
import type { Floor } from '../floor/floor.ts';
import type { People } from './people.ts';
import type { Stations } from './stations.ts';

const never = Number.POSITIVE_INFINITY;
const none: readonly Absence[] = [];

/** Who does not come today, and who is away for a while (SPEC Y2, Y21). Days of a model without either cost nothing. */
export class Absentees {
  nextMs = never;
  declare private readonly floor: Floor;
  declare private readonly behaviour: Behaviour;
  declare private readonly stations: Stations;
  declare private readonly people: People;
  declare private readonly roster: readonly number[];
  declare private readonly anyAttendance: boolean;
  declare private readonly anyAbsences: boolean;
  /** Of each on the roster. */
  declare private readonly draws: readonly AbsenceDraws[];
  /** The roster changes no more after this. */
  declare private readonly settledMs: number;
  /** The day before was a recorded one. */
  private followed = false;

  constructor(floor: Floor, behaviour: Behaviour, stations: Stations, people: People) {
    this.floor = floor;
    this.behaviour = behaviour;
    this.stations = stations;
    this.people = people;
    this.roster = [...new Set(floor.cast.members.flat())].sort((a, b) => a - b);
    this.draws = this.roster.map(() => new AbsenceDraws());
    this.settledMs = Math.max(0, ...floor.changes.map(({ atMs }) => atMs));
    this.anyAttendance = Object.keys(behaviour.attendance).length > 0;
    this.anyAbsences = Object.values(behaviour.absences).some((rule) => rule !== null);
  }

  begin({ seed, day, staff: recorded }: Tape): void {
    this.nextMs = never;
    if (recorded !== null || this.followed) this.follow(recorded);
    if (recorded !== null) return;
    if (this.anyAttendance) this.drawAttendance(seed, day);
    if (!this.anyAbsences) return;
    const { staff } = this.floor.branch;
    this.draws.forEach((draws, at) => {
      const person = this.roster[at]!;
      const rule = this.behaviour.absences[staff[person]!.role];
      if (rule !== null) draws.start(rule, seed, day, person);
    });
    this.skipTo((this.floor.changes[0]?.atMs ?? 0) - 1);
  }

  /** On a recorded day those come and are away who were; whom the record does not know comes. */
  private follow(recorded: Tape['staff']): void {
    const { staff } = this.floor.branch;
    this.followed = recorded !== null;
    this.people.comes.fill(1);
    this.draws.forEach((draws, at) => {
      const person = this.roster[at]!;
      const known = recorded?.get(staff[person]!.id);
      this.people.comes[person] = known?.comes === false ? 0 : 1;
      draws.follow(known?.absences ?? none);
    });
    this.skipTo(Number.NEGATIVE_INFINITY);
  }

  /** Begins after a moment: until then nobody was there to step away, or they have done so. */
  skipTo(atMs: number): void {
    this.nextMs = never;
    for (const draws of this.draws) {
      while (draws.atMs <= atMs) draws.next();
      this.nextMs = Math.min(this.nextMs, draws.atMs);
    }
  }

  /** Absences of this moment begin, in the order of the branch. */
  act(nowMs: number): void {
    let nextMs = never;
    for (let at = 0; at < this.draws.length; at++) {
      const draws = this.draws[at]!;
      for (; draws.atMs === nowMs; draws.next()) this.stations.awayDue(this.roster[at]!, draws.lengthMs, nowMs);
      if (draws.atMs < nextMs) nextMs = draws.atMs;
    }
    // When the last has gone nobody steps away any more.
    this.nextMs = nowMs > this.settledMs && this.people.present === 0 ? never : nextMs;
  }

  private drawAttendance(seed: number, day: number): void {
    const { staff } = this.floor.branch;
    const left = { teller: 0, advisor: 0, greeter: 0 };
    for (const role of ['teller', 'advisor', 'greeter'] as const) left[role] = attendanceOn(this.behaviour, role, seed, day);
    for (const person of this.roster) this.people.comes[person] = left[staff[person]!.role]-- > 0 ? 1 : 0;
  }
}
