import { PatienceRecords } from '../../history/fit/fit-patience.ts';
import type { Branch } from '../../lobby/branch/branch.ts';
import type { NeedRecord } from '../../lobby/kpi/record.ts';
import type { Distribution } from '../../workload/distributions/distribution.ts';
import { empirical } from '../../workload/distributions/empirical.ts';
import { survivalCurve } from '../../workload/distributions/survival.ts';
import { makeDistribution } from '../../workload/distributions/table.ts';
import type { Model } from '../../workload/model.ts';
import { firstFor } from '../../workload/sampler.ts';

/** How many values a record did not hold and were drawn, by what they are. */
export interface Drawn {
  /** Patience of those who did not leave: longer than they were seen to wait. */
  patience: number;
  /** Work of those who were not served. */
  work: number;
}

export interface Missing {
  /** Patience of somebody who waited so long without leaving. */
  patienceMs(need: { service: string; segment: string }, waitedMs: number, u: number): number;
  workMs(need: { service: string; segment: string }, u: number): number;
}

/** Draws what a record cannot say: from a model where one is given, else from the rest of the record. */
export function missingFrom(model: Model | null, branch: Branch, records: readonly NeedRecord[]): Missing {
  const known = new Map<object, Distribution>();
  const once = (spec: Parameters<typeof makeDistribution>[0]): Distribution => {
    const made = known.get(spec) ?? makeDistribution(spec);
    known.set(spec, made);
    return made;
  };
  const seen = new Map<string, Distribution>();
  for (const { id, modes } of branch.services) {
    const lengths = records.filter(({ service, startedAt, workMs }) => service === id && startedAt !== null && workMs > 0);
    const typical = [modes[0]!.typicalWorkMs];
    seen.set(id, empirical(lengths.length > 0 ? lengths.map(({ workMs }) => workMs) : typical));
  }
  const curve = patienceSeen(records);
  return {
    workMs(need, u) {
      const entry =
        model &&
        firstFor(
          model.work.filter(({ mode }) => mode === undefined),
          need,
        );
      return Math.round((entry ? once(entry.distribution) : seen.get(need.service)!).quantile(u));
    },
    patienceMs(need, waitedMs, u) {
      const spec = model && firstFor(model.patience, need)?.distribution;
      const law = model === null ? curve : spec && spec.family !== 'none' ? once(spec) : null;
      if (law === null) return Number.POSITIVE_INFINITY;
      const gone = law.cdf(waitedMs);
      if (gone >= 1) return Number.POSITIVE_INFINITY;
      return Math.max(waitedMs + 1, Math.round(law.quantile(Math.min(gone + u * (1 - gone), 1 - 2 ** -53))));
    },
  };
}

/** As the record's own leavers say; null: nobody left. */
function patienceSeen(records: readonly NeedRecord[]): Distribution | null {
  const waits = new PatienceRecords();
  for (const { endedAt, outcome, startedAt, waitFrom } of records) {
    const until = startedAt ?? endedAt;
    if (until !== null)
      waits.add({ waitMs: until - waitFrom, outcome: startedAt === null && outcome === 'abandoned' ? 'abandoned' : 'served' });
  }
  const [entry] = waits.fit().patience;
  if (entry === undefined || entry.distribution.family === 'none') return null;
  return entry.distribution.family === 'kaplan-meier' ? survivalCurve(entry.distribution) : makeDistribution(entry.distribution);
}
