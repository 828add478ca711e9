import cdf from '@stdlib/stats-base-dists-normal-cdf';
import quantile from '@stdlib/stats-base-dists-normal-quantile';

/** Φ(x), the standard normal distribution function. */
export const normalShare = (x: number): number => cdf(x, 0, 1);

/** φ(x), its density. */
export const normalDensity = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/** h(x) = φ(x) / (1 − Φ(x)), its hazard; taken from the small side, so it stays right far out. */
export const normalHazard = (x: number): number => normalDensity(x) / normalShare(-x);

/** The x above which a share `alpha` lies: 1 − Φ(x) = α. */
export const slackForShare = (alpha: number): number => quantile(1 - alpha, 0, 1);
