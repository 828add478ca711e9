import type { BoardCounter } from '../../simulator/lobby/board/board.ts';

export type TeamVerb = 'join-team' | 'leave-team';

/** What can be done about the team now: both only while the service is under way. The server decides; this only hides what it would refuse. */
export function teamVerbs({ phase, team }: BoardCounter): ReadonlySet<TeamVerb> {
  const can = new Set<TeamVerb>();
  if (phase !== 'serving' || !team) return can;
  if (whoMayJoin(team).length > 0) can.add('join-team');
  if (team.held.length > 1) can.add('leave-team');
  return can;
}

/** Each person once, though they could fill more than one place. */
export const whoMayJoin = (team: NonNullable<BoardCounter['team']>): readonly string[] => [
  ...new Set(team.missing.flatMap(({ able }) => able)),
];

/** Whoever works the station leads, and stays to the end. */
export const whoMayLeave = (team: NonNullable<BoardCounter['team']>): readonly string[] => team.held.slice(1);
