import type { Person } from '../lobby/branch/person.ts';
import { assisting, stationOf } from '../lobby/held-staff.ts';
import type { By } from '../lobby/journal/envelope.ts';
import type { Dues } from './dues.ts';
import type { Hall } from './hall.ts';
import type { ServicePoint } from './service-point.ts';
import { Entity } from './simjs-loader.ts';

/** A newcomer before a greeter, and until when, ms after midnight. */
interface Triage {
  readonly ticket: string;
  readonly untilMs: number;
}

/** What can be seen of one of the staff: where they are, and whether they have something in hand. */
export class Presence extends Entity {
  /** Position in the branch. */
  declare at: number;
  declare person: Person;
  /** Of the crew on whose roster this person is now. */
  dues: Dues | null = null;
  /** A greeter's newcomer; null: nobody. */
  triage: Triage | null = null;
  declare protected hall: Hall;
  declare protected points: readonly ServicePoint[];
  /** When the last newcomer was done with. */
  greetedUntilMs = 0;

  protected isAt(hall: Hall, at: number, points: readonly ServicePoint[]): void {
    this.hall = hall;
    this.at = at;
    this.points = points;
    this.person = hall.branch.staff[at]!;
  }

  get personId(): string {
    return this.person.id;
  }

  get by(): By {
    return { kind: this.person.role, id: this.personId };
  }

  get isPresent(): boolean {
    return this.hall.state.staff.has(this.personId);
  }

  get onBreak(): boolean {
    return this.hall.state.staff.get(this.personId)?.onBreak === true;
  }

  get triaging(): boolean {
    return this.triage !== null;
  }

  /** In the hands of a customer, as lead or in a team. */
  get isHeld(): boolean {
    return this.hall.holds(this.personId);
  }

  /** Is beside somebody at a device. */
  get assists(): boolean {
    return assisting(this.hall.state, this.personId) > 0;
  }

  get point(): ServicePoint | null {
    const station = stationOf(this.hall.state, this.personId);
    return station === null ? null : this.points.find((point) => point.station === station)!;
  }

  /** [Y6] Greeters work no station unless their shift names one. */
  get greets(): boolean {
    return this.person.role === 'greeter' && (this.dues === null || this.dues.station < 0);
  }

  /** At no station for want of one. */
  get standsBy(): boolean {
    return this.isPresent && !this.greets && !this.onBreak && this.point === null;
  }

  /** [Y7] Has nothing in hand. */
  get isIdle(): boolean {
    if (!this.isPresent || this.onBreak || this.isHeld || this.triaging || this.assists) return false;
    return this.greets || this.point?.state.status === 'ready';
  }

  get idleSince(): number {
    const { midnightAt } = this.hall.setting;
    const freeSince = this.hall.state.staff.get(this.personId)!.since;
    return Math.max(freeSince, this.point?.state.since ?? midnightAt + this.greetedUntilMs);
  }

  /** A greeter may take a newcomer; who is due to go takes no further one. */
  get mayTriage(): boolean {
    if (!this.greets || !this.isPresent || this.onBreak || this.triaging || this.isHeld) return false;
    return !this.assists || !this.dues!.owes;
  }

  get available(): boolean {
    return !this.isHeld && !this.onBreak;
  }

  /** [Y18] Serving, calling, in turnaround, on a break, away or triaging. */
  get isAtWork(): boolean {
    if (!this.isPresent) return false;
    return this.onBreak || this.isHeld || this.triaging || (this.point !== null && this.point.state.status !== 'ready');
  }

  /** Done with a newcomer. */
  hasGreeted(): void {
    this.triage = null;
    this.greetedUntilMs = this.hall.nowMs;
  }
}
