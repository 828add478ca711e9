import type { Work } from './servers.ts';

/** Fewer expected than this: whether a server does it cannot be told, so they do. */
const leastExpected = 5;
/** Done at less than this share of the usual rate: not theirs, but a slip of the records. */
const slipShare = 0.1;

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
   * What each server can do. Somebody who hardly ever did what others do often does not do it; with too few records to tell, they do.
   * A server who is not in the answer is not known: they do everything.
   */
  skills(): ReadonlyMap<string, ReadonlySet<string>> {
    return new Map(
      [...this.by].map(([server, own]) => {
        const count = [...own.values()].reduce((sum, one) => sum + one, 0);
        const able = [...this.totals].filter(([service, total]) => {
          const expected = (count * total) / this.all;
          return expected < leastExpected || (own.get(service) ?? 0) >= slipShare * expected;
        });
        return [server, new Set(able.map(([service]) => service))];
      }),
    );
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
