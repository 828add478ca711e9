import type { Command } from '../../simulator/lobby/command/command.ts';
import type { By } from '../../simulator/lobby/journal/envelope.ts';
import type { LobbyEvent } from '../../simulator/lobby/journal/event.ts';
import type { Refusal } from '../../simulator/lobby/refusal.ts';
import type { KeyName } from '../store/stored-key.ts';
import type { Answer } from './answer.ts';
import type { Lobby } from './lobby.ts';

/** The idempotency key of a command: who sent it, the key, and a hash of what was asked. */
export interface CommandKey extends KeyName {
  readonly bodyHash: string;
}

export const keyName = ({ scope, key }: KeyName): string => JSON.stringify([scope, key]);

/** What the core said to a command, with the lobby just before and just after it. */
export type Outcome =
  | { readonly refusal: Refusal; readonly before: Lobby; readonly nowMs: number }
  | { readonly events: readonly LobbyEvent[]; readonly before: Lobby; readonly after: Lobby; readonly nowMs: number };

/** One command on its way through a branch's queue. */
export interface Submission {
  readonly command: Command;
  readonly by: By;
  readonly key: CommandKey | null;
  /** Looks at the lobby as it is when the command's turn comes: a role's limits must hold against commands just before it. */
  readonly admit?: (lobby: Lobby) => Answer | null;
  readonly present: (outcome: Outcome) => Answer;
}

/**
 * What became of a submission. `key-in-flight`: an equal key is under way. `key-reused`: the key was used with another
 * body. `unavailable`: the store could not keep it, so nothing happened. `bug`: nothing happened either, and it is logged.
 */
export type QueueAnswer = Answer | 'key-in-flight' | 'key-reused' | 'unavailable' | 'bug';
