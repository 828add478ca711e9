import { fates, type Outcome } from '../../../simulator/engine/results/outcome.ts';

/** All that KPIs are made of; columns hold what earlier runs left where a record has no value. */
export function whatCounts(outcome: Outcome) {
  const { busyMs, day, fate, fromMs, line, paidMs, records, service, station, visit, visits, waitMs, workMs } = outcome;
  const record = (at: number) => [
    fate[at],
    line[at],
    service[at],
    at < visits ? null : [visit[at], fromMs[at]],
    fate[at] === fates.unserved ? null : waitMs[at],
    fate[at] === fates.served ? [workMs[at], station[at]] : null,
  ];
  return { visits, busyMs, paidMs, day, records: Array.from({ length: records }, (_, at) => record(at)) };
}
