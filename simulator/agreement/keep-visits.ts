import { firstNeedOf, makeTape, type Tape } from '../workload/tape.ts';

/** A tape without some of its visits; a booking whose visit is left out is one that nobody came for. */
export function keepVisits(tape: Tape, keep: (visit: number) => boolean): Tape {
  const visits = Array.from({ length: tape.visits }, (_, visit) => visit).filter(keep);
  const needs = visits.flatMap((visit) => {
    const first = firstNeedOf(tape, visit);
    return Array.from({ length: firstNeedOf(tape, visit + 1) - first }, (_, at) => first + at);
  });
  const kept = makeTape(visits.length, needs.length);
  kept.visits = visits.length;
  kept.needs = needs.length;
  kept.seed = tape.seed;
  kept.day = tape.day;
  kept.arrivalMs = pick(tape.arrivalMs, visits);
  kept.segment = pick(tape.segment, visits);
  for (const column of [
    'channel',
    'traits',
    'language',
    'prepared',
    'slotMs',
    'pace',
    'answersAt',
    'obedience',
    'triageMs',
    'balk',
  ] as const)
    Object.assign(kept, { [column]: tape[column] === null ? null : pick(tape[column], visits) });
  kept.service = pick(tape.service, needs);
  kept.patienceMs = pick(tape.patienceMs, needs);
  kept.deviceFails = tape.deviceFails === null ? null : pick(tape.deviceFails, needs);
  kept.parkAfter = tape.parkAfter === null ? null : pick(tape.parkAfter, needs);
  kept.awayMs = tape.awayMs === null ? null : pick(tape.awayMs, needs);
  kept.byTransfer = tape.byTransfer === null ? null : pick(tape.byTransfer, needs);
  const work = new Map(tape.workIn.map((column) => [column, pick(column, needs)]));
  kept.workMs = work.get(tape.workMs) ?? pick(tape.workMs, needs);
  kept.workIn = tape.workIn.map((column) => work.get(column)!);
  if (tape.firstNeed !== null) {
    kept.firstNeed = new Uint32Array(visits.length + 1);
    visits.forEach((visit, at) => {
      kept.firstNeed![at + 1] = kept.firstNeed![at]! + firstNeedOf(tape, visit + 1) - firstNeedOf(tape, visit);
    });
  }
  kept.bookings = tape.bookings.map((booking) => ({ ...booking, visit: visits.indexOf(booking.visit) }));
  return kept;
}

function pick<Column extends Float64Array | Uint8Array | Uint32Array>(column: Column, places: readonly number[]): Column {
  const made = new (column.constructor as new (length: number) => Column)(places.length);
  places.forEach((place, at) => {
    made[at] = column[place]!;
  });
  return made;
}
