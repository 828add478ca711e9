import type { Command } from '../command/command.ts';
import type { Draft } from '../journal/event.ts';
import type { Refusal } from '../refusal.ts';
import type { LobbyState } from '../state.ts';

/** The core's answer to a command: the facts that follow (possibly none), or why not. Pure: time is an argument. */
export function decide(_state: LobbyState, _command: Command, _nowMs: number): readonly Draft[] | Refusal {
  return [];
}
