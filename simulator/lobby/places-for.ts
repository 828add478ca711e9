import { hasSkill, modeAt, typicalWorkMs } from './ability.ts';
import type { Branch } from './branch/branch.ts';
import { catalogueOf } from './branch/catalogue.ts';
import type { StationKind } from './branch/place.ts';
import { quoteOf } from './estimate.ts';
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
 * it. An estimate: of those who wait for the same stations the more favoured tier goes first, and work takes its usual time.
 */
export function placesFor(state: LobbyState, ticket: Ticket): readonly PlaceChoice[] {
  const { branch } = state.config!;
  const { service } = ticket.needs[ticket.current]!;
  const advised = routeByPolicy(state, { ...ticket, service });
  const behindNow = new Set(ticket.place === null ? [] : rivalsAt(state, ticket, ticket.place.line).after);
  return branch.lines.flatMap((line) => {
    const place = placeByHand(state, service, ticket.segment, { line: line.id });
    if (isRefusal(place) || !hasStation(state, service, place.kind)) return [];
    const { working, before, after } = rivalsAt(state, ticket, line.id);
    const ownMs = typicalWorkMs(branch, service, place.kind);
    const here = !isRefusal(advised) && advised.line === line.id;
    return [
      {
        ...place,
        ...(here ? { kind: advised.kind, mode: advised.mode } : {}),
        advised: here,
        reason: here ? advised.reason : null,
        current: ticket.place?.line === line.id,
        quote: quoteOf({
          stations: working,
          idle: working.filter(({ status }) => status === 'ready').length,
          before: before.map((other) => ({
            count: 1,
            workMs: workOf(branch, other),
            stations: stationsFor(state, other, other.place!.line),
          })),
          ownMs,
        }),
        behind: {
          people: after.filter((other) => !behindNow.has(other)).length,
          eachMs: working.length === 0 ? 0 : Math.round(ownMs / working.length),
        },
      },
    ];
  });
}

const workOf = (branch: Branch, { needs, current, place }: Ticket): number =>
  typicalWorkMs(branch, needs[current]!.service, place!.kind);

const hasStation = (state: LobbyState, service: string, kind: StationKind): boolean =>
  state.config!.branch.stations.some((station) => station.kind === kind && (station.services?.includes(service) ?? true));

interface Rivals {
  /** Stations that would serve the ticket in this line. */
  readonly working: readonly StationState[];
  /** Others who wait for one of them and would be called before the ticket, and after it. */
  readonly before: readonly Ticket[];
  readonly after: readonly Ticket[];
}

function rivalsAt(state: LobbyState, ticket: Ticket, line: string): Rivals {
  const { lines } = catalogueOf(state.config!.branch);
  const working = stationsFor(state, ticket, line);
  const rivals = [...state.tickets.values()].filter(
    (other) =>
      other.id !== ticket.id &&
      other.status === 'waiting' &&
      other.present &&
      other.place !== null &&
      stationsFor(state, other, other.place.line).some((station) => working.includes(station)),
  );
  const goesFirst = (other: Ticket): boolean => {
    const tiers = lines.get(line)!.tier - lines.get(other.place!.line)!.tier;
    return tiers === 0 ? comesBefore(other, ticket) : tiers > 0;
  };
  return { working, before: rivals.filter(goesFirst), after: rivals.filter((other) => !goesFirst(other)) };
}

/** Stations at work that call from the line and can do the ticket's service as they are staffed now. */
function stationsFor(state: LobbyState, ticket: Ticket, line: string): readonly StationState[] {
  const { lines, services, stations } = catalogueOf(state.config!.branch);
  const service = services.get(ticket.needs[ticket.current]!.service)!;
  return [...state.stations.values()].filter((station) => {
    const declared = stations.get(station.id)!;
    const mode = modeAt(service, declared.kind);
    if (station.status === 'closed' || station.status === 'paused' || !lines.get(line)!.kinds.includes(declared.kind)) return false;
    return mode !== undefined && hasSkill(state, declared, station, service, mode);
  });
}
