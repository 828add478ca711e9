import type { Branch } from '../../lobby/branch/branch.ts';
import { languages } from '../../lobby/branch/language.ts';
import { type ModeKind, modeKinds } from '../../lobby/branch/service.ts';
import { channels } from '../../lobby/journal/ticket-events.ts';
import type { VisitRecord } from '../../lobby/kpi/record.ts';
import { type Booking, makeTape, plainColumns, type Tape, wholePatience } from '../../workload/tape.ts';
import type { TicketFacts } from './follow-tickets.ts';
import { pacesOf } from './recorded-paces.ts';
import type { Row } from './recorded-rows.ts';

/** A visit with what is known of its ticket and its needs as rows. */
export interface MadeVisit {
  readonly visit: VisitRecord;
  readonly facts: TicketFacts;
  readonly rows: readonly Row[];
}

/** Visits on record as a tape, in order of arrival. */
export function tapeOf(branch: Branch, visits: readonly MadeVisit[], midnightAt: number): Tape {
  const rows = visits.flatMap((visit) => visit.rows);
  const some = (test: (one: MadeVisit) => boolean): boolean => visits.some(test);
  const tape = makeTape(visits.length, rows.length, {
    ...plainColumns,
    manyNeeds: rows.length !== visits.length,
    channel: true,
    traits: branch.traits.length > 0,
    language: true,
    prepared: true,
    slots: some(({ facts }) => facts.issued.appointment !== undefined),
    pace: some(({ facts }) => [...facts.walkMs.values()].some(({ leastMs }) => leastMs > 0)),
    answers: some(({ facts, visit }) => visit.outcome === 'no-show' || [...facts.calls.values()].some((calls) => calls > 1)),
    triage: some(({ facts }) => facts.greetedAt !== null),
    deviceFails: rows.some(({ deviceFails }) => deviceFails),
    interruptions: rows.some(({ interruption }) => interruption !== null),
    transfers: rows.some(({ byTransfer }) => byTransfer),
    ownWork: modeKinds.map(() => true),
  });
  tape.visits = visits.length;
  tape.needs = rows.length;
  const bookings: Booking[] = [];
  const paces = pacesOf(
    branch,
    visits.map(({ facts }) => [...facts.walkMs.values()]),
  );
  const greeterFree = new Map<string, number>();
  let row = 0;
  visits.forEach(({ facts, rows: mine, visit }, at) => {
    const { issued } = facts;
    tape.arrivalMs[at] = visit.arrivedAt - midnightAt;
    tape.segment[at] = Math.max(
      0,
      branch.segments.findIndex(({ code }) => code === issued.segment),
    );
    tape.channel![at] = channels.indexOf(issued.channel);
    tape.language![at] = languages.indexOf(issued.language);
    tape.prepared![at] = issued.prepared ? 1 : 0;
    if (tape.traits)
      tape.traits[at] = branch.traits.reduce((mask, { code }, bit) => (issued.traits.includes(code) ? mask | (1 << bit) : mask), 0);
    if (tape.slotMs) {
      tape.slotMs[at] = issued.appointment ? issued.appointment.slotAt - midnightAt : Number.NaN;
      if (issued.appointment)
        bookings.push({
          slotMs: tape.slotMs[at]!,
          service: branch.services.indexOf(mine[0]!.service),
          segment: tape.segment[at]!,
          visit: at,
        });
    }
    if (tape.pace) tape.pace[at] = paces[at]!;
    if (tape.answersAt) tape.answersAt[at] = visit.outcome === 'no-show' ? 0 : Math.max(1, ...facts.calls.values());
    if (tape.triageMs && tape.obedience) {
      tape.obedience[at] = facts.disobeyed ? 1 : 0;
      if (facts.greetedAt !== null) {
        const from = Math.max(visit.arrivedAt, greeterFree.get(facts.greeter!) ?? 0);
        tape.triageMs[at] = Math.max(0, facts.greetedAt - from);
        greeterFree.set(facts.greeter!, facts.greetedAt);
      }
    }
    if (tape.firstNeed) tape.firstNeed[at] = row;
    for (const one of mine) layRow(tape, branch, one, row++);
  });
  if (tape.firstNeed) tape.firstNeed[visits.length] = row;
  if (tape.triageMs) fillTriage(tape, visits);
  tape.bookings = bookings.sort((a, b) => a.slotMs - b.slotMs);
  return tape;
}

/** Who was not greeted would have taken as long as the others did in the mean. */
function fillTriage(tape: Tape, visits: readonly MadeVisit[]): void {
  const greeted = visits.flatMap(({ facts }, at) => (facts.greetedAt === null ? [] : [tape.triageMs![at]!]));
  const mean = Math.round(greeted.reduce((sum, ms) => sum + ms, 0) / greeted.length);
  visits.forEach(({ facts }, at) => {
    if (facts.greetedAt === null) tape.triageMs![at] = mean;
  });
}

/** In a mode that was not tried the work is that of the one that was, by the usual times of both. */
function layRow(tape: Tape, branch: Branch, one: Row, row: number): void {
  const { byTransfer, deviceFails, interruption, patienceMs, service, workMs } = one;
  tape.service[row] = branch.services.indexOf(service);
  tape.patienceMs[row] = wholePatience(patienceMs);
  if (tape.deviceFails) tape.deviceFails[row] = deviceFails ? 1 : 0;
  if (tape.byTransfer) tape.byTransfer[row] = byTransfer ? 1 : 0;
  if (tape.parkAfter) tape.parkAfter[row] = interruption?.after ?? -1;
  if (tape.awayMs) tape.awayMs[row] = interruption?.awayMs ?? 0;
  const [tried, took] = [...workMs].at(-1)!;
  const typical = (mode: ModeKind): number =>
    service.modes.find(({ at }) => at === mode)?.typicalWorkMs ?? service.modes[0]!.typicalWorkMs;
  modeKinds.forEach((mode, at) => {
    tape.workIn[at]![row] = workMs.get(mode) ?? Math.round((took * typical(mode)) / typical(tried));
  });
  tape.workMs[row] = tape.workIn[modeKinds.indexOf(service.modes[0]!.at)]![row]!;
}
