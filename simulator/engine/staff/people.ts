import { roles } from '../../lobby/branch/service.ts';
import type { TeamCandidate } from '../../lobby/staff/team-for.ts';
import type { Floor } from '../floor/floor.ts';

/** Where a person is, when at no place of the floor. */
export const absent = -1;
export const standsBy = -2;

type Candidate = { -readonly [Field in keyof TeamCandidate]: TeamCandidate[Field] };

/** The people of the cast, by position in the branch's staff. */
export class People {
  /** Place they work, or `absent`, or `standsBy`. */
  declare readonly where: Int16Array;
  /** Group they are at work for. */
  declare readonly group: Int16Array;
  /** 0 for who does not come today. */
  declare readonly comes: Uint8Array;
  /** 1 while on a break. */
  declare readonly onBreak: Uint8Array;
  /** 1 while held as a member of a team, not its lead. */
  declare readonly held: Uint8Array;
  /** Free since, as the core counts it: joined, break changed, last need ended. */
  declare readonly since: Float64Array;
  /** Device users they assist now. */
  declare readonly assisting: Uint8Array;
  /** Time at work by role of the day; until somebody leaves, less the time at which they came. */
  readonly presentMs = new Float64Array(roles.length);
  /** How many are at work. */
  present = 0;
  /** Places of assistance on duty. */
  assistPlaces = 0;
  /** As `teamFor` wants them; `freeSince` is filled before each question. */
  declare readonly candidates: readonly Candidate[];
  declare private readonly capacity: Uint8Array;
  /** Those with assist capacity. */
  declare private readonly assistants: Int16Array;
  declare private readonly roleAt: Uint8Array;

  constructor(floor: Floor) {
    const { staff } = floor.branch;
    this.where = new Int16Array(staff.length);
    this.group = new Int16Array(staff.length);
    this.comes = new Uint8Array(staff.length).fill(1);
    this.onBreak = new Uint8Array(staff.length);
    this.held = new Uint8Array(staff.length);
    this.since = new Float64Array(staff.length);
    this.assisting = new Uint8Array(staff.length);
    this.roleAt = Uint8Array.from(staff, ({ role }) => roles.indexOf(role));
    this.capacity = Uint8Array.from(staff, ({ assistCapacity }) => assistCapacity);
    this.assistants = Int16Array.from(staff.flatMap(({ assistCapacity }, person) => (assistCapacity > 0 ? [person] : [])));
    this.candidates = staff.map(({ role, skills }) => ({ role, skills, freeSince: Number.NaN }));
  }

  begin(): void {
    this.where.fill(absent);
    this.onBreak.fill(0);
    this.held.fill(0);
    this.assisting.fill(0);
    this.presentMs.fill(0);
    this.present = 0;
    this.assistPlaces = 0;
  }

  join(person: number, group: number, nowMs: number): void {
    this.where[person] = standsBy;
    this.group[person] = group;
    this.since[person] = nowMs;
    this.presentMs[this.roleAt[person]!]! -= nowMs;
    this.present++;
    this.assistPlaces += this.capacity[person]!;
  }

  leave(person: number, nowMs: number): void {
    this.where[person] = absent;
    this.presentMs[this.roleAt[person]!]! += nowMs;
    this.present--;
    this.assistPlaces -= this.capacity[person]!;
  }

  breakChanges(person: number, onBreak: boolean, nowMs: number): void {
    this.onBreak[person] = onBreak ? 1 : 0;
    this.since[person] = nowMs;
    this.assistPlaces += onBreak ? -this.capacity[person]! : this.capacity[person]!;
  }

  /** [V1] The first in branch order with assist capacity left; -1: nobody. */
  freeAssistant(): number {
    for (let at = 0; at < this.assistants.length; at++) {
      const person = this.assistants[at]!;
      if (this.where[person] !== absent && this.onBreak[person] === 0 && this.assisting[person]! < this.capacity[person]!)
        return person;
    }
    return -1;
  }
}
