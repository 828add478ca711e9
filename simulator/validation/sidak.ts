import tQuantile from '@stdlib/stats-base-dists-t-quantile';

/** Probability that a program without fault passes all simulated quantities of a file at the first try. */
export const familyConfidence = 0.999;

/**
 * The largest |z| that one of `quantities` simulated ones may have, so that all of them stay within with `familyConfidence`: each is
 * held to confidence^(1/m) (Šidák 1967), and judged by Student's t since its standard error is itself estimated.
 */
export function largestZ(quantities: number, degrees: number): number {
  const outside = -Math.expm1(Math.log(familyConfidence) / Math.max(1, quantities));
  return tQuantile(1 - outside / 2, degrees);
}
