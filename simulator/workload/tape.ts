import { modeKinds } from '../lobby/branch/service.ts';

/**
 * 客流带: one day of demand, with no decision in it. Columns in order of arrival, kept in typed arrays so that a run reads them
 * without touching an object. Times are ms after local midnight, lengths ms, both whole.
 *
 * Columns of a visit have one place a visit; columns of a need have one place a need, the needs of a visit beside each other.
 * A column is null where the model says nothing of it: then all visits are alike, as its comment says. Visit `v` is ticket `v${v}`.
 */
export interface Tape {
  visits: number;
  needs: number;

  // of the visit
  arrivalMs: Float64Array;
  segment: Uint8Array;
  /** The needs of visit v are firstNeed[v] … firstNeed[v + 1] − 1. Null: one need a visit, and need v is that of visit v. */
  firstNeed: Uint32Array | null;
  /** Position in `channels`. Null: all by kiosk. */
  channel: Uint8Array | null;
  /** Bit t: has trait t of the branch. Null: nobody has any. */
  traits: Uint32Array | null;
  /** Position in `languages`. Null: all zh-CN. */
  language: Uint8Array | null;
  /** 1: brought what is needed. Null: not said. */
  prepared: Uint8Array | null;
  /** Slot of the appointment; NaN for who walks in. Null: nobody booked. */
  slotMs: Float64Array | null;
  /** Walk time as a multiple of the zone's own. Null: nobody takes time to walk. */
  pace: Float64Array | null;
  /** Which call is the first that the customer answers; 0: none. Null: all answer the first. */
  answersAt: Uint8Array | null;
  /** Uniform: follows a greeter's advice where it is below the model's `obeyShare`. Null: all do. */
  obedience: Float64Array | null;
  /** Time a greeter takes with this customer. Null: nobody is triaged. */
  triageMs: Float64Array | null;
  /** Uniform: leaves at once where it is below the share that the line's length or the quote puts off. Null: nobody balks. */
  balk: Float64Array | null;

  // of the need
  service: Uint8Array;
  /** Work in the first mode of the service. */
  workMs: Float64Array;
  /** Work by mode, in the order of `modeKinds`: one uniform, transformed. The same array wherever the mode makes no difference. */
  workIn: Float64Array[];
  /** How long the customer waits for this need before leaving; Infinity: for ever. */
  patienceMs: Float64Array;
  /** 1: a device fails at this need, the first time it is tried. Null: devices never fail. */
  deviceFails: Uint8Array | null;
  /** Share of the work after which the customer is sent away for a while, once; −1: never. Null: nobody is. */
  parkAfter: Float64Array | null;
  /** How long they are away then. Null: nobody is. */
  awayMs: Float64Array | null;
  /** 1: the need arises where the one before it ends, by transfer; it is not on the ticket. Null: nobody is transferred. */
  byTransfer: Uint8Array | null;

  /** Every booking of the day in order of slot, with the visit that came for it; −1: nobody came. */
  bookings: readonly Booking[];
  /** What people of the cast did on a recorded day, by id, in place of what would be drawn. Null: all of it is drawn. */
  staff: ReadonlyMap<string, RecordedPerson> | null;

  // where the streams of staff start: turnaround, absences, attendance, one for each person (position in the cast) and day
  seed: number;
  day: number;
}

export interface Booking {
  readonly slotMs: number;
  readonly service: number;
  readonly segment: number;
  visit: number;
}

/** A person's part of a recorded day. */
export interface RecordedPerson {
  readonly comes: boolean;
  /** In the order of their customers; further ones are drawn. */
  readonly turnaroundMs: readonly number[];
  readonly absences: readonly { readonly atMs: number; readonly lengthMs: number }[];
}

/** Tapes with a column that a model does not use cost nothing for it. */
export interface TapeColumns {
  readonly manyNeeds: boolean;
  readonly channel: boolean;
  readonly traits: boolean;
  readonly language: boolean;
  readonly prepared: boolean;
  readonly slots: boolean;
  readonly pace: boolean;
  readonly answers: boolean;
  readonly triage: boolean;
  readonly balk: boolean;
  readonly deviceFails: boolean;
  readonly interruptions: boolean;
  readonly transfers: boolean;
  /** Modes, by position in `modeKinds`, whose work has a column of its own. */
  readonly ownWork: readonly boolean[];
}

export const plainColumns: TapeColumns = {
  manyNeeds: false,
  channel: false,
  traits: false,
  language: false,
  prepared: false,
  slots: false,
  pace: false,
  answers: false,
  triage: false,
  balk: false,
  deviceFails: false,
  interruptions: false,
  transfers: false,
  ownWork: modeKinds.map(() => false),
};

export function makeTape(visits: number, needs = visits, columns: TapeColumns = plainColumns): Tape {
  const tape = {
    visits: 0,
    needs: 0,
    arrivalMs: new Float64Array(visits),
    segment: new Uint8Array(visits),
    firstNeed: columns.manyNeeds ? new Uint32Array(visits + 1) : null,
    channel: columns.channel ? new Uint8Array(visits) : null,
    traits: columns.traits ? new Uint32Array(visits) : null,
    language: columns.language ? new Uint8Array(visits) : null,
    prepared: columns.prepared ? new Uint8Array(visits) : null,
    slotMs: columns.slots ? new Float64Array(visits) : null,
    pace: columns.pace ? new Float64Array(visits) : null,
    answersAt: columns.answers ? new Uint8Array(visits) : null,
    obedience: columns.triage ? new Float64Array(visits) : null,
    triageMs: columns.triage ? new Float64Array(visits) : null,
    balk: columns.balk ? new Float64Array(visits) : null,
    service: new Uint8Array(needs),
    workMs: new Float64Array(needs),
    workIn: [] as Float64Array[],
    patienceMs: new Float64Array(needs),
    deviceFails: columns.deviceFails ? new Uint8Array(needs) : null,
    parkAfter: columns.interruptions ? new Float64Array(needs) : null,
    awayMs: columns.interruptions ? new Float64Array(needs) : null,
    byTransfer: columns.transfers ? new Uint8Array(needs) : null,
    bookings: [],
    staff: null,
    seed: 0,
    day: 0,
  };
  tape.workIn = columns.ownWork.map((own) => (own ? new Float64Array(needs) : tape.workMs));
  return tape;
}

/** Makes room for so many visits and needs; what the columns held is lost, except where there was room already. */
export function growTape(tape: Tape, visits: number, needs = visits, columns: TapeColumns = plainColumns): void {
  const fits = tape.arrivalMs.length >= visits && tape.service.length >= needs && hasColumns(tape, columns);
  if (fits) return;
  const { seed, day } = tape;
  const grown = makeTape(Math.max(visits, tape.arrivalMs.length), Math.max(needs, tape.service.length), columns);
  Object.assign(tape, grown, { seed, day });
}

/** Makes room for so many needs, keeping the columns of visits. */
export function growNeeds(tape: Tape, needs: number): void {
  if (tape.service.length >= needs) return;
  tape.service = new Uint8Array(needs);
  const shared = tape.workMs;
  tape.workMs = new Float64Array(needs);
  tape.workIn = tape.workIn.map((column) => (column === shared ? tape.workMs : new Float64Array(needs)));
  tape.patienceMs = new Float64Array(needs);
  if (tape.deviceFails !== null) tape.deviceFails = new Uint8Array(needs);
  if (tape.parkAfter !== null) tape.parkAfter = new Float64Array(needs);
  if (tape.awayMs !== null) tape.awayMs = new Float64Array(needs);
  if (tape.byTransfer !== null) tape.byTransfer = new Uint8Array(needs);
}

function hasColumns(tape: Tape, columns: TapeColumns): boolean {
  return (
    (tape.firstNeed !== null) === columns.manyNeeds &&
    (tape.channel !== null) === columns.channel &&
    (tape.traits !== null) === columns.traits &&
    (tape.language !== null) === columns.language &&
    (tape.prepared !== null) === columns.prepared &&
    (tape.slotMs !== null) === columns.slots &&
    (tape.pace !== null) === columns.pace &&
    (tape.answersAt !== null) === columns.answers &&
    (tape.triageMs !== null) === columns.triage &&
    (tape.balk !== null) === columns.balk &&
    (tape.deviceFails !== null) === columns.deviceFails &&
    (tape.parkAfter !== null) === columns.interruptions &&
    (tape.byTransfer !== null) === columns.transfers &&
    columns.ownWork.every((own, mode) => (tape.workIn[mode] !== tape.workMs) === own)
  );
}

/** First need of a visit, and the one after its last. */
export const firstNeedOf = (tape: Tape, visit: number): number => (tape.firstNeed === null ? visit : tape.firstNeed[visit]!);

/** Whole ms, and at least 1: a wait of no length tries nobody's patience, so who is called on arrival never leaves. */
export const leastPatienceMs = 1;
export const wholePatience = (ms: number): number => Math.max(leastPatienceMs, Math.round(ms));
