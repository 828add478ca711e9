import { type Kpi, type KpiId, kpiIds } from '../kpi.ts';
import type { KpiTally } from '../tally.ts';
import { abandonRate } from './abandon-rate.ts';
import { noShowRate } from './no-show-rate.ts';
import { served } from './served.ts';
import { utilisation } from './utilisation.ts';
import { waitAllMeanMs } from './wait-all-mean.ts';
import { waitMaxMs } from './wait-max.ts';
import { waitMeanMs } from './wait-mean.ts';
import { waitP50Ms } from './wait-p50.ts';
import { waitP90Ms } from './wait-p90.ts';
import { waitP95Ms } from './wait-p95.ts';
import { waitedRate } from './waited-rate.ts';
import { withinTargetRate } from './within-target-rate.ts';

/** Every KPI by id, in the order screens show them. A new one is added here and to `kpiIds`. */
export const kpis: Readonly<Record<KpiId, Kpi>> = {
  waitMeanMs,
  waitAllMeanMs,
  waitP50Ms,
  waitP90Ms,
  waitP95Ms,
  waitMaxMs,
  waitedRate,
  withinTargetRate,
  abandonRate,
  noShowRate,
  served,
  utilisation,
};

export type KpiValues = Readonly<Record<KpiId, number>>;

/** All KPIs of a tally. NaN where nobody counts; JSON writes it as null. */
export const kpiValues = (tally: KpiTally): KpiValues =>
  Object.fromEntries(kpiIds.map((id) => [id, kpis[id].value(tally)])) as unknown as KpiValues;
