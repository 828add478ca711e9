import { modeAt } from '../../lobby/ability.ts';
import { teamFor } from '../../lobby/staff/team-for.ts';
import { type Floor, serviceSkill } from '../floor/floor.ts';
import { absent, type People } from './people.ts';
import { states } from './places.ts';
import type { Stations } from './stations.ts';

const alone: readonly number[] = [];

/** The people beyond the one at the station: who would come, and who is held (SPEC C4, P1). */
export class Teams {
  declare private readonly floor: Floor;
  declare private readonly people: People;
  declare private readonly stations: Stations;
  /** Held by station, its lead aside. */
  declare private readonly heldAt: (readonly number[])[];

  constructor(floor: Floor, people: People, stations: Stations) {
    this.floor = floor;
    this.people = people;
    this.stations = stations;
    this.heldAt = Array.from({ length: floor.stations }, () => alone);
  }

  begin(): void {
    this.heldAt.fill(alone);
  }

  membersAt(station: number): readonly number[] {
    return this.heldAt[station]!;
  }

  /** Who would be held beside the lead if the station called for this service now; null: not all are free. */
  freeFor(service: number, station: number): readonly number[] | null {
    const { branch, stations: count, teamed } = this.floor;
    if (teamed[service * count + station] === 0) return alone;
    const { candidates, held, onBreak, since, where } = this.people;
    for (let person = 0; person < candidates.length; person++) {
      const place = where[person]!;
      const free =
        place !== absent &&
        onBreak[person] === 0 &&
        held[person] === 0 &&
        (place < 0 || this.stations.state[place] === states.ready);
      candidates[person]!.freeSince = free ? since[person]! : Number.NaN;
    }
    const lead = this.stations.person[station]!;
    const mode = modeAt(branch.services[service]!, branch.stations[station]!.kind)!;
    const team = teamFor(mode.team, serviceSkill(branch, service), lead < 0 ? null : candidates[lead]!, candidates);
    return team === null ? null : team.map((one) => candidates.indexOf(one));
  }

  /** Holds people for a station; their own stations wait for them. */
  hold(station: number, members: readonly number[]): void {
    this.heldAt[station] = members;
    for (const person of members) {
      this.people.held[person] = 1;
      const place = this.people.where[person]!;
      if (place >= 0) this.stations.lend(place);
    }
  }

  /** How many of them are paid: those who have a station. */
  paidAt(station: number): number {
    return this.heldAt[station]!.reduce((sum, person) => sum + (this.people.where[person]! >= 0 ? 1 : 0), 0);
  }

  /** A need ends: nobody is held for it any more. Tell `comeBack` when the lead has been seen to. */
  release(station: number, nowMs: number): readonly number[] {
    const members = this.heldAt[station]!;
    this.heldAt[station] = alone;
    for (const person of members) {
      this.people.held[person] = 0;
      this.people.since[person] = nowMs;
    }
    return members;
  }

  /** They go where that is due, or back to their stations. */
  comeBack(members: readonly number[], nowMs: number): void {
    for (const person of members) {
      const place = this.people.where[person]!;
      if (place >= 0) this.stations.giveBack(place, nowMs);
      else this.stations.unhold(person, nowMs);
    }
  }
}
