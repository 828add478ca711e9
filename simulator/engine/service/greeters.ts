import type { Behaviour } from '../../workload/behaviour.ts';
import type { Tape } from '../../workload/tape.ts';
import { statuses, type Visits } from '../customers/visits.ts';
import { states } from '../staff/places.ts';
import type { Stations } from '../staff/stations.ts';

/** Newcomers who wait for a greeter, and the greeters who take them (SPEC Y16). */
export class Greeters {
  declare private readonly visits: Visits;
  declare private readonly stations: Stations;
  declare private readonly limitMs: number;
  private queue: Int32Array = new Int32Array(0);
  private head = 0;
  private tail = 0;

  constructor(visits: Visits, stations: Stations, behaviour: Behaviour) {
    this.visits = visits;
    this.stations = stations;
    this.limitMs = behaviour.triage?.waitLimitMs ?? 0;
  }

  begin(tape: Tape): void {
    this.head = 0;
    this.tail = 0;
    if (this.queue.length < tape.visits) this.queue = new Int32Array(tape.visits + (tape.visits >> 1));
  }

  newcomer(visit: number): void {
    this.queue[this.tail++] = visit;
  }

  /** Ready greeters take those who still wait, in order of arrival. */
  take(tape: Tape, nowMs: number): void {
    while (this.head < this.tail) {
      const visit = this.queue[this.head]!;
      const waits = this.visits.status[visit] === statuses.waiting && this.visits.need[visit] === 0;
      if (waits && nowMs - tape.arrivalMs[visit]! <= this.limitMs) {
        const post = this.stations.freeGreeter();
        if (post < 0) return;
        this.stations.take(post, visit);
        this.stations.until(post, states.busy, nowMs, nowMs + tape.triageMs![visit]!);
      }
      this.head++;
    }
  }
}
