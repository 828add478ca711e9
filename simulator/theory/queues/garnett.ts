import { normalHazard } from '../numeric/normal.ts';

/**
 * P(wait > 0) in a large M/M/c+M with c = a + β√a servers: α = [1 + √(θ/μ) h(β√(μ/θ)) / h(−β)]⁻¹, h the hazard of the standard
 * normal. β may be negative; at θ = μ it is 1 − Φ(β). An approximation. (Garnett, Mandelbaum & Reiman 2002.)
 */
export function delayAtSlackWithPatience(beta: number, thetaOverMu: number): number {
  const root = Math.sqrt(thetaOverMu);
  return 1 / (1 + (root * normalHazard(beta / root)) / normalHazard(-beta));
}
