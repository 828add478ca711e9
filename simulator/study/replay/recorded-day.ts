import { modeAt } from '../../lobby/ability.ts';
import type { Branch } from '../../lobby/branch/branch.ts';
import { languages } from '../../lobby/branch/language.ts';
import type { Plan } from '../../lobby/branch/plan.ts';
import { type ModeKind, modeKinds, type Service } from '../../lobby/branch/service.ts';
import { kindOf } from '../../lobby/greeting/options-for.ts';
import { channels } from '../../lobby/journal/ticket-events.ts';
import { type Measured, measure } from '../../lobby/kpi/measure.ts';
import type { NeedRecord, VisitRecord } from '../../lobby/kpi/record.ts';
import { castOf } from '../../workload/cast.ts';
import type { Model } from '../../workload/model.ts';
import { Stream } from '../../workload/streams.ts';
import { type Booking, makeTape, plainColumns, type RecordedPerson, type Tape, wholePatience } from '../../workload/tape.ts';
import { type Drawn, type Missing, missingFrom } from './draw-missing.ts';
import { followStaff, type StaffFacts } from './follow-staff.ts';
import { followTickets, type TicketFacts } from './follow-tickets.ts';
import { pacesOf } from './recorded-paces.ts';
import { recordedPlan, withoutCast } from './recorded-plan.ts';
import type { JournalDay } from './split-days.ts';

/** A day of a journal as a tape, with everything that a run of it needs, and what the record did not say. */
export interface RecordedDay {
  readonly tape: Tape;
  readonly branch: Branch;
  /** The plan in force, or the roster that was worked. */
  readonly plan: Plan;
  readonly staffFrom: 'plan' | 'record';
  readonly staff: StaffFacts;
  /** From a call that nobody answered to the next, where one was seen. */
  readonly recallAfterMs: number | null;
  readonly recorded: Measured;
  readonly drawn: Drawn;
  /** Tickets that stood for nobody, or whose service is not declared any more. */
  readonly dropped: number;
  readonly notes: readonly string[];
}

/** One need as a row of the tape. */
interface Row {
  readonly service: Service;
  /** Work by mode done; one mode, or two where a device failed. */
  readonly workMs: ReadonlyMap<ModeKind, number>;
  readonly patienceMs: number;
  readonly deviceFails: boolean;
  readonly byTransfer: boolean;
  /** Share of the work after which the customer was sent away, and for how long; null: was not. */
  readonly interruption: { readonly after: number; readonly awayMs: number } | null;
}

const stream = new Stream();

/** Turns a business day of a journal into a tape. `model` says what is not on record; without one the record's own figures do. */
export function recordedDay(day: JournalDay, model: Model | null, seed: number, at: number): RecordedDay {
  const branch = withoutCast(day.branch, day.plan);
  const { midnightAt } = day.calendar;
  const endsAt = Math.max(day.closesAt, day.events.at(-1)!.at);
  const measured = measure(day.events);
  const { recallGapsMs, tickets } = followTickets(day.events);
  const staff = followStaff(day.events, endsAt);
  const drawn: Drawn = { patience: 0, work: 0 };
  const missing = missingFrom(model, branch, measured.needs);
  const visits = measured.visits
    .filter(({ outcome }) => outcome !== 'void')
    .sort((a, b) => a.arrivedAt - b.arrivedAt)
    .map((visit) => ({ visit, facts: tickets.get(visit.ticket)! }));
  const uniforms = uniformsFor(
    seed,
    at,
    visits.reduce((sum, { facts, visit }) => sum + visit.needs.length + facts.issued.needs.length, 0),
  );
  const made = visits.map(({ facts, visit }) => ({
    facts,
    visit,
    rows: rowsOf(visit, facts, { branch, drawn, missing, uniforms, endsAt }),
  }));
  const kept = made.filter(({ rows }) => rows.length > 0);
  const tape = tapeOf(branch, kept, midnightAt);
  tape.seed = seed;
  tape.day = at;
  const fromPlan = day.plan !== null && day.plan.roster.length > 0;
  const rules = {
    ...(day.plan?.greeting ? { greeting: day.plan.greeting } : {}),
    ...(day.plan?.elastic ? { elastic: day.plan.elastic } : {}),
  };
  const plan = fromPlan ? day.plan! : recordedPlan(branch, staff, midnightAt, rules);
  tape.staff = recordedStaff(day, branch, staff, fromPlan);
  const parked = kept.filter(({ facts }) => facts.parked).length;
  const sent = kept.filter(({ facts }) => facts.sentElsewhere).length;
  const greeted = kept.filter(({ facts }) => facts.greetedAt !== null).length;
  return {
    tape,
    branch,
    plan: { ...plan, calling: day.rule },
    staffFrom: fromPlan ? 'plan' : 'record',
    staff,
    recallAfterMs: recallGapsMs.length > 0 ? Math.min(...recallGapsMs) : null,
    recorded: measured,
    drawn,
    dropped: measured.visits.length - kept.length,
    notes: [
      ...(parked > 0 ? [`${parked} tickets were set aside before their service began: here they wait on`] : []),
      ...(sent > 0 ? [`a person routed ${sent} customers otherwise than the policy: here the policy routes them`] : []),
      ...(greeted > 0
        ? [`when greeters began with each customer is not on record: taken from when they and the customer were free`]
        : []),
    ],
  };
}

function uniformsFor(seed: number, day: number, count: number): { work: () => number; patience: () => number } {
  const draw = (purpose: 'work' | 'patience'): (() => number) => {
    const values = new Float64Array(count);
    stream.start(seed, day, purpose).fill(values, count);
    let next = 0;
    return () => values[next++ % Math.max(1, count)]!;
  };
  return { work: draw('work'), patience: draw('patience') };
}

interface Draws {
  readonly branch: Branch;
  readonly drawn: Drawn;
  readonly missing: Missing;
  readonly uniforms: ReturnType<typeof uniformsFor>;
  readonly endsAt: number;
}

/** The needs of a visit: those on record, and those on the ticket that it did not come to. */
function rowsOf({ needs }: VisitRecord, facts: TicketFacts, draws: Draws): Row[] {
  const { branch } = draws;
  const rows: Row[] = [];
  for (let at = 0; at < needs.length; at++) {
    const need = needs[at]!;
    const service = branch.services.find(({ id }) => id === need.service);
    if (service === undefined) return [];
    const first = need.outcome === 'device-failed' ? needs[at + 1] : undefined;
    const retried = first !== undefined && first.service === need.service && first.need === need.need + 1 ? first : undefined;
    if (retried !== undefined) at++;
    rows.push(rowOf(service, need, retried, facts, draws));
  }
  const last = needs.at(-1)!;
  const served = last.startedAt !== null;
  // Whoever left, or was still there, had more needs on the ticket than the record tells of.
  const still = facts.issued.needs.slice(rows.filter(({ byTransfer }) => !byTransfer).length);
  for (const { service: id } of served && last.endedAt !== null ? [] : still) {
    const service = branch.services.find((one) => one.id === id);
    if (service === undefined) continue;
    const whose = { service: id, segment: facts.issued.segment };
    draws.drawn.work++;
    draws.drawn.patience++;
    rows.push({
      service,
      workMs: new Map([[service.modes[0]!.at, draws.missing.workMs(whose, draws.uniforms.work())]]),
      patienceMs: draws.missing.patienceMs(whose, 0, draws.uniforms.patience()),
      deviceFails: false,
      byTransfer: false,
      interruption: null,
    });
  }
  return rows;
}

function rowOf(service: Service, need: NeedRecord, retried: NeedRecord | undefined, facts: TicketFacts, draws: Draws): Row {
  const { drawn, endsAt, missing, uniforms } = draws;
  const whose = { service: service.id, segment: facts.issued.segment };
  const workMs = new Map<ModeKind, number>();
  // One uniform for each need, whether it is used or not.
  const uWork = uniforms.work();
  const uPatience = uniforms.patience();
  for (const one of retried ? [need, retried] : [need])
    if (one.startedAt !== null && one.endedAt !== null) workMs.set(modeDone(draws.branch, service, one, facts), one.workMs);
  if (workMs.size === 0) {
    drawn.work++;
    workMs.set(facts.mode.get(need.need) ?? service.modes[0]!.at, missing.workMs(whose, uWork));
  }
  const interruption = facts.interrupted.get((retried ?? need).need) ?? null;
  const tookMs = (retried ?? need).workMs;
  // Who was sent away and never came back had more to do than is on record.
  const wholeMs = interruption?.wentOnAt === null ? Math.max(tookMs + 1, missing.workMs(whose, uWork)) : tookMs;
  if (interruption?.wentOnAt === null) drawn.work++;
  // Begun in one mode and ended in another, perhaps: what is on record is the whole of it.
  if (interruption) for (const { at } of service.modes) if (kindOf(at) !== 'device') workMs.set(at, wholeMs);
  const waited = (one: NeedRecord): number => (one.startedAt ?? one.endedAt ?? endsAt) - one.waitFrom;
  const left = [need, retried].find((one) => one !== undefined && one.startedAt === null && one.outcome === 'abandoned');
  // Who still waited when the day ended outlasted it.
  const outlasted = (retried ?? need).startedAt === null && (retried ?? need).outcome === 'unserved';
  if (left === undefined && !outlasted) drawn.patience++;
  const longest = Math.max(waited(need), retried ? waited(retried) : 0);
  return {
    service,
    workMs,
    patienceMs: left ? waited(left) : outlasted ? Number.POSITIVE_INFINITY : missing.patienceMs(whose, longest, uPatience),
    deviceFails: need.outcome === 'device-failed',
    byTransfer: facts.byTransfer.has(need.need),
    interruption: interruption && {
      after: interruption.afterMs / Math.max(1, wholeMs),
      awayMs: Math.max(1, (interruption.wentOnAt ?? endsAt + 1) - interruption.at),
    },
  };
}

/** A line may be served by stations of other kinds than the one that the customer was sent to. */
function modeDone(branch: Branch, service: Service, { need, station }: NeedRecord, { mode }: TicketFacts): ModeKind {
  const routed = mode.get(need) ?? service.modes[0]!.at;
  const kind = branch.stations.find(({ id }) => id === station)?.kind;
  return (kind && modeAt(service, kind, { place: { kind: kindOf(routed), mode: routed } })?.at) ?? routed;
}

interface MadeVisit {
  readonly visit: VisitRecord;
  readonly facts: TicketFacts;
  readonly rows: readonly Row[];
}

function tapeOf(branch: Branch, visits: readonly MadeVisit[], midnightAt: number): Tape {
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

/** What is kept of the staff, by person: who was rostered and did not come stays away, breaks that the plan has are taken by the plan. */
function recordedStaff(day: JournalDay, branch: Branch, facts: StaffFacts, fromPlan: boolean): ReadonlyMap<string, RecordedPerson> {
  const { midnightAt } = day.calendar;
  const cast = fromPlan ? castOf(branch, day.plan!) : null;
  const rostered = new Set(cast?.members.flat().map((person) => cast.branch.staff[person]!.id));
  const people = new Set([...facts.joined.keys(), ...branch.staff.map(({ id }) => id), ...rostered]);
  return new Map(
    [...people].map((id) => [
      id,
      {
        comes: !rostered.has(id) || facts.joined.has(id),
        turnaroundMs: facts.turnaroundMs.get(id) ?? [],
        absences: (facts.pauses.get(id) ?? [])
          .filter(({ rest }) => !(rest && fromPlan))
          .map(({ dueAt, from, to }) => ({ atMs: dueAt - midnightAt, lengthMs: to - from })),
      },
    ]),
  );
}
