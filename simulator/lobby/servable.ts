import { hasSkill, modeAt } from './ability.ts';
import { catalogueOf } from './branch/catalogue.ts';
import { type Mode, type Service, skillOf } from './branch/service.ts';
import { teamFor } from './staff/team-for.ts';
import type { LobbyState, StationState, Ticket } from './state.ts';

/**
 * Whether somebody at work could serve a waiting ticket where it waits, once free: an open (or paused) station of the line's
 * kinds with the skill, and a present team. False is what a lobby must not leave standing: it would wait for ever.
 */
export function isServable(state: LobbyState, ticket: Ticket): boolean {
  const { services, lines, stations } = catalogueOf(state.config!.branch);
  const line = ticket.place && lines.get(ticket.place.line);
  if (!line) return false;
  const need = ticket.needs[ticket.current]!;
  const service = services.get(need.service)!;
  return [...state.stations.values()].some((station) => {
    const declared = stations.get(station.id)!;
    if (station.status === 'closed' || !line.kinds.includes(declared.kind)) return false;
    if (need.person !== undefined && station.staff[0] !== need.person) return false;
    const mode = modeAt(service, declared.kind, ticket);
    if (!mode || !hasSkill(state, declared, station, service, mode)) return false;
    if (declared.kind !== 'device') return teamIsPresent(state, service, mode, station);
    return mode.at !== 'assisted-device' || [...state.staff.values()].some(({ assistCapacity }) => assistCapacity > 0);
  });
}

/** Everybody who must be there at the start is in the house, at work or not. */
function teamIsPresent(state: LobbyState, service: Service, mode: Mode, station: StationState): boolean {
  const people = [...state.staff.values()].map(({ person, role, skills }) => ({ person, role, skills, freeSince: 0 }));
  const lead = people.find(({ person }) => person === station.staff[0]) ?? null;
  return teamFor(mode.team, skillOf(service), lead, people) !== null;
}
