import type { Branch } from '../../lobby/branch/branch.ts';
import type { Plan } from '../../lobby/branch/plan.ts';
import { type Measured, measure } from '../../lobby/kpi/measure.ts';
import { castOf } from '../../workload/cast.ts';
import type { Model } from '../../workload/model.ts';
import type { RecordedPerson, Tape } from '../../workload/tape.ts';
import { type Drawn, missingFrom } from './draw-missing.ts';
import { followStaff, type StaffFacts } from './follow-staff.ts';
import { followTickets } from './follow-tickets.ts';
import { recordedPlan, withoutCast } from './recorded-plan.ts';
import { rowsOf, uniformsFor } from './recorded-rows.ts';
import { tapeOf } from './recorded-tape.ts';
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
