import { hasSkill, modeAt } from './ability.ts';
import { catalogueOf } from './branch/catalogue.ts';
import type { StationKind } from './branch/place.ts';
import { lineFor } from './greeting/line-for.ts';
import type { RouteOption } from './greeting/option.ts';
import { optionsFor } from './greeting/options-for.ts';
import type { RouteTicket, RouteView } from './greeting/policy.ts';
import { type Refusal, refuse } from './refusal.ts';
import { rulesInForce } from './rules-in-force.ts';
import { waitingByLine } from './select-call.ts';
import type { LobbyState, Place } from './state.ts';

/** A route as `need-routed` records it. */
export interface RoutedPlace extends Place {
  readonly policy: string;
  readonly version: number;
  readonly reason: string;
}

/** [R1] Where the greeting policy in force sends a need now. */
export function routeByPolicy(state: LobbyState, ticket: RouteTicket): RoutedPlace | Refusal {
  const { greeting } = rulesInForce(state, state.at);
  const { service, segment, traits } = ticket;
  const route = greeting.route({ service, segment, traits }, routeViewOf(state));
  if (!route) return refuse('no-route', { service, segment });
  const { line, zone, kind, mode, reason } = route;
  return { line, zone, kind, mode, policy: greeting.id, version: greeting.version, reason };
}

/** [T8] After a failed device the first way without a device; the policy's way when there is no other. */
export function routeAfterDevice(state: LobbyState, ticket: RouteTicket): RoutedPlace | Refusal {
  const way = optionsFor(state.config!.branch, ticket.service, ticket.segment).find(({ kind }) => kind !== 'device');
  const byPolicy = routeByPolicy(state, ticket);
  if (!way || 'refused' in byPolicy) return byPolicy;
  const { line, zone, kind, mode } = way;
  return { ...byPolicy, line, zone, kind, mode, reason: 'needs-help' };
}

/** [R2] Where a person sends a need: a line, or the line for a kind of station. */
export function placeByHand(
  state: LobbyState,
  serviceId: string,
  segment: string,
  to: { readonly line?: string | undefined; readonly kind?: StationKind | undefined },
): Place | Refusal {
  const { branch } = state.config!;
  const { lines, services } = catalogueOf(branch);
  if (to.line !== undefined && !lines.has(to.line)) return refuse('unknown-line', { line: to.line, known: [...lines.keys()] });
  const service = services.get(serviceId)!;
  const line = to.line === undefined ? branch.lines[lineFor(branch, serviceId, segment, to.kind!)] : lines.get(to.line);
  const kinds = line ? line.kinds.filter((kind) => to.kind === undefined || kind === to.kind) : [];
  const kind = kinds.find((candidate) => modeAt(service, candidate) !== undefined);
  if (!line || kind === undefined || !(line.services?.includes(serviceId) ?? true)) {
    return refuse('no-route', { service: serviceId, line: to.line ?? null, kind: to.kind ?? null });
  }
  return { line: line.id, zone: line.zone, kind, mode: modeAt(service, kind)!.at };
}

/** The live lobby, as a greeting policy sees it. */
function routeViewOf(state: LobbyState): RouteView {
  const { branch } = state.config!;
  const waiting = waitingByLine(state);
  const count = (option: RouteOption, counts: (status: string) => boolean): number => {
    const service = branch.services[option.serviceAt]!;
    const mode = service.modes.find(({ at }) => at === option.mode)!;
    return branch.stations.filter((declared) => {
      const station = state.stations.get(declared.id)!;
      return declared.kind === option.kind && counts(station.status) && hasSkill(state, declared, station, service, mode);
    }).length;
  };
  return {
    waiting: (line) => waiting.get(branch.lines[line]!.id) ?? 0,
    open: (option) => count(option, (status) => status !== 'closed' && status !== 'paused'),
    ready: (option) => count(option, (status) => status === 'ready'),
    assistPlaces: () =>
      [...state.staff.values()].reduce((sum, { onBreak, assistCapacity }) => sum + (onBreak ? 0 : assistCapacity), 0),
  };
}
