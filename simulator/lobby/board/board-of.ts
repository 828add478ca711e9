import { catalogueOf } from '../branch/catalogue.ts';
import { estimateWait } from '../estimate.ts';
import { isRefusal } from '../refusal.ts';
import { routeByPolicy } from '../routing.ts';
import { rulesInForce } from '../rules-in-force.ts';
import { isOpenAt } from '../staff/closing.ts';
import type { LobbyState, Ticket } from '../state.ts';
import type { Board, BoardService } from './board.ts';
import { boardCounters, nowServing } from './counters.ts';
import { boardLines, queues } from './lines.ts';
import { boardStaff } from './people.ts';
import { boardProposals } from './proposals.ts';
import { boardTickets } from './tickets.ts';

/** Projects a state to what screens show. Throws when the branch is not configured: there is no lobby to show. */
export function boardOf(state: LobbyState, nowMs: number, view: 'public' | 'full'): Board {
  if (!state.config) throw new Error('no board of a branch that is not configured');
  const { branch } = state.config;
  const { rule } = rulesInForce(state, nowMs);
  const waiting = queues(state);
  const full = view === 'full';
  return {
    branch: branch.id,
    names: branch.names,
    zone: branch.zone,
    seq: state.seq,
    at: nowMs,
    view,
    day: state.day && { date: state.day.date, open: state.day.open, endsAt: state.day.endsAt, hours: state.day.hours },
    open: Boolean(state.day?.open && nowMs < state.day.endsAt && isOpenAt(state.day.hours, nowMs)),
    services: boardServices(state, nowMs, waiting),
    segments: branch.segments,
    traits: branch.traits,
    zones: branch.zones.map(({ id, names }) => ({ id, names })),
    lines: boardLines(branch, waiting),
    counters: boardCounters(state, full),
    nowServing: nowServing(state),
    tally: state.tally,
    strategy: rule,
    ...(full
      ? {
          tickets: boardTickets(state, waiting),
          staff: boardStaff(state),
          proposals: boardProposals(state),
          help: [...state.help.values()],
        }
      : {}),
  };
}

/** The promise is that of an ordinary customer who came now. */
function boardServices(state: LobbyState, nowMs: number, inLine: ReadonlyMap<string, readonly Ticket[]>): BoardService[] {
  const { branch } = state.config!;
  const segment = catalogueOf(branch).ordinarySegment.code;
  const waiting = new Map<string, number>();
  for (const ticket of state.tickets.values()) {
    if (ticket.status !== 'waiting') continue;
    const { service } = ticket.needs[ticket.current]!;
    waiting.set(service, (waiting.get(service) ?? 0) + 1);
  }
  return branch.services.map(({ id, names, series, documents }) => {
    const route = routeByPolicy(state, { service: id, segment, traits: [] });
    const quote = isRefusal(route) ? null : estimateWait(state, route, id, nowMs);
    const ahead = isRefusal(route) ? 0 : (inLine.get(route.line)?.length ?? 0);
    return { id, names, series, documents, staffed: quote !== null, waiting: waiting.get(id) ?? 0, ahead, quote };
  });
}
