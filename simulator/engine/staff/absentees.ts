import { absencesOf, attendanceOn, type Behaviour } from '../../workload/behaviour.ts';
import { dayMs } from '../../workload/clock.ts';
import type { Tape } from '../../workload/tape.ts';
import type { Floor } from '../floor/floor.ts';
import type { People } from './people.ts';
import type { Stations } from './stations.ts';

const never = Number.POSITIVE_INFINITY;

/** Who does not come today, and who is away for a while (SPEC Y2, Y21). Days of a model without either cost nothing. */
export class Absentees {
  nextMs = never;
  private readonly floor: Floor;
  private readonly behaviour: Behaviour;
  private readonly stations: Stations;
  private readonly people: People;
  private readonly roster: readonly number[];
  private readonly anyAttendance: boolean;
  private readonly anyAbsences: boolean;
  private absences: { readonly atMs: number; readonly lengthMs: number; readonly person: number }[] = [];
  private next = 0;
  /** The day before was a recorded one. */
  private followed = false;

  constructor(floor: Floor, behaviour: Behaviour, stations: Stations, people: People) {
    this.floor = floor;
    this.behaviour = behaviour;
    this.stations = stations;
    this.people = people;
    this.roster = [...new Set(floor.cast.members.flat())].sort((a, b) => a - b);
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
    this.absences = this.roster
      .flatMap((person) => {
        const rule = this.behaviour.absences[staff[person]!.role];
        return rule === null ? [] : absencesOf(rule, seed, day, person, dayMs).map((absence) => ({ ...absence, person }));
      })
      .sort((a, b) => a.atMs - b.atMs || a.person - b.person);
    this.next = 0;
    this.nextMs = this.absences[0]?.atMs ?? never;
  }

  /** On a recorded day those come and are away who were; whom the record does not know comes. */
  private follow(recorded: Tape['staff']): void {
    const { staff } = this.floor.branch;
    this.followed = recorded !== null;
    this.people.comes.fill(1);
    for (const person of this.roster) this.people.comes[person] = recorded?.get(staff[person]!.id)?.comes === false ? 0 : 1;
    this.absences = this.roster
      .flatMap((person) => recorded?.get(staff[person]!.id)?.absences.map((absence) => ({ ...absence, person })) ?? [])
      .sort((a, b) => a.atMs - b.atMs || a.person - b.person);
    this.next = 0;
    this.nextMs = this.absences[0]?.atMs ?? never;
  }

  /** Begins after a moment. */
  skipTo(atMs: number): void {
    while (this.nextMs <= atMs) this.nextMs = this.absences[++this.next]?.atMs ?? never;
  }

  /** Absences of this moment begin. */
  act(nowMs: number): void {
    while (this.nextMs === nowMs) {
      const { lengthMs, person } = this.absences[this.next++]!;
      this.stations.awayDue(person, lengthMs, nowMs);
      this.nextMs = this.absences[this.next]?.atMs ?? never;
    }
  }

  private drawAttendance(seed: number, day: number): void {
    const { staff } = this.floor.branch;
    const left = { teller: 0, advisor: 0, greeter: 0 };
    for (const role of ['teller', 'advisor', 'greeter'] as const) left[role] = attendanceOn(this.behaviour, role, seed, day);
    for (const person of this.roster) this.people.comes[person] = left[staff[person]!.role]-- > 0 ? 1 : 0;
  }
}
