import { addTo, clearSketch, emptySketch, mergeSketch, type Sketch } from './sketch.ts';

/**
 * What every KPI is computed from, for needs or for visits: whole numbers that merge by addition (and one maximum), so a
 * merge is exact in any order. A customer is counted once, when it is known how the need or visit ended; whoever is still
 * in the lobby is not in it. Plain data: it may cross threads.
 */
export interface KpiTally {
  /** Service began. */
  served: number;
  servedWaitMs: number;
  /** Served with a wait above zero. */
  waited: number;
  maxWaitMs: number;
  /** Left while waiting. */
  left: number;
  leftWaitMs: number;
  /** Called and did not come. */
  noShow: number;
  /** Still waiting when the business day ended. */
  unserved: number;
  /** Came, with a target to be held. */
  targeted: number;
  /** Of those, served within it. */
  withinTarget: number;
  /** Work of the served. */
  workMs: number;
  /** Time that staff at open stations were serving. */
  busyMs: number;
  /** Time that staff were at open stations, breaks left out. */
  paidMs: number;
  /** Waits of the served. */
  readonly waits: Sketch;
}

export const emptyTally = (waits: Sketch = emptySketch()): KpiTally => ({
  served: 0,
  servedWaitMs: 0,
  waited: 0,
  maxWaitMs: 0,
  left: 0,
  leftWaitMs: 0,
  noShow: 0,
  unserved: 0,
  targeted: 0,
  withinTarget: 0,
  workMs: 0,
  busyMs: 0,
  paidMs: 0,
  waits,
});

/** Somebody was served. Whole ms; `targetMs` is NaN where no target holds. */
export function addServed(tally: KpiTally, waitMs: number, workMs: number, targetMs: number): void {
  addTo(tally.waits, waitMs);
  tally.served += 1;
  tally.servedWaitMs += waitMs;
  tally.workMs += workMs;
  if (waitMs > 0) tally.waited += 1;
  if (waitMs > tally.maxWaitMs) tally.maxWaitMs = waitMs;
  addTargeted(tally, targetMs);
  if (waitMs <= targetMs) tally.withinTarget += 1;
}

/** Somebody left after waiting so long. */
export function addLeft(tally: KpiTally, waitMs: number, targetMs: number): void {
  tally.left += 1;
  tally.leftWaitMs += waitMs;
  addTargeted(tally, targetMs);
}

/** Somebody was called and did not come. When they left is not known, so no wait is. */
export function addNoShow(tally: KpiTally, targetMs: number): void {
  tally.noShow += 1;
  addTargeted(tally, targetMs);
}

/** Somebody still waited when the business day ended. */
export function addUnserved(tally: KpiTally, targetMs: number): void {
  tally.unserved += 1;
  addTargeted(tally, targetMs);
}

function addTargeted(tally: KpiTally, targetMs: number): void {
  if (!Number.isNaN(targetMs)) tally.targeted += 1;
}

export function addStaffTime(tally: KpiTally, busyMs: number, paidMs: number): void {
  tally.busyMs += busyMs;
  tally.paidMs += paidMs;
}

/** All who came: every one of them counts in the rates, however they went. */
export const came = (tally: KpiTally): number => tally.served + tally.left + tally.noShow + tally.unserved;

const sums = [
  'served',
  'servedWaitMs',
  'waited',
  'left',
  'leftWaitMs',
  'noShow',
  'unserved',
  'targeted',
  'withinTarget',
  'workMs',
  'busyMs',
  'paidMs',
] as const satisfies readonly (keyof KpiTally)[];

/** Adds one tally to another. */
export function mergeTally(into: KpiTally, from: KpiTally): void {
  mergeSums(into, from);
  mergeSketch(into.waits, from.waits);
}

/** The same without the sketch, for tallies that share one. */
export function mergeSums(into: KpiTally, from: KpiTally): void {
  for (const sum of sums) into[sum] += from[sum];
  into.maxWaitMs = Math.max(into.maxWaitMs, from.maxWaitMs);
}

/** Empties a tally for the next replication, keeping its memory. */
export function clearTally(tally: KpiTally): void {
  for (const sum of sums) tally[sum] = 0;
  tally.maxWaitMs = 0;
  clearSketch(tally.waits);
}
