import type { Command } from '../lobby/command/command.ts';
import type { By } from '../lobby/journal/envelope.ts';
import type { JournalEntry } from '../lobby/journal/event.ts';
import type { Refusal } from '../lobby/refusal.ts';
import type { LobbyState } from '../lobby/state.ts';

/** One event of a drilled day. */
export type DrilledEvent = JournalEntry & { readonly by: By };

/** What is there already, or will be. */
export type Awaitable<T> = T | Promise<T>;

/**
 * The lobby as the people of a drill see it: they look at it and press buttons. In a study it is the core itself; live it is a
 * branch that others use too, whose state may be other than what these people left.
 */
export interface Lobby {
  readonly state: LobbyState;
  /** The events that followed, possibly none; or why not. `state` is then at least as new as they are. */
  submit(command: Command, by: By, nowMs: number): Awaitable<readonly DrilledEvent[] | Refusal>;
  /** Tells of every event as it is written. */
  onEvent(listener: (event: DrilledEvent) => void): void;
}
