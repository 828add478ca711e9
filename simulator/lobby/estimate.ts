import { typicalWorkMs } from './ability.ts';
import type { Branch } from './branch/branch.ts';
import { catalogueOf } from './branch/catalogue.ts';
import type { Quote } from './journal/ticket-events.ts';
import type { LobbyState, Place } from './state.ts';

/** Share of waits that a promise covers: 10 % may be shorter, 10 % longer. */
const level = 0.8;
const z = 1.2815515655446004; // standard normal quantile of 0.9

/**
 * [Q1] A wait promised at issue, by queue length (QL): with c stations at work and q tickets before the customer, the wait
 * is Erlang(q + 1, c μ), μ one over the usual work. Null when nobody works there: no promise is better than a false one.
 * Source: Ibrahim and Whitt 2009; the quantiles are Wilson and Hilferty's.
 */
export function estimateWait(state: LobbyState, place: Pick<Place, 'line'>, service: string, nowMs: number): Quote | null {
  const branch = state.config!.branch;
  const { lines, stations } = catalogueOf(branch);
  const line = lines.get(place.line)!;
  const working = [...state.stations.values()].filter(({ id, status }) => {
    const station = stations.get(id)!;
    return (
      status !== 'closed' &&
      status !== 'paused' &&
      line.kinds.includes(station.kind) &&
      (station.services?.includes(service) ?? true)
    );
  });
  const rivals = linesBefore(branch, line.id);
  let ahead = 0;
  let workAheadMs = 0;
  for (const ticket of state.tickets.values()) {
    if (ticket.status !== 'waiting' || !ticket.place || !rivals.has(ticket.place.line) || ticket.arrivedAt > nowMs) continue;
    ahead += 1;
    workAheadMs += typicalWorkMs(branch, ticket.needs[ticket.current]!.service, ticket.place.kind);
  }
  const idle = working.filter(({ status }) => status === 'ready').length;
  return quoteOf({ working: working.length, idle, ahead, workAheadMs, ownMs: typicalWorkMs(branch, service, line.kinds[0]!) });
}

/** What a promise is made from: stations at work and idle, tickets before the customer, and the usual work of those and of their own. */
export interface QueueAhead {
  readonly working: number;
  readonly idle: number;
  readonly ahead: number;
  readonly workAheadMs: number;
  readonly ownMs: number;
}

/** The promise itself: live from the lobby's state, in a simulated day from the engine's columns. */
export function quoteOf({ working, idle, ahead, workAheadMs, ownMs }: QueueAhead): Quote | null {
  if (working === 0) return null;
  if (idle > ahead) return { lowMs: 0, highMs: 0, level, method: 'ql' };
  const meanMs = (workAheadMs + ownMs) / (ahead + 1);
  const perTicketMs = meanMs / working;
  return {
    lowMs: erlangQuantile(ahead + 1, perTicketMs, -z),
    highMs: erlangQuantile(ahead + 1, perTicketMs, z),
    level,
    method: 'ql',
  };
}

/** Lines whose tickets may be called before this line's newest: the same kinds of station, an equal or more favoured tier. */
export function linesBefore(branch: Branch, id: string): ReadonlySet<string> {
  const line = catalogueOf(branch).lines.get(id)!;
  return new Set(
    branch.lines
      .filter((other) => other.tier <= line.tier && other.kinds.some((kind) => line.kinds.includes(kind)))
      .map((other) => other.id),
  );
}

/** Quantile of Erlang(shape, mean scale) at standard normal score `score`, whole ms (Wilson and Hilferty 1931). */
function erlangQuantile(shape: number, scaleMs: number, score: number): number {
  const root = 1 - 1 / (9 * shape) + score / (3 * Math.sqrt(shape));
  return Math.round(shape * scaleMs * Math.max(0, root) ** 3);
}
