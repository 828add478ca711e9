import type { Outcome } from '../journal/ticket-events.ts';

/**
 * How waiting for a need ended, or how its service did. `unserved`: still waiting when the business day ended. `void`: a
 * ticket that never stood for anybody (a mistake, a duplicate). Null: still in the lobby at the journal's end.
 */
export type NeedOutcome = Outcome | 'abandoned' | 'no-show' | 'unserved' | 'void' | null;

/** One need of a visit, as the journal tells it. Instants in epoch ms. A need served in two places has two records. */
export interface NeedRecord {
  readonly ticket: string;
  /** Index of the need within the visit. */
  readonly need: number;
  readonly service: string;
  readonly segment: string;
  /** Line it waited in last; null when it was never routed. */
  readonly line: string | null;
  /** Arrival of the visit: when a device that was offline issued the ticket, or when it was accepted. */
  readonly arrivedAt: number;
  /** When the wait for this need began: arrival, or the end of the need before. */
  readonly waitFrom: number;
  /** First call, recalls aside. */
  readonly calledAt: number | null;
  /** Calls, the first and every recall. */
  readonly calls: number;
  /** First start of service; parking does not take it back. */
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  /** Time in service, ms; less than endedAt − startedAt when the ticket was parked. */
  readonly workMs: number;
  readonly station: string | null;
  /** Everybody who served, the one at the station first; who assisted, at a device. */
  readonly staff: readonly string[];
  readonly atDevice: boolean;
  /** Target wait, ms; null where none is set. */
  readonly targetMs: number | null;
  readonly outcome: NeedOutcome;
}

/** One visit: its needs together. */
export interface VisitRecord {
  readonly ticket: string;
  readonly segment: string;
  readonly arrivedAt: number;
  readonly endedAt: number | null;
  /** Waiting for all its needs, ms, as far as known. */
  readonly waitMs: number;
  readonly workMs: number;
  readonly needs: readonly NeedRecord[];
  /** How its last need ended, with `done` once its service had begun. */
  readonly outcome: 'done' | 'abandoned' | 'no-show' | 'unserved' | 'void' | null;
}
