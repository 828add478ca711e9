import { declaredTeam } from '../ability.ts';
import { heldStaff } from '../held-staff.ts';
import type { LobbyState, Ticket } from '../state.ts';
import type { BoardTeam } from './board.ts';

/** Who works on the need at a station together, whom it still lacks, and who could join now (the same test as `join-team`). */
export function boardTeam(state: LobbyState, station: string, ticket: Ticket | null): BoardTeam | null {
  if (ticket === null) return null;
  const { missing } = declaredTeam(state, station, ticket);
  if (missing.length === 0 && ticket.staff.length < 2) return null;
  const held = heldStaff(state);
  const free = state.config!.branch.staff.flatMap(({ id }) => {
    const person = state.staff.get(id);
    return person && !person.onBreak && !held.has(id) ? [{ id, person }] : [];
  });
  return {
    held: ticket.staff,
    missing: missing.map(({ role, skill }) => ({
      role,
      skill,
      able: free.filter(({ person }) => person.role === role && person.skills.includes(skill)).map(({ id }) => id),
    })),
  };
}
