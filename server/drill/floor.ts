import type { Branch } from '../../simulator/lobby/branch/branch.ts';
import type { LobbyState } from '../../simulator/lobby/state.ts';
import type { Clock } from '../branches/clock.ts';
import type { Ids } from '../branches/ids.ts';
import type { Buttons } from './buttons.ts';
import type { Chance } from './chance.ts';
import type { Crowd } from './crowd.ts';
import type { RealPeople } from './real-people.ts';

/** What everybody at work in a drill has at hand. */
export interface Floor {
  readonly buttons: Buttons;
  readonly branch: Branch;
  readonly crowd: Crowd;
  readonly real: RealPeople;
  readonly chance: Chance;
  readonly ids: Ids;
  /** Wall time: what the lobby itself goes by. */
  readonly clock: Clock;
}

/** Something that will be done after a while, unless the situation is another by then. */
export interface Next {
  readonly afterMs: number;
  /** True when it was accepted. */
  act(): Promise<boolean>;
}

/** In the hands of a customer, at a station or on a break: cannot be asked for anything else. */
export function isFree(state: LobbyState, person: string): boolean {
  if (state.staff.get(person)?.onBreak !== false) return false;
  return ![...state.tickets.values()].some(({ staff }) => staff.includes(person));
}
