import type { DataOf } from '../journal/event.ts';
import type { LobbyState, StationState } from '../state.ts';
import { withEntry } from './change.ts';

/** [D1] Stations keep their state when the branch is configured anew; new ones start closed. */
export function branchConfigured(state: LobbyState, data: DataOf<'branch-configured'>): LobbyState {
  const closed = (id: string): StationState => ({
    id,
    status: 'closed',
    staff: [],
    ticket: null,
    since: state.at,
    pauseReason: null,
    undo: null,
    touched: state.seq,
  });
  const { config } = data;
  return {
    ...state,
    config: { version: data.version, branch: config, greeting: config.rules.greeting, elastic: config.rules.elastic },
    strategies: [{ rule: config.rules.calling, effectiveAt: state.at }],
    stations: new Map(config.stations.map(({ id }) => [id, state.stations.get(id) ?? closed(id)])),
  };
}

/** [D2] A plan's rules replace the branch's until the branch is configured or another plan is adopted. */
export function planAdopted(state: LobbyState, data: DataOf<'plan-adopted'>): LobbyState {
  if (!state.config) throw new Error(`event ${state.seq}: a plan before any branch`);
  const { plan } = data;
  return {
    ...state,
    planId: plan.id,
    config: { ...state.config, greeting: plan.greeting ?? state.config.greeting, elastic: plan.elastic ?? state.config.elastic },
    strategies: plan.calling ? [...state.strategies, { rule: plan.calling, effectiveAt: state.at }] : state.strategies,
  };
}

export const strategyChanged = (state: LobbyState, data: DataOf<'strategy-changed'>): LobbyState => ({
  ...state,
  strategies: [
    ...state.strategies.filter((known) => known.effectiveAt < data.effectiveAt),
    { rule: data.rule, effectiveAt: data.effectiveAt },
  ],
});

/** [D3] Numbers, ratio counts and the tally start anew; who is served over the roll stays, on the day before. */
export function dayOpened(state: LobbyState, data: DataOf<'day-opened'>): LobbyState {
  const inLobby = [...state.tickets.values()].filter((ticket) => ticket.status === 'serving');
  const none = { issued: 0, waiting: 0, called: 0, serving: 0, parked: 0, done: 0, noShow: 0, abandoned: 0, void: 0 };
  return {
    ...state,
    day: { date: data.date, startsAt: data.startsAt, endsAt: data.endsAt, hours: data.hours, open: true, lastOrdinal: new Map() },
    tickets: new Map(inLobby.map((ticket) => [ticket.id, ticket])),
    blocks: new Map([...state.blocks].filter(([, block]) => !block.returned)),
    help: new Map(),
    callsSoFar: new Map(),
    // Carried tickets count as issued here too, so that the books of every day balance.
    tally: { ...none, issued: inLobby.length, serving: inLobby.length },
  };
}

export const dayClosed = (state: LobbyState): LobbyState => ({ ...state, day: state.day && { ...state.day, open: false } });

export function blockLeased(state: LobbyState, data: DataOf<'number-block-leased'>): LobbyState {
  if (!state.day) throw new Error(`event ${state.seq}: a number block outside any business day`);
  const block = { id: data.block, date: state.day.date, series: data.series, from: data.from, to: data.to, holder: data.holder };
  return { ...state, blocks: withEntry(state.blocks, block.id, { ...block, next: data.from, returned: false }) };
}

export function blockReturned(state: LobbyState, data: DataOf<'number-block-returned'>): LobbyState {
  const block = state.blocks.get(data.block);
  if (!block) throw new Error(`event ${state.seq}: unknown number block ${data.block}`);
  return { ...state, blocks: withEntry(state.blocks, block.id, { ...block, returned: true }) };
}
