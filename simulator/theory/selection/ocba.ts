/**
 * How to divide a simulation budget among systems so that the best is most surely recognised: N_i/N_j = ((s_i/d_i)/(s_j/d_j))²,
 * d the distance from the best mean, and N_b = s_b √(Σ N_i²/s_i²) for the best. Fractions that add up to 1. (Chen et al. 2000.)
 */
export function budgetShares(means: readonly number[], sds: readonly number[], sense: 'min' | 'max'): number[] {
  const bestMean = sense === 'min' ? Math.min(...means) : Math.max(...means);
  const best = means.indexOf(bestMean);
  const weights = means.map((mean, at) => (at === best ? 0 : (sds[at]! / (mean - bestMean)) ** 2));
  weights[best] = sds[best]! * Math.sqrt(weights.reduce((sum, weight, at) => sum + (weight / sds[at]!) ** 2, 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
