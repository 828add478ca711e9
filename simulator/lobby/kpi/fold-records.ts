import type { NeedRecord, VisitRecord } from './record.ts';
import { addLeft, addNoShow, addServed, addUnserved, emptyTally, type KpiTally } from './tally.ts';

/** Wait for a need, ms, as far as it is known: to the start of service, or until the customer left. */
export function waitMsOf(record: NeedRecord): number {
  const until = record.startedAt ?? (record.outcome === 'abandoned' ? record.endedAt : null);
  return until === null ? 0 : until - record.waitFrom;
}

/** The visit that need records tell of, in their order. */
export function visitOf(needs: readonly NeedRecord[]): VisitRecord {
  const first = needs[0]!;
  const last = needs.at(-1)!;
  return {
    ticket: first.ticket,
    segment: first.segment,
    arrivedAt: first.arrivedAt,
    endedAt: last.endedAt,
    waitMs: needs.reduce((sum, need) => sum + waitMsOf(need), 0),
    workMs: needs.reduce((sum, need) => sum + need.workMs, 0),
    needs,
    outcome: endOf(last),
  };
}

/** What an ended need counts as; one whose service began counts as served, however it ended. */
function endOf({ outcome, startedAt }: NeedRecord): VisitRecord['outcome'] {
  if (outcome === null || outcome === 'void') return outcome;
  if (startedAt === null && (outcome === 'abandoned' || outcome === 'no-show' || outcome === 'unserved')) return outcome;
  return 'done';
}

/** The tally of some needs. */
export function tallyNeeds(records: Iterable<NeedRecord>): KpiTally {
  const tally = emptyTally();
  for (const record of records) count(tally, endOf(record), waitMsOf(record), record.workMs, record.targetMs ?? Number.NaN);
  return tally;
}

/** The tally of some visits. A visit is within target when each of its needs that has a target was. */
export function tallyVisits(visits: Iterable<VisitRecord>): KpiTally {
  const tally = emptyTally();
  for (const visit of visits) count(tally, visit.outcome, visit.waitMs, visit.workMs, verdict(visit.needs));
  return tally;
}

/** As a target for the visit's whole wait: one that any wait keeps, one that none keeps, or none. */
function verdict(needs: readonly NeedRecord[]): number {
  const promised = needs.filter((need) => need.targetMs !== null);
  if (promised.length === 0) return Number.NaN;
  return promised.every((need) => waitMsOf(need) <= need.targetMs!) ? Number.POSITIVE_INFINITY : -1;
}

function count(tally: KpiTally, end: VisitRecord['outcome'], waitMs: number, workMs: number, targetMs: number): void {
  if (end === 'done') addServed(tally, waitMs, workMs, targetMs);
  else if (end === 'abandoned') addLeft(tally, waitMs, targetMs);
  else if (end === 'no-show') addNoShow(tally, targetMs);
  else if (end === 'unserved') addUnserved(tally, targetMs);
}
