import type { Work } from './servers.ts';

/** Not theirs where this is at least so probable. */
const sureEnough = 0.9;
/** Who does not do a service does it all the same, by a slip of the records, at this share of the usual rate. */
const slipRate = 0.02;
/** Those who do a service do so at rates that differ: gamma of this shape. */
const rateShape = 2;
const rounds = 30;

/** How often each server did each service. */
export class ServiceCounts {
  private readonly by = new Map<string, Map<string, number>>();
  private readonly totals = new Map<string, number>();
  private all = 0;

  add(server: string, works: readonly Work[]): void {
    const own = this.by.get(server) ?? new Map<string, number>();
    this.by.set(server, own);
    for (const { service } of works) {
      if (service === null) continue;
      own.set(service, (own.get(service) ?? 0) + 1);
      this.totals.set(service, (this.totals.get(service) ?? 0) + 1);
      this.all++;
    }
  }

  /**
   * What each server can do. Of each service some servers do it, at rates that differ, and some do not, but for slips: whom so few of it would be
   * improbable of the first does not. A server who is not in the answer is not known: they do everything.
   */
  skills(): ReadonlyMap<string, ReadonlySet<string>> {
    const able = new Map([...this.by.keys()].map((server) => [server, new Set<string>()] as const));
    const counts = [...this.by].map(([server, own]) => ({
      server,
      own,
      all: [...own.values()].reduce((sum, one) => sum + one, 0),
    }));
    for (const [service, total] of this.totals) {
      const seen = counts.map(({ all, own }) => ({ done: own.get(service) ?? 0, expected: (all * total) / this.all }));
      const not = unableOf(seen);
      for (const [at, { server }] of counts.entries()) if (not[at]! < sureEnough) able.get(server)!.add(service);
    }
    return able;
  }

  /** Servers of a pool are those with the same skills; largest first. */
  pools(): readonly { readonly servers: readonly string[]; readonly lacks: readonly string[] }[] {
    const pools = new Map<string, { servers: string[]; lacks: string[] }>();
    for (const [server, able] of this.skills()) {
      const lacks = [...this.totals.keys()].filter((service) => !able.has(service)).sort();
      const pool = pools.get(lacks.join('\n')) ?? { servers: [], lacks };
      pool.servers.push(server);
      pools.set(lacks.join('\n'), pool);
    }
    return [...pools.values()].sort((a, b) => b.servers.length - a.servers.length);
  }
}

/**
 * For each server the probability that a service is not theirs, from how often they did it and how often they would have, were all alike. Done by those
 * who do it: negative binomial; by the others: Poisson at the rate of slips. How many do it, and how much more often than if all did, by
 * expectation and maximisation.
 */
function unableOf(seen: readonly { readonly done: number; readonly expected: number }[]): number[] {
  let share = 0.5;
  let rate = 1.5;
  let not = seen.map(() => 0.5);
  for (let round = 0; round < rounds; round++) {
    not = seen.map(({ done, expected }) => {
      // Logarithms, without the factorial that both have.
      const slips = Math.log(share) - slipRate * expected + done * Math.log(Math.max(slipRate * expected, 1e-9));
      const mean = rate * expected;
      let theirs = Math.log(1 - share) + rateShape * Math.log(rateShape / (rateShape + mean));
      theirs += done * Math.log(Math.max(mean / (rateShape + mean), 1e-9));
      for (let n = 0; n < done; n++) theirs += Math.log(rateShape + n);
      return 1 / (1 + Math.exp(theirs - slips));
    });
    share = Math.min(0.99, Math.max(0.01, not.reduce((sum, one) => sum + one, 0) / not.length));
    const [done, expected] = [0, 1].map((which) =>
      seen.reduce((sum, one, at) => sum + (1 - not[at]!) * (which === 0 ? one.done : one.expected), 0),
    ) as [number, number];
    rate = expected > 0 ? done / expected : 1;
  }
  return not;
}
