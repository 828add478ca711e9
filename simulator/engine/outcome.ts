/** What became of a need. */
export const fates = { unserved: 0, served: 1, left: 2 } as const;

/** What a run made of a tape: columns beside the tape's, kept from run to run. */
export interface Outcome {
  /** One of `fates`. Unserved: still waiting when everybody had gone. */
  fate: Uint8Array;
  /** From arrival to the start of service, or to leaving. */
  waitMs: Float64Array;
  line: Uint8Array;
  /** Station that served it. */
  station: Int16Array;
  /** Time that staff were serving, and were at open stations. */
  busyMs: number;
  paidMs: number;
}

export const makeOutcome = (): Outcome => ({
  fate: new Uint8Array(0),
  waitMs: new Float64Array(0),
  line: new Uint8Array(0),
  station: new Int16Array(0),
  busyMs: 0,
  paidMs: 0,
});

/** Makes the outcome ready for a tape of so many visits: all unserved. */
export function beginOutcome(outcome: Outcome, visits: number): void {
  if (outcome.fate.length < visits) {
    const room = visits + (visits >> 1);
    outcome.fate = new Uint8Array(room);
    outcome.waitMs = new Float64Array(room);
    outcome.line = new Uint8Array(room);
    outcome.station = new Int16Array(room);
  } else {
    outcome.fate.fill(fates.unserved, 0, visits);
  }
}
