import type { Branch } from '../branch/branch.ts';
import { catalogueOf } from '../branch/catalogue.ts';
import type { LobbyState } from '../state.ts';

/** What people in the lobby still need and a new configuration would no longer declare. */
export function brokenReferences(state: LobbyState, config: Branch): string[] {
  const next = catalogueOf(config);
  const problems = new Set<string>();
  for (const ticket of state.tickets.values()) {
    if (!next.segments.has(ticket.segment)) problems.add(`segment ${ticket.segment} is in use by ${ticket.number}`);
    if (ticket.place && !next.lines.has(ticket.place.line)) problems.add(`line ${ticket.place.line} is in use by ${ticket.number}`);
    for (const need of ticket.needs.slice(ticket.current)) {
      if (!next.services.has(need.service)) problems.add(`service ${need.service} is in use by ${ticket.number}`);
    }
  }
  for (const station of state.stations.values()) {
    if (station.status !== 'closed' && !next.stations.has(station.id)) problems.add(`station ${station.id} is open`);
  }
  for (const person of state.staff.keys()) {
    if (!next.staff.has(person)) problems.add(`person ${person} is present`);
  }
  return [...problems];
}
