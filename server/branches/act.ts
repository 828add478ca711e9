import type { Command } from '../../simulator/lobby/command/command.ts';
import { decide } from '../../simulator/lobby/decide/decide.ts';
import type { By } from '../../simulator/lobby/journal/envelope.ts';
import { isRefusal, type Refusal } from '../../simulator/lobby/refusal.ts';
import { type Stamped, stamp } from './journal/stamp.ts';
import { advance, type Lobby } from './lobby.ts';

/** Events a command leads to, and the lobby after each of them. */
export interface Acted {
  readonly stamped: readonly Stamped[];
  readonly steps: readonly Lobby[];
  readonly after: Lobby;
}

/** One command against a lobby: nothing is kept yet. */
export function act(
  lobby: Lobby,
  command: Command,
  about: { readonly branch: string; readonly by: By; readonly cause?: string | undefined; readonly nowMs: number },
): Acted | Refusal {
  const drafts = decide(lobby.state, command, about.nowMs);
  if (isRefusal(drafts)) return drafts;
  const stamped = stamp(lobby.end, drafts, { ...about, cause: about.cause });
  const steps: Lobby[] = [];
  let after = lobby;
  for (const item of stamped) {
    after = advance(after, item);
    steps.push(after);
  }
  return { stamped, steps, after };
}
