import { catalogueOf } from '../branch/catalogue.ts';
import type { LobbyState } from '../state.ts';

/** [I4] Stations and tickets agree who is where; nobody works on two needs; assistance stays within capacity. */
export function checkHolds(state: LobbyState, complain: (message: string) => void): void {
  const atWork = new Map<string, string>();
  const assists = new Map<string, number>();
  for (const station of state.stations.values()) {
    if ((station.status === 'busy') !== (station.ticket !== null))
      complain(`station ${station.id} is ${station.status} with ticket ${station.ticket}`);
  }
  for (const ticket of state.tickets.values()) {
    const engaged = ticket.status === 'called' || ticket.status === 'serving';
    if (engaged !== (ticket.station !== null)) complain(`${ticket.number} is ${ticket.status} at ${ticket.station}`);
    if (!engaged) continue;
    if (state.stations.get(ticket.station ?? '')?.ticket !== ticket.id)
      complain(`${ticket.number} is at ${ticket.station}, which serves another`);
    for (const person of ticket.staff) {
      const other = atWork.get(person);
      if (other !== undefined) complain(`${person} works on ${other} and ${ticket.number}`);
      atWork.set(person, ticket.number);
    }
    if (ticket.assistedBy !== null) assists.set(ticket.assistedBy, (assists.get(ticket.assistedBy) ?? 0) + 1);
    checkTeamSize(state, ticket.id, complain);
  }
  for (const [person, count] of assists) {
    const capacity = state.staff.get(person)?.assistCapacity ?? 0;
    if (count > capacity) complain(`${person} assists ${count} of at most ${capacity}`);
  }
}

function checkTeamSize(state: LobbyState, id: string, complain: (message: string) => void): void {
  const ticket = state.tickets.get(id)!;
  const service = catalogueOf(state.config!.branch).services.get(ticket.needs[ticket.current]!.service);
  const largest = Math.max(1, ...(service?.modes ?? []).map(({ team }) => team.reduce((sum, { count }) => sum + count, 0)));
  if (ticket.staff.length > largest) complain(`${ticket.number} has ${ticket.staff.length} people, its service at most ${largest}`);
}
