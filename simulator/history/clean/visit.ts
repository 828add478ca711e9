import type { ModeKind } from '../../lobby/branch/service.ts';

/** A record that passed the rules. What a rule took away is null. Times are wall ms. */
export interface Visit {
  readonly arrivalMs: number | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly waitMs: number | null;
  readonly workMs: number | null;
  /** Of the appointment. */
  readonly slotMs: number | null;
  /** Length of a service that was over at once: no service time, but the server was taken so long. */
  readonly ghostMs: number | null;
  readonly service: string | null;
  readonly segment: string | null;
  readonly server: string | null;
  readonly outcome: 'served' | 'abandoned' | 'left-unseen' | 'no-show' | null;
  /** Where it was done, as far as the records' words for it tell; null: they do not. */
  readonly place: ModeKind | null;
  /** In the records' own words. */
  readonly station: string | null;
  readonly ticket: number | null;
  readonly calledMs: number | null;
  readonly calls: number | null;
  readonly readyMs: number | null;
  /** A service that was not the last of its visit, and why. */
  readonly sentOn: 'transferred' | 'device-failed' | null;
  /** The need under the same ticket that it came after. */
  readonly after: Visit | null;
}
