import type { Tape } from '../../workload/tape.ts';
import type { Floor } from '../floor/floor.ts';
import type { Scribe } from '../journal/scribe.ts';

const never = Number.POSITIVE_INFINITY;

/** Bookings whose customer never comes: only who writes the day down hears of them (SPEC Y20). */
export class MissedBookings {
  nextMs = never;
  declare private readonly graceMs: number;
  private bookings: Tape['bookings'] = [];
  private scribe: Scribe | null = null;
  private next = 0;

  constructor(floor: Floor) {
    this.graceMs = floor.branch.rules.appointments.graceMs;
  }

  begin({ bookings }: Tape, scribe: Scribe | null): void {
    this.bookings = bookings;
    this.scribe = scribe;
    this.next = 0;
    this.find();
  }

  /** Begins after a moment. */
  skipTo(atMs: number): void {
    while (this.next < this.bookings.length && this.bookings[this.next]!.slotMs + this.graceMs <= atMs) this.next++;
    this.find();
  }

  act(nowMs: number): void {
    while (this.nextMs === nowMs) {
      this.scribe!.missed(this.next++, nowMs);
      this.find();
    }
  }

  private find(): void {
    const { bookings } = this;
    this.nextMs = never;
    if (this.scribe === null) return;
    while (this.next < bookings.length && bookings[this.next]!.visit >= 0) this.next++;
    if (this.next < bookings.length) this.nextMs = bookings[this.next]!.slotMs + this.graceMs;
  }
}
