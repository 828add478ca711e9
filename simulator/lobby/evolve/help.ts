import type { DataOf } from '../journal/event.ts';
import type { LobbyState } from '../state.ts';
import { withEntry } from './change.ts';

export const helpRequested = (state: LobbyState, { help, device, zone }: DataOf<'help-requested'>): LobbyState => ({
  ...state,
  help: withEntry(state.help, help, { id: help, device, zone: zone ?? null, since: state.at }),
});

export const helpAnswered = (state: LobbyState, { help }: DataOf<'help-answered'>): LobbyState => ({
  ...state,
  help: withEntry(state.help, help, undefined),
});
