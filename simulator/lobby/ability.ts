import type { Branch } from './branch/branch.ts';
import { catalogueOf } from './branch/catalogue.ts';
import type { Station, StationKind } from './branch/place.ts';
import { type Mode, type ModeKind, type Service, skillOf, type TeamMember } from './branch/service.ts';
import { kindOf } from './greeting/options-for.ts';
import { assisting, heldStaff } from './held-staff.ts';
import { type Refusal, refuse } from './refusal.ts';
import { teamFor } from './staff/team-for.ts';
import type { LobbyState, StationState, Ticket } from './state.ts';

/** Whoever has been sent somewhere, as far as the way of being served depends on it. */
export interface Routed {
  readonly place: { readonly kind: StationKind; readonly mode: ModeKind } | null;
}

/** How a service is done at a kind of station; the ticket's own mode where it was routed to that kind. */
export function modeAt(service: Service, kind: StationKind, ticket?: Routed): Mode | undefined {
  const routed = ticket?.place?.kind === kind ? service.modes.find(({ at }) => at === ticket.place?.mode) : undefined;
  return routed ?? service.modes.find(({ at }) => kindOf(at) === kind);
}

export function typicalWorkMs(branch: Branch, service: string, kind: StationKind): number {
  const declared = catalogueOf(branch).services.get(service)!;
  return (modeAt(declared, kind) ?? declared.modes[0]!).typicalWorkMs;
}

/** [C3] The station, as it is staffed now, can do this service in this mode. */
export function hasSkill(state: LobbyState, declared: Station, station: StationState, service: Service, mode: Mode): boolean {
  if (declared.services && !declared.services.includes(service.id)) return false;
  const lead = station.staff[0];
  if (lead === undefined) return true;
  const skill = mode.team[0]?.skill ?? skillOf(service);
  return state.staff.get(lead)?.skills.includes(skill) ?? false;
}

/** Services the station can give as it is staffed now, in the branch's order. */
export function servicesAt(state: LobbyState, declared: Station, station: StationState): readonly string[] {
  return state.config!.branch.services.flatMap((service) => {
    const able = service.modes.some(
      (mode) => kindOf(mode.at) === declared.kind && hasSkill(state, declared, station, service, mode),
    );
    return able ? [service.id] : [];
  });
}

/** [C2] Everybody who would be held if the station called this ticket now, the one at the station first; or why it cannot. */
export function ableTeam(state: LobbyState, stationId: string, ticket: Ticket): { readonly staff: readonly string[] } | Refusal {
  const { services, stations } = catalogueOf(state.config!.branch);
  const station = state.stations.get(stationId)!;
  const declared = stations.get(stationId)!;
  const need = ticket.needs[ticket.current]!;
  const service = services.get(need.service)!;
  const mode = modeAt(service, declared.kind, ticket);
  if (!mode || !hasSkill(state, declared, station, service, mode))
    return refuse('station-cannot-serve', { station: stationId, service: service.id });
  if (need.person !== undefined && station.staff[0] !== need.person) {
    return refuse('station-cannot-serve', { station: stationId, wanted: need.person });
  }
  if (declared.kind === 'device') {
    const assisted = mode.at !== 'assisted-device' || freeAssistant(state) !== null;
    return assisted ? { staff: [] } : refuse('team-not-ready', { station: stationId, service: service.id });
  }
  const others = freeTeam(state, service, mode, station);
  return others
    ? { staff: [...station.staff.slice(0, 1), ...others] }
    : refuse('team-not-ready', { station: stationId, service: service.id });
}

/** [C4] */
function freeTeam(state: LobbyState, service: Service, mode: Mode, station: StationState): readonly string[] | null {
  if (mode.team.length === 0) return [];
  const held = heldStaff(state);
  const atWork = new Map(
    [...state.stations.values()].flatMap(({ id, status, staff }) =>
      status === 'closed' ? [] : staff.map((person) => [person, id] as const),
    ),
  );
  const people = state.config!.branch.staff.map(({ id, role, skills }) => {
    const present = state.staff.get(id);
    const own = atWork.get(id);
    const free = present && !present.onBreak && !held.has(id) && (own === undefined || state.stations.get(own)!.status === 'ready');
    return { id, role, skills: present?.skills ?? skills, freeSince: free ? present.since : Number.NaN };
  });
  const lead = people.find(({ id }) => id === station.staff[0]) ?? null;
  return teamFor(mode.team, skillOf(service), lead, people)?.map(({ id }) => id) ?? null;
}

/** [P3] Places of the declared team that nobody fills. */
export function declaredTeam(
  state: LobbyState,
  stationId: string,
  ticket: Ticket,
): { readonly missing: readonly { role: TeamMember['role']; skill: string }[] } {
  const { services, stations } = catalogueOf(state.config!.branch);
  const service = services.get(ticket.needs[ticket.current]!.service)!;
  const mode = modeAt(service, stations.get(stationId)!.kind, ticket);
  const places = (mode?.team ?? []).flatMap(({ role, skill, count }, at) =>
    Array.from({ length: at === 0 ? count - 1 : count }, () => ({ role, skill: skill ?? skillOf(service) })),
  );
  const lead = state.stations.get(stationId)!.staff[0];
  for (const person of ticket.staff.filter((id) => id !== lead)) {
    const role = state.staff.get(person)?.role;
    const filled = places.findIndex((place) => place.role === role);
    if (filled >= 0) places.splice(filled, 1);
  }
  return { missing: places };
}

/** [V1] The person who assists: first in branch order with assist capacity left. */
function freeAssistant(state: LobbyState): string | null {
  for (const { id } of state.config!.branch.staff) {
    const person = state.staff.get(id);
    if (person && !person.onBreak && assisting(state, id) < person.assistCapacity) return id;
  }
  return null;
}

/** Who assists a ticket at a device: the one named, or a free one where the mode asks for assistance; null: nobody. */
export function assistantFor(state: LobbyState, ticket: Ticket, named: string | undefined): string | null | Refusal {
  if (named === undefined) {
    if (ticket.place?.mode !== 'assisted-device') return null;
    return freeAssistant(state) ?? refuse('team-not-ready', { number: ticket.number });
  }
  const person = state.staff.get(named);
  if (!person) return refuse('person-not-present', { person: named });
  if (person.onBreak) return refuse('person-on-break', { person: named });
  if (assisting(state, named) >= person.assistCapacity)
    return refuse('person-busy', { person: named, assisting: person.assistCapacity });
  return named;
}
