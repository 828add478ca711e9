import gammainc from '@stdlib/math-base-special-gammainc';

/** Standard normal distribution function: Φ(x) = (1 ± P(½, x²/2)) / 2, P the regularised lower incomplete gamma function. */
export function normalCdf(x: number): number {
  if (x === 0) return 0.5;
  return x > 0 ? 0.5 + gammainc((x * x) / 2, 0.5) / 2 : gammainc((x * x) / 2, 0.5, true, true) / 2;
}
