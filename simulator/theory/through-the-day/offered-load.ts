/**
 * The load that arrivals with the rate λ(t) offer at time `t` if nobody had to wait: m(t) = ∫₀^∞ λ(t − u) P(S > u) du, the mean
 * number in an M(t)/G/∞. (Eick, Massey & Whitt 1993.) `reach`: how far back service times reach. Simpson's rule.
 */
export function offeredLoad(
  rate: (t: number) => number,
  survival: (u: number) => number,
  reach: number,
  t: number,
  steps = 2000,
): number {
  const h = reach / steps;
  let sum = rate(t) * survival(0) + rate(t - reach) * survival(reach);
  for (let at = 1; at < steps; at++) sum += (at % 2 === 1 ? 4 : 2) * rate(t - at * h) * survival(at * h);
  return (sum * h) / 3;
}
