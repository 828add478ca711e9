import type { JournalEntry } from '../journal/event.ts';
import type { DayTally } from './day/day-tally.ts';
import { DayFold } from './day/fold-day.ts';
import { tallyNeeds, tallyVisits, visitOf } from './fold-records.ts';
import { keptEvents } from './kept-events.ts';
import type { NeedRecord, VisitRecord } from './record.ts';
import { StaffTime } from './staff-time.ts';
import { addStaffTime, type KpiTally } from './tally.ts';
import { type TargetOf, targetsOf } from './target-of.ts';
import { VisitTrace } from './trace-visit.ts';

export interface MeasureOptions {
  /** One target wait for every need, ms. When absent: the stricter of the service's and the line's own; none where neither is set. */
  readonly targetMs?: number | undefined;
}

export interface Measured {
  /** In order of issue, then of the needs within a visit. */
  readonly needs: readonly NeedRecord[];
  readonly visits: readonly VisitRecord[];
  readonly perNeed: KpiTally;
  readonly perVisit: KpiTally;
  /** Of whole days: lobby, staff and visits. */
  readonly days: DayTally;
}

/**
 * What a journal, live or simulated, says of its customers: `measure(journal) → KPIs`. Acts that were taken back do not
 * count. Who is still in the lobby at the end has a record without an end and is in no tally. Tickets issued before the
 * journal begins are left out, since their arrival is not known.
 *
 * @example
 * kpiValues(measure(journal, { targetMs: 900_000 }).perNeed).waitP90Ms
 */
export function measure(journal: Iterable<JournalEntry>, options: MeasureOptions = {}): Measured {
  const traces: VisitTrace[] = [];
  const inLobby = new Map<string, VisitTrace>();
  const ticketOf = ({ data }: JournalEntry) => ('ticket' in data && data.ticket !== null ? inLobby.get(data.ticket) : undefined);
  const staffTime = new StaffTime();
  const dayFold = new DayFold();
  const one = options.targetMs ?? null;
  let targetOf: TargetOf = () => one;
  let at = 0;
  for (const event of keptEvents(journal)) {
    at = event.at;
    staffTime.follow(event);
    dayFold.follow(event);
    if (event.type === 'branch-configured' && one === null) targetOf = targetsOf(event.data.config);
    if (event.type === 'ticket-issued') {
      const trace = new VisitTrace(event.data, event.occurredAt ?? event.at, targetOf);
      traces.push(trace);
      inLobby.set(event.data.ticket, trace);
    } else {
      ticketOf(event)?.follow(event);
    }
  }
  const visits = traces.map((trace) => visitOf(trace.records));
  const needs = visits.flatMap((visit) => visit.needs);
  const perNeed = tallyNeeds(needs);
  const perVisit = tallyVisits(visits);
  const { busyMs, idleMs, paidMs } = staffTime.totals(at);
  addStaffTime(perNeed, busyMs, paidMs);
  addStaffTime(perVisit, busyMs, paidMs);
  return { needs, visits, perNeed, perVisit, days: dayFold.end(at, visits, { paidMs, idleMs }) };
}
