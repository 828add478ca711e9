/** M/G/1, `scv` the squared coefficient of variation of the service time. */
export interface Mg1 {
  readonly lam: number;
  readonly meanService: number;
  readonly scv: number;
}

/** Pollaczek-Khinchine: E[wait] = λ E[S²] / (2(1 − ρ)), E[S²] = E[S]²(1 + scv). */
export function mg1Wait({ lam, meanService, scv }: Mg1): number {
  const rho = lam * meanService;
  if (rho >= 1) return Number.POSITIVE_INFINITY;
  return (lam * meanService * meanService * (1 + scv)) / (2 * (1 - rho));
}
