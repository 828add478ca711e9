import { whereFalls } from '../numeric/bisect.ts';
import { normalDensity, normalShare } from '../numeric/normal.ts';

/**
 * P(wait > 0) in a large M/M/c with c = a + β√a servers at load a: α = [1 + β Φ(β) / φ(β)]⁻¹, β > 0. An approximation that is
 * within one server of the truth from a = 1 on. (Halfin & Whitt 1981.)
 */
export const delayAtSlack = (beta: number): number => 1 / (1 + (beta * normalShare(beta)) / normalDensity(beta));

/** The slack β at which a share `alpha` waits, 0 < α < 1: the inverse of `delayAtSlack`. */
export const slackForDelay = (alpha: number): number => whereFalls(delayAtSlack, alpha, 0, 40);
