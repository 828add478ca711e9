import type { Names } from '../branch/names.ts';
import type { KpiTally } from './tally.ts';

/** Ids that the JSON of every study carries (DESIGN, KPI definitions). */
export const kpiIds = [
  'waitMeanMs',
  'waitAllMeanMs',
  'waitP50Ms',
  'waitP90Ms',
  'waitP95Ms',
  'waitMaxMs',
  'waitedRate',
  'withinTargetRate',
  'abandonRate',
  'noShowRate',
  'served',
  'utilisation',
] as const;
export type KpiId = (typeof kpiIds)[number];

/** What a KPI is, in words. */
export interface KpiAbout {
  readonly names: Names;
  /** `share` is from 0 to 1. */
  readonly unit: 'ms' | 'share' | 'count';
  /** Which way a planner wants it; `neither` where more is not better as such. */
  readonly better: 'lower' | 'higher' | 'neither';
  readonly definition: Names;
}

/** 指标. One a file; `kpi/table.ts` lists them. Needs and visits have the same KPIs, each over its own tally. */
export interface Kpi extends KpiAbout {
  readonly id: KpiId;
  /** NaN when nobody counts for it. */
  value(tally: KpiTally): number;
}
