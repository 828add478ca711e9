import { watchedBy } from '../elastic/watch.ts';
import type { LobbyState } from '../state.ts';
import type { BoardProposal } from './board.ts';

/** Proposals nobody has answered, the oldest first. One whose rule is gone is left to expire. */
export function boardProposals(state: LobbyState): BoardProposal[] {
  return [...state.proposals.values()].flatMap(({ id, rule: ruleId, action, station, expiresAt }) => {
    const rule = state.config!.elastic.find((each) => each.id === ruleId);
    if (!rule) return [];
    const { openAtWaiting, closeAtWaiting, holdMs } = rule;
    return [{ id, action, station, expiresAt, waiting: watchedBy(state, rule), openAtWaiting, closeAtWaiting, holdMs }];
  });
}
