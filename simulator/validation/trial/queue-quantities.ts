import { kpis } from '../../lobby/kpi/need/table.ts';
import { waitQuantile } from '../../lobby/kpi/need/wait-quantile.ts';
import { came, type KpiTally } from '../../lobby/kpi/tally.ts';
import type { Quantity } from './measure.ts';
import { type Section, wholeTally } from './section.ts';
import type { View } from './stationary.ts';

type Read = (tally: KpiTally, section: Section, view: View) => number;

const waiting = (tally: KpiTally): number => tally.servedWaitMs + tally.leftWaitMs;
const mean: Read = (tally, _, { unitMs }) => kpis.waitMeanMs.value(tally) / unitMs;
const meanAll: Read = (tally, _, { unitMs }) => kpis.waitAllMeanMs.value(tally) / unitMs;
const within: Read = (tally) => kpis.withinTargetRate.value(tally);
const quantile =
  (p: number): Read =>
  (tally, _, { unitMs }) =>
    waitQuantile(tally, p) / unitMs;

/** What the product's KPIs say of a queue in the long run, in the case's unit. Numbers in line and in the system by Little's law. */
const reads: { readonly [key: string]: Read } = {
  pWait: (tally) => (tally.waited + tally.left) / came(tally),
  Wq: mean,
  W: (tally, _, { unitMs }) => (tally.servedWaitMs + tally.workMs) / tally.served / unitMs,
  Lq: (tally, { days }, { unitMs, window }) => waiting(tally) / (days * window * unitMs),
  L: (tally, { days }, { unitMs, window }) => (waiting(tally) + tally.workMs) / (days * window * unitMs),
  occupancy: (tally, { days }, { unitMs, window, servers }) => tally.workMs / (days * window * unitMs * servers),
  p50Wait: quantile(0.5),
  p90Wait: quantile(0.9),
  p95Wait: quantile(0.95),
  pNoWait: (tally) => (tally.served - tally.waited) / came(tally),
  pAbandon: (tally) => kpis.abandonRate.value(tally),
  meanWaitAll: meanAll,
  meanWaitServed: mean,
  pServedWithinTarget: within,
  serviceLevel: within,
  pWaitGtTarget: (tally, { sums }) => sums[0]! / came(tally),
};

/** The quantities of these names, over all classes. A name that is not known is left out. */
export function queueQuantities(view: View, keys: readonly string[]): Record<string, Quantity> {
  const known = keys.flatMap((key) => {
    const read = reads[key];
    return read === undefined ? [] : [[key, (section: Section) => read(wholeTally(section), section, view)] as const];
  });
  return Object.fromEntries(known);
}

/** Mean wait of each class. */
export const waitsByClass = (view: View, classes: number): Quantity[] =>
  Array.from({ length: classes }, (_, at) => (section) => mean(section.tallies[at]!, section, view));
