import { evolve } from '../evolve/evolve.ts';
import type { Draft } from '../journal/event.ts';
import type { LobbyState } from '../state.ts';

/** Facts of one command in the making, with the state they have led to so far. */
export interface Act {
  readonly nowMs: number;
  readonly state: LobbyState;
  readonly drafts: readonly Draft[];
  emit(draft: Draft): void;
}

export function beginAct(state: LobbyState, nowMs: number): Act {
  const drafts: Draft[] = [];
  let current = state;
  return {
    nowMs,
    drafts,
    get state() {
      return current;
    },
    emit(draft) {
      drafts.push(draft);
      current = evolve(current, { ...draft, seq: current.seq + 1, at: nowMs });
    },
  };
}

/** A station that readies itself is ready as soon as it is done with its ticket (SPEC S3). */
export function readyAgain(act: Act, stationId: string): void {
  const station = act.state.config?.branch.stations.find(({ id }) => id === stationId);
  if (station?.autoReady) act.emit({ type: 'station-ready', data: { station: stationId } });
}
