import type { Command } from '../../simulator/lobby/command/command.ts';
import { dueProposals } from '../../simulator/lobby/elastic/watch.ts';
import { mustRoll, rollDay } from './day/roll-day.ts';
import type { Ids } from './ids.ts';
import type { Lobby } from './lobby.ts';

/** What time itself asks of a lobby, before any command of people: the roll of the day, then elastic proposals and their expiry. */
export function* housekeeping(lobby: () => Lobby, nowMs: number, ids: Ids): Generator<Command> {
  if (mustRoll(lobby().state, nowMs)) yield* rollDay(() => lobby().state, nowMs);
  for (const { id, expiresAt } of lobby().state.proposals.values()) {
    if (expiresAt <= nowMs) yield { type: 'answer-elastic', proposal: id, answer: 'expired' };
  }
  for (const { rule, action, waiting } of dueProposals(lobby().state, lobby().elastic, nowMs)) {
    yield { type: 'propose-elastic', proposal: ids.short('p'), rule, action, waiting };
  }
}

/** True when time asks for something now. */
export const isDue = (lobby: Lobby, nowMs: number): boolean => {
  const now = Math.max(nowMs, lobby.end.at);
  return housekeeping(() => lobby, now, { ticket: () => '', short: () => '' }).next().done === false;
};
