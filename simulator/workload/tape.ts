/**
 * 客流带: one day of demand, with no decision in it. Columns of equal length, one place a visit in order of arrival, kept
 * in typed arrays so that a run reads them without touching an object. Times are ms after local midnight, whole.
 * Columns of a visit stand apart from columns of a need; in this version a visit has one need, so both have one index.
 */
export interface Tape {
  visits: number;
  // of the visit
  arrivalMs: Float64Array;
  segment: Uint8Array;
  // of the need
  service: Uint8Array;
  workMs: Float64Array;
  /** How long the customer waits before leaving; Infinity: for ever. */
  patienceMs: Float64Array;
  // where the streams of staff start: their draws are made by person and day, in the order of that person's customers
  seed: number;
  day: number;
}

export function makeTape(capacity: number): Tape {
  return {
    visits: 0,
    arrivalMs: new Float64Array(capacity),
    segment: new Uint8Array(capacity),
    service: new Uint8Array(capacity),
    workMs: new Float64Array(capacity),
    patienceMs: new Float64Array(capacity),
    seed: 0,
    day: 0,
  };
}

/** Makes room for `capacity` visits; what the columns held is lost. */
export function growTape(tape: Tape, capacity: number): void {
  if (tape.arrivalMs.length >= capacity) return;
  Object.assign(tape, makeTape(Math.max(capacity, 2 * tape.arrivalMs.length)), { seed: tape.seed, day: tape.day });
}
