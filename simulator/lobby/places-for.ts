import { hasSkill, modeAt, typicalWorkMs } from './ability.ts';
import { catalogueOf } from './branch/catalogue.ts';
import type { Line, StationKind } from './branch/place.ts';
import { linesBefore, quoteOf } from './estimate.ts';
import type { Quote } from './journal/ticket-events.ts';
import { isRefusal } from './refusal.ts';
import { placeByHand, routeByPolicy } from './routing.ts';
import { comesBefore } from './select-call.ts';
import type { LobbyState, Place, StationState, Ticket } from './state.ts';

/** One place a waiting ticket can be sent to, with what it means for the customer and what it costs the others. */
export interface PlaceChoice extends Place {
  /** The greeting policy would send it here, for this reason. */
  readonly advised: boolean;
  readonly reason: string | null;
  /** It waits here now. */
  readonly current: boolean;
  /** Wait from now on; null while nobody works there. */
  readonly quote: Quote | null;
  /** Tickets that would then be called after it and would not be now, and how much longer each waits: its work, shared by the stations there. */
  readonly behind: { readonly people: number; readonly eachMs: number };
}

/**
 * [R2] Where a person may send a waiting ticket. Its place in a line is by `readyAt`, so those who came later are put behind
 * it. An estimate as [Q1]'s: the lines of a more favoured tier go first, and the work is the usual one.
 */
export function placesFor(state: LobbyState, ticket: Ticket): readonly PlaceChoice[] {
  const { branch } = state.config!;
  const { service } = ticket.needs[ticket.current]!;
  const advised = routeByPolicy(state, { ...ticket, service });
  const behindNow = ticket.place ? ids(calledAfter(state, ticket, ticket.place.line)) : new Set<string>();
  return branch.lines.flatMap((line) => {
    const place = placeByHand(state, service, ticket.segment, { line: line.id });
    if (isRefusal(place) || !hasStation(state, service, place.kind)) return [];
    const working = workingAt(state, line, service);
    const putBehind = calledAfter(state, ticket, line.id).filter(({ id }) => !behindNow.has(id));
    const ownMs = typicalWorkMs(branch, service, place.kind);
    const here = !isRefusal(advised) && advised.line === line.id;
    return [
      {
        ...place,
        ...(here ? { kind: advised.kind, mode: advised.mode } : {}),
        advised: here,
        reason: here ? advised.reason : null,
        current: ticket.place?.line === line.id,
        quote: quoteThere(state, ticket, line, working, ownMs),
        behind: { people: putBehind.length, eachMs: working.length === 0 ? 0 : Math.round(ownMs / working.length) },
      },
    ];
  });
}

const ids = (tickets: readonly Ticket[]): ReadonlySet<string> => new Set(tickets.map(({ id }) => id));

const hasStation = (state: LobbyState, service: string, kind: StationKind): boolean =>
  state.config!.branch.stations.some((station) => station.kind === kind && (station.services?.includes(service) ?? true));

function quoteThere(state: LobbyState, ticket: Ticket, line: Line, working: readonly StationState[], ownMs: number): Quote | null {
  const before = calledBefore(state, ticket, line.id);
  const workAheadMs = before.reduce(
    (sum, { needs, current, place }) => sum + typicalWorkMs(state.config!.branch, needs[current]!.service, place!.kind),
    0,
  );
  return quoteOf({
    working: working.length,
    idle: working.filter(({ status }) => status === 'ready').length,
    ahead: before.length,
    workAheadMs,
    ownMs,
  });
}

/** Stations at work that call from the line and can do the service as they are staffed now. */
function workingAt(state: LobbyState, line: Line, serviceId: string): readonly StationState[] {
  const { services, stations } = catalogueOf(state.config!.branch);
  const service = services.get(serviceId)!;
  return [...state.stations.values()].filter((station) => {
    const declared = stations.get(station.id)!;
    const mode = modeAt(service, declared.kind);
    if (station.status === 'closed' || station.status === 'paused' || !line.kinds.includes(declared.kind)) return false;
    return mode !== undefined && hasSkill(state, declared, station, service, mode);
  });
}

const waitingBeside = (state: LobbyState, ticket: Ticket): readonly Ticket[] =>
  [...state.tickets.values()].filter(
    ({ id, status, present, place }) => id !== ticket.id && status === 'waiting' && present && place,
  );

/** Of two tickets in these lines, the other goes first: by tier, within a tier by their place. */
function goesBefore(state: LobbyState, other: Ticket, ticket: Ticket, line: string): boolean {
  const { lines } = catalogueOf(state.config!.branch);
  const tier = lines.get(line)!.tier - lines.get(other.place!.line)!.tier;
  return tier === 0 ? comesBefore(other, ticket) : tier > 0;
}

const calledBefore = (state: LobbyState, ticket: Ticket, line: string): readonly Ticket[] => {
  const rivals = linesBefore(state.config!.branch, line);
  return waitingBeside(state, ticket).filter((other) => rivals.has(other.place!.line) && goesBefore(state, other, ticket, line));
};

const calledAfter = (state: LobbyState, ticket: Ticket, line: string): readonly Ticket[] => {
  const { branch } = state.config!;
  return waitingBeside(state, ticket).filter(
    (other) => linesBefore(branch, other.place!.line).has(line) && !goesBefore(state, other, ticket, line),
  );
};
