import type { Command } from '../../simulator/lobby/command/command.ts';
import type { By } from '../../simulator/lobby/journal/envelope.ts';
import type { LobbyState } from '../../simulator/lobby/state.ts';
import type { Answer } from '../branches/answer.ts';
import type { BranchQueue } from '../branches/branch-queue.ts';
import type { Outcome } from '../branches/submission.ts';

/** Whoever the drill plays, the journal says that it was the drill. */
export const theDrill: By = { kind: 'system', id: 'drill' };

const pressed: Answer = { status: 200, body: null };

/** The buttons of a live branch, as the people of a drill press them: each is a command through the branch's queue, like anybody's. */
export class Buttons {
  readonly queue: BranchQueue;
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(queue: BranchQueue) {
    this.queue = queue;
  }

  get state(): LobbyState {
    return this.queue.committed.lobby.state;
  }

  /** True when it was accepted. Refusals are part of life here: others use the same lobby. */
  async press(command: Command): Promise<boolean> {
    let accepted = false;
    const present = (outcome: Outcome): Answer => {
      accepted = 'events' in outcome;
      return pressed;
    };
    const answer = this.queue.submit({ command, by: theDrill, key: null, present });
    this.underWay.add(answer);
    const said = await answer;
    this.underWay.delete(answer);
    return said === pressed && accepted;
  }

  /** Resolves when every button that was pressed has been answered, and what follows from it was pressed and answered too. */
  async settled(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }
}
