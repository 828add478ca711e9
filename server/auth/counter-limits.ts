import { catalogueOf } from '../../simulator/lobby/branch/catalogue.ts';
import type { Lobby } from '../branches/lobby.ts';
import type { Principal } from './principal.ts';

/** Why a role's own limits forbid an act at a counter. */
export interface NotYours {
  readonly code: 'other-counter' | 'one-counter-at-a-time' | 'counter-of-another' | 'devices-only';
  readonly facts: Readonly<Record<string, string>>;
}

/**
 * Tellers and advisors work one open counter at a time: the one their token names, where it names one; never one that
 * somebody else works. Greeters start and end device use only. Looked at when the command's turn comes, so that two
 * commands at once cannot open two counters.
 */
export function notYours(lobby: Lobby, { role, counter, by }: Principal, station: string): NotYours | null {
  if (role === 'greeter') {
    const kind = lobby.state.config && catalogueOf(lobby.state.config.branch).stations.get(station)?.kind;
    return kind === 'device' ? null : { code: 'devices-only', facts: { counter: station } };
  }
  if (role !== 'teller' && role !== 'advisor') return null;
  if (counter !== null && counter !== station) return { code: 'other-counter', facts: { counter: station, yours: counter } };
  for (const [held, holder] of lobby.holders) {
    if (holder === by.id && held !== station) return { code: 'one-counter-at-a-time', facts: { counter: station, yours: held } };
    if (holder !== by.id && held === station) return { code: 'counter-of-another', facts: { counter: station } };
  }
  return null;
}
