import { ableTeam } from '../ability.ts';
import type { CommandOf } from '../command/command.ts';
import { heldStaff } from '../held-staff.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { rulesInForce } from '../rules-in-force.ts';
import { selectCall } from '../select-call.ts';
import type { Ticket } from '../state.ts';
import type { Act } from './act.ts';
import { freeStation, ticketAt, ticketOf } from './find.ts';

/** [S4] Who calls is ready: a station in wrap-up becomes ready first. */
function readyToCall(act: Act, stationId: string): Refusal | null {
  const station = freeStation(act.state, stationId, heldStaff(act.state));
  if (isRefusal(station)) return station;
  if (station.status === 'wrap-up') act.emit({ type: 'station-ready', data: { station: stationId } });
  return null;
}

/** [C1] The rule's choice; nobody to call is an answer, not a refusal. */
export function callNext(act: Act, command: CommandOf<'call-next'>): Refusal | null {
  const refusal = readyToCall(act, command.station);
  if (refusal) return refusal;
  const choice = selectCall(act.state, command.station, act.nowMs);
  if (choice) emitCall(act, command.station, choice.ticket, choice.staff);
  return null;
}

/** [C8] A person's choice; the ticket that the rule would have called is written beside it. */
export function callTicket(act: Act, command: CommandOf<'call'>): Refusal | null {
  const refusal = readyToCall(act, command.station);
  if (refusal) return refusal;
  const ticket = ticketOf(act.state, command.ticket);
  if (isRefusal(ticket)) return ticket;
  if (ticket.status !== 'waiting') return refuse('ticket-not-waiting', { number: ticket.number, status: ticket.status });
  const team = ableTeam(act.state, command.station, ticket);
  if (isRefusal(team)) return team;
  const choice = selectCall(act.state, command.station, act.nowMs);
  emitCall(act, command.station, ticket, team.staff, choice?.ticket.id === ticket.id ? undefined : (choice?.ticket.id ?? null));
  return null;
}

function emitCall(act: Act, station: string, ticket: Ticket, staff: readonly string[], passedOver?: string | null): void {
  const { strategy } = rulesInForce(act.state, act.nowMs);
  act.emit({
    type: 'called',
    data: {
      ticket: ticket.id,
      need: ticket.current,
      station,
      line: ticket.place!.line,
      staff: [...staff],
      rule: { id: strategy.id, version: strategy.version },
      ...(passedOver === undefined ? {} : { overrode: { ticket: passedOver } }),
    },
  });
}

export function recall(act: Act, command: CommandOf<'recall'>): Refusal | null {
  const ticket = ticketAt(act.state, command.station, 'called');
  if (isRefusal(ticket)) return ticket;
  act.emit({ type: 'recalled', data: { ticket: ticket.id, station: command.station } });
  return null;
}

/** [T10] A parked or no-show ticket is called back, by a station that can serve it. */
export function resume(act: Act, command: CommandOf<'resume'>): Refusal | null {
  const refusal = readyToCall(act, command.station);
  if (refusal) return refusal;
  const ticket = ticketOf(act.state, command.ticket);
  if (isRefusal(ticket)) return ticket;
  if (ticket.status !== 'parked' && ticket.status !== 'no-show')
    return refuse('ticket-not-parked', { number: ticket.number, status: ticket.status });
  const team = ableTeam(act.state, command.station, ticket);
  if (isRefusal(team)) return team;
  act.emit({
    type: 'resumed',
    data: { ticket: ticket.id, station: command.station, need: ticket.current, staff: [...team.staff] },
  });
  return null;
}
