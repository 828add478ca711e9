import { deathRates, follow, shortStep } from './kolmogorov.ts';

/** M(t)/M/c+M from empty: `lam` as [from when, rate], `theta` 1 / mean patience, 0 if nobody leaves. */
export interface TransientQueue {
  readonly servers: number;
  readonly lam: readonly (readonly [from: number, rate: number])[];
  readonly mu: number;
  readonly theta: number;
  readonly until: number;
}

/** Expected number who leave by `until`, and expected number in the system then; Kolmogorov equations, exact to about 1e-9. */
export function transientQueue({ servers, lam, mu, theta, until }: TransientQueue): { abandonments: number; L: number } {
  const fastest = Math.max(...lam.map(([, rate]) => rate));
  for (let most = servers + Math.ceil(4 * fastest * Math.min(until, 4 / mu)) + 40; ; most *= 2) {
    const p = new Float64Array(most + 1);
    p[0] = 1;
    const death = deathRates(most, servers, mu, theta);
    const leaving = (_: number, law: Float64Array): number =>
      theta * law.reduce((sum, share, n) => sum + Math.max(0, n - servers) * share, 0);
    let abandonments = 0;
    lam.forEach(([from, rate], k) => {
      const to = Math.min(until, lam[k + 1]?.[0] ?? until);
      if (to > from) abandonments += follow({ birth: () => rate, death, gauge: leaving }, p, from, to, shortStep(fastest, death));
    });
    if (p[most]! < 1e-12) return { abandonments, L: p.reduce((sum, share, n) => sum + n * share, 0) };
  }
}
