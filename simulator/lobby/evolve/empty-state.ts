import type { LobbyState } from '../state.ts';

/** A lobby before its first event. */
export const emptyState: LobbyState = {
  seq: 0,
  at: 0,
  config: null,
  planId: null,
  day: null,
  strategies: [],
  blocks: new Map(),
  tickets: new Map(),
  stations: new Map(),
  staff: new Map(),
  appointments: new Map(),
  proposals: new Map(),
  help: new Map(),
  callsSoFar: new Map(),
  tally: { issued: 0, waiting: 0, called: 0, serving: 0, parked: 0, done: 0, noShow: 0, abandoned: 0, void: 0 },
};
