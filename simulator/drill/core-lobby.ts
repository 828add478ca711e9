import type { Command } from '../lobby/command/command.ts';
import { decide } from '../lobby/decide/decide.ts';
import { emptyState } from '../lobby/evolve/empty-state.ts';
import { evolve } from '../lobby/evolve/evolve.ts';
import type { By } from '../lobby/journal/envelope.ts';
import type { JournalEntry } from '../lobby/journal/event.ts';
import { isRefusal, type Refusal } from '../lobby/refusal.ts';
import type { LobbyState } from '../lobby/state.ts';

/** One event of a drilled day. */
export type DrilledEvent = JournalEntry & { readonly by: By };

/** The core as a host drives it, without a store: what it decides is stamped and folded, and that is the journal. */
export class CoreLobby {
  readonly journal: DrilledEvent[] = [];
  private present: LobbyState = emptyState;
  private readonly listeners: ((event: DrilledEvent) => void)[] = [];

  get state(): LobbyState {
    return this.present;
  }

  /** The events that followed, possibly none; or why not. */
  submit(command: Command, by: By, nowMs: number): readonly DrilledEvent[] | Refusal {
    const answer = decide(this.present, command, nowMs);
    if (isRefusal(answer)) return answer;
    return answer.map((draft) => {
      const event: DrilledEvent = { ...draft, seq: this.present.seq + 1, at: nowMs, by };
      this.present = evolve(this.present, event);
      this.journal.push(event);
      for (const tell of this.listeners) tell(event);
      return event;
    });
  }

  onEvent(listener: (event: DrilledEvent) => void): void {
    this.listeners.push(listener);
  }
}
