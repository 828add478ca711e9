import type { Visit } from '../../clean/visit.ts';
import { absenceMs } from './gaps.ts';
import { isNamed, type Work } from './servers.ts';
import { poolOf, type Wait, waitsOf } from './waiting.ts';

/** What the customers of a day show of servers who have none. */
export interface Presence {
  /** The first and the last customer of the day came. */
  readonly fromMs: number;
  readonly toMs: number;
  /** A server without a customer was not there: somebody of theirs waited over a minute meanwhile, or went to others who had been free for less long. */
  gone(server: string, fromMs: number, toMs: number): boolean;
}

/** What a pool of servers of the same skills can be seen by. */
interface Pool {
  /** Who waited for over a minute. */
  readonly waits: readonly Wait[];
  /** Services of theirs, by whomever, and since when whoever did them had been free. */
  readonly begun: readonly { readonly startMs: number; readonly freeMs: number }[];
}

/** What a day shows; `skills` says whom a server can serve, everybody when it does not know them. */
export function presenceOn(
  visits: readonly Visit[],
  works: ReadonlyMap<string, readonly Work[]>,
  skills: ReadonlyMap<string, ReadonlySet<string>>,
): Presence {
  const waits = waitsOf(visits).filter(({ fromMs, toMs }) => toMs - fromMs >= absenceMs);
  const begun = [...works.values()].flatMap((list) =>
    list.flatMap(({ service, startMs }, at) => (at === 0 ? [] : [{ service, startMs, freeMs: list[at - 1]!.endMs }])),
  );
  const pools = new Map<string, Pool>();
  const poolFor = (server: string): Pool => {
    const able = isNamed(server) ? skills.get(server) : undefined;
    const key = poolOf(able);
    const theirs = ({ service }: { readonly service: string | null }): boolean => service === null || (able?.has(service) ?? true);
    const own = pools.get(key) ?? { waits: waits.filter(theirs), begun: begun.filter(theirs) };
    pools.set(key, own);
    return own;
  };
  const came = visits.flatMap(({ after, arrivalMs }) => (arrivalMs === null || after !== null ? [] : arrivalMs));
  return {
    fromMs: came.reduce((first, ms) => Math.min(first, ms), Number.POSITIVE_INFINITY),
    toMs: came.reduce((last, ms) => Math.max(last, ms), Number.NEGATIVE_INFINITY),
    gone: (server, fromMs, toMs) => {
      const { begun, waits } = poolFor(server);
      return (
        waits.some((wait) => Math.min(wait.toMs, toMs) - Math.max(wait.fromMs, fromMs) >= absenceMs) ||
        begun.some(({ freeMs, startMs }) => startMs < toMs && freeMs > fromMs + absenceMs)
      );
    },
  };
}
