import type { DataOf } from '../journal/event.ts';
import type { LobbyState } from '../state.ts';
import { withEntry } from './change.ts';

export const elasticProposed = (state: LobbyState, data: DataOf<'elastic-proposed'>): LobbyState => ({
  ...state,
  proposals: withEntry(state.proposals, data.proposal, {
    id: data.proposal,
    rule: data.rule,
    action: data.action,
    station: data.station,
    expiresAt: data.expiresAt,
  }),
});

export const elasticAnswered = (state: LobbyState, proposal: string): LobbyState => ({
  ...state,
  proposals: withEntry(state.proposals, proposal, undefined),
});
