import { servicesAt } from '../ability.ts';
import { catalogueOf } from '../branch/catalogue.ts';
import type { LobbyState, StationState, Ticket } from '../state.ts';
import { whatBuiltOn } from '../undoable.ts';
import type { BoardCall, BoardCounter } from './board.ts';
import { boardTeam } from './team.ts';

const ticketOf = (state: LobbyState, station: StationState): Ticket | null =>
  station.ticket === null ? null : (state.tickets.get(station.ticket) ?? null);

const phaseOf = (ticket: Ticket | null): 'called' | 'serving' | null =>
  ticket?.status === 'called' || ticket?.status === 'serving' ? ticket.status : null;

export function boardCounters(state: LobbyState, full: boolean): BoardCounter[] {
  const { branch } = state.config!;
  return branch.stations.map((declared) => {
    const { id, kind, label, names, zone, direction = null } = declared;
    const station = state.stations.get(id)!;
    const ticket = ticketOf(state, station);
    const { status, since, pauseReason } = station;
    const open = {
      id,
      kind,
      label,
      names,
      zone,
      direction,
      status,
      since,
      pauseReason,
      number: ticket?.number ?? null,
      phase: phaseOf(ticket),
    };
    if (!full) return open;
    return {
      ...open,
      ticketId: ticket?.id ?? null,
      staff: station.staff,
      serves: servicesAt(state, declared, station),
      team: boardTeam(state, id, ticket),
      undo: undoOf(state, station),
      callsBeforeNoShow: branch.rules.callsBeforeNoShow,
    };
  });
}

function undoOf(state: LobbyState, station: StationState): BoardCounter['undo'] {
  const { undo } = station;
  if (!undo || whatBuiltOn(state, station, undo) !== null) return null;
  return { act: undo.act, until: undo.at + state.config!.branch.rules.undoWithinMs };
}

/** Called and in service, the newest call first. */
export function nowServing(state: LobbyState): BoardCall[] {
  const { stations } = catalogueOf(state.config!.branch);
  const calls: BoardCall[] = [];
  for (const station of state.stations.values()) {
    const ticket = ticketOf(state, station);
    const phase = phaseOf(ticket);
    if (!ticket || !phase) continue;
    const { label, zone } = stations.get(station.id)!;
    calls.push({
      number: ticket.number,
      counter: station.id,
      label,
      zone,
      phase,
      calledAt: ticket.calledAt ?? ticket.startedAt!,
      calls: ticket.calls,
      language: ticket.language,
    });
  }
  return calls.sort((a, b) => b.calledAt - a.calledAt);
}
