import { quantileOf } from '../sketch.ts';
import type { KpiTally } from '../tally.ts';

/** Quantile of the waits of the served; a bucket's middle may lie above the longest wait, which is known exactly. */
export const waitQuantile = (tally: KpiTally, p: number): number =>
  tally.served > 0 ? Math.min(quantileOf(tally.waits, p), tally.maxWaitMs) : Number.NaN;
