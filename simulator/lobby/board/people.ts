import { assisting, heldStaff, stationOf } from '../held-staff.ts';
import type { LobbyState } from '../state.ts';
import type { BoardPerson } from './board.ts';

export function boardStaff(state: LobbyState): BoardPerson[] {
  const held = heldStaff(state);
  return state.config!.branch.staff.map(({ id, label, role, assistCapacity }) => ({
    id,
    label,
    role,
    present: state.staff.has(id),
    onBreak: state.staff.get(id)?.onBreak ?? false,
    station: stationOf(state, id),
    ticket: held.get(id) ?? null,
    assisting: assisting(state, id),
    assistCapacity,
  }));
}
