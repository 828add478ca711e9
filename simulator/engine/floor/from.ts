import type { ElasticMemory } from '../../lobby/elastic/evaluate.ts';
import type { Interrupted } from './interrupted.ts';

/**
 * A lobby at a moment of a day, from which the rest of it is run: by the twin, or after a recorded morning. Everything by position
 * on the floor; times are ms after midnight. All that falls due at `atMs` has happened.
 */
export interface From {
  readonly atMs: number;
  /** Visits in the lobby: the first of the tape, in order of arrival. The tape's other visits come after `atMs`. */
  readonly visits: readonly VisitNow[];
  /** Staff who have come and not yet gone. Who has no place stands by. */
  readonly people: readonly PersonNow[];
  /** Open stations, and the posts of greeters. */
  readonly places: readonly PlaceNow[];
  /** Who is sent away in the middle of a service, or back from there and not yet served again. */
  readonly parked: readonly Interrupted[];
  /** Newcomers who wait for a greeter, in order of arrival (SPEC Y16). */
  readonly newcomers: readonly number[];
  readonly owedBreaks: readonly OwedBreak[];
  /** Absences that begin when their person is free (SPEC Y21). */
  readonly owedAbsences: readonly { readonly person: number; readonly lengthMs: number }[];
  /** Calls that count for the ratio, by line (SPEC C6). */
  readonly callsSoFar: readonly number[];
  /** By elastic rule of the floor. */
  readonly rules: readonly RuleNow[];
}

/** A break that fell due and that so many have yet to take (SPEC Y8). */
export interface OwedBreak {
  /** Position in the roster changes of the cast. */
  readonly change: number;
  readonly left: number;
}

export interface VisitNow {
  /** Which of the visit's needs on the tape is waited for or served, and its number on the ticket. */
  readonly need: number;
  readonly number: number;
  readonly waits: boolean;
  readonly line: number;
  /** Position in `modeKinds`. */
  readonly mode: number;
  /** Since when it has waited for this need. */
  readonly sinceMs: number;
  readonly readyAtMs: number;
  /** A device has failed this need. */
  readonly failed: boolean;
  /** This need was interrupted before (SPEC Y24). */
  readonly wasParked: boolean;
  /** When service of this need first began; NaN: it has not. */
  readonly startedMs: number;
  /** Work done on it before the service that is under way; 0: none. */
  readonly workedMs: number;
}

export interface PersonNow {
  readonly person: number;
  readonly group: number;
  readonly freeSinceMs: number;
}

export interface PlaceNow {
  readonly place: number;
  /** −1: it works with its own skills, as this group of the floor. */
  readonly person: number;
  readonly group: number;
  /** One of `states`; those in a team are ready. */
  readonly state: number;
  readonly sinceMs: number;
  /** When this state ends by itself; Infinity: not. */
  readonly endsAtMs: number;
  /** The visit called or served; −1: nobody. */
  readonly visit: number;
  /** Calls made for it. */
  readonly calls: number;
  /** Held beside the one who works the place, in the order of the call. */
  readonly team: readonly number[];
  /** Who assists at the device; −1: nobody. */
  readonly assistant: number;
}

export interface RuleNow {
  readonly memory: ElasticMemory;
  /** 1: it has opened its station; −1: it is to close it, or has; 0: neither. */
  readonly opened: number;
}
