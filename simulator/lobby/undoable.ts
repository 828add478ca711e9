import { heldStaff } from './held-staff.ts';
import type { LobbyState, StationState, UndoPoint } from './state.ts';

/** [U3] What has happened since that the act's undoing would contradict; null when nothing. */
export function whatBuiltOn(state: LobbyState, station: StationState, point: UndoPoint): string | null {
  if (station.touched > point.to) return 'station';
  if (!point.ticket) return null;
  const now = state.tickets.get(point.ticket.id);
  if (point.ended ? now !== undefined : !now || now.touched > point.to) return 'ticket';
  if (state.day?.date !== point.ticket.date && point.ticket.status !== 'serving') return 'day';
  const held = heldStaff(state);
  const taken = point.ticket.staff.find(
    (person) => !state.staff.has(person) || (held.has(person) && held.get(person) !== point.ticket?.id),
  );
  return taken === undefined ? null : 'person';
}
