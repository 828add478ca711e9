import { makeTape, type Tape, wholePatience } from './tape.ts';

/** One visit of a day that really was; times ms after local midnight. */
export interface RecordedVisit {
  readonly arrivalMs: number;
  readonly service: number;
  readonly segment: number;
  readonly workMs: number;
  /** Infinity for somebody who never would have left, as far as is known. */
  readonly patienceMs: number;
}

/** A recorded day is a tape as a sampled one is. Visits are put in order of arrival; those at the same ms keep theirs. */
export function recordedTape(visits: readonly RecordedVisit[], seed = 0, day = 0): Tape {
  const sorted = [...visits].sort((left, right) => left.arrivalMs - right.arrivalMs);
  const tape = makeTape(sorted.length);
  tape.visits = sorted.length;
  tape.needs = sorted.length;
  tape.seed = seed;
  tape.day = day;
  sorted.forEach((visit, at) => {
    tape.arrivalMs[at] = Math.round(visit.arrivalMs);
    tape.service[at] = visit.service;
    tape.segment[at] = visit.segment;
    tape.workMs[at] = Math.round(visit.workMs);
    tape.patienceMs[at] = wholePatience(visit.patienceMs);
  });
  return tape;
}
