/**
 * Constants of the KN procedure, which picks the best of `k` systems with probability 1 − α after `n0` first replications of each:
 * η = ½[(2α/(k − 1))^{−2/(n0 − 1)} − 1], h² = 2η(n0 − 1). (Kim & Nelson 2001.)
 */
export function kimNelson(k: number, n0: number, alpha: number): { eta: number; h2: number } {
  const eta = (((2 * alpha) / (k - 1)) ** (-2 / (n0 - 1)) - 1) / 2;
  return { eta, h2: 2 * eta * (n0 - 1) };
}
