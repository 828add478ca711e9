import type { Outcome, Quote } from '../../lobby/journal/ticket-events.ts';
import type { Tape } from '../../workload/tape.ts';
import type { Way } from '../customers/way.ts';
import type { From } from '../floor/from.ts';

/**
 * Who writes down what a run does, by position: people and services of the branch, stations, visits of the tape. A run without a
 * scribe writes nothing and pays nothing. `null` stands for nobody: a station opened by a rule, a device.
 */
export interface Scribe {
  /** `from`: the day is taken up within it, and what came before is written already. */
  begins(tape: Tape, from: From | null): void;
  issued(visit: number, readyAtMs: number, way: Way, quote: Quote | null, atMs: number): void;
  routed(visit: number, need: number, way: Way, atMs: number): void;
  /** A greeter has advised; `kept` is where the customer stays instead. */
  greeted(visit: number, need: number, greeter: number, advice: Way, kept: Way | null, atMs: number): void;
  abandoned(visit: number, atMs: number): void;
  missed(booking: number, atMs: number): void;

  called(visit: number, need: number, station: number, line: number, lead: number, team: readonly number[], atMs: number): void;
  recalled(visit: number, station: number, lead: number, atMs: number): void;
  noShow(visit: number, station: number, lead: number, atMs: number): void;
  started(
    visit: number,
    need: number,
    station: number,
    lead: number,
    team: readonly number[],
    assistant: number,
    atMs: number,
  ): void;
  finished(visit: number, need: number, station: number, lead: number, outcome: Outcome, assistant: number, atMs: number): void;
  transferred(visit: number, need: number, station: number, lead: number, service: number, way: Way, atMs: number): void;
  parked(visit: number, station: number, lead: number, atMs: number): void;
  resumed(visit: number, need: number, station: number, lead: number, team: readonly number[], atMs: number): void;
  ready(station: number, lead: number, atMs: number): void;

  joined(person: number, atMs: number): void;
  opened(station: number, lead: number, rule: number, atMs: number): void;
  closed(station: number, rule: number, atMs: number): void;
  /** `station` is closed by it; −1: none. */
  left(person: number, station: number, atMs: number): void;
  breakStarted(person: number, station: number, atMs: number): void;
  breakEnded(person: number, station: number, atMs: number): void;
  paused(person: number, station: number, atMs: number): void;

  /** A proposal, which is accepted. */
  proposed(rule: number, action: 'open' | 'close', waiting: number, atMs: number): void;
  /** Visits that still wait when nothing more can happen, and the device at which one waits for assistance (−1: none). */
  ends(left: readonly number[], deviceOf: (visit: number) => number): void;
}
