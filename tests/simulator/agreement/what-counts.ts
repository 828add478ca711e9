import { fates, type Outcome } from '../../../simulator/engine/results/outcome.ts';

/** What of a record is defined: columns hold what earlier runs left where a record has no value. */
const recordOf = ({ fate, line, service, station, waitMs, workMs }: Outcome, at: number) => [
  fate[at],
  line[at],
  service[at],
  fate[at] === fates.unserved ? null : waitMs[at],
  fate[at] === fates.served ? [workMs[at], station[at]] : null,
];

/** All that KPIs are made of. */
export function whatCounts(outcome: Outcome) {
  const { busyMs, day, fromMs, paidMs, records, visit, visits } = outcome;
  const record = (at: number) => [...recordOf(outcome, at), at < visits ? null : [visit[at], fromMs[at]]];
  return { visits, busyMs, paidMs, day, records: Array.from({ length: records }, (_, at) => record(at)) };
}

/** What became of the needs of each visit, in the order in which they were waited for. */
export function needsByVisit(outcome: Outcome): unknown[][] {
  const needs: unknown[][] = Array.from({ length: outcome.visits }, (_, at) => [recordOf(outcome, at)]);
  for (let at = outcome.visits; at < outcome.records; at++) needs[outcome.visit[at]!]!.push(recordOf(outcome, at));
  return needs;
}
