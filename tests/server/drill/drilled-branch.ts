import { BranchDirectory } from '../../../server/branches/branch-directory.ts';
import { BranchQueue } from '../../../server/branches/branch-queue.ts';
import { randomIds } from '../../../server/branches/ids.ts';
import { readJournal } from '../../../server/branches/journal/read-journal.ts';
import { demoBranch } from '../../../server/demo/branch.ts';
import { liveDrill } from '../../../server/drill/live-drill.ts';
import { memoryStore } from '../../../server/store/memory-store.ts';
import type { Branch } from '../../../simulator/lobby/branch/branch.ts';
import type { Command } from '../../../simulator/lobby/command/command.ts';
import type { By } from '../../../simulator/lobby/journal/envelope.ts';
import type { LobbyEvent } from '../../../simulator/lobby/journal/event.ts';
import type { LobbyState } from '../../../simulator/lobby/state.ts';

const noon = Date.UTC(2026, 2, 2, 4);

/** A live branch in memory, with a clock that the drill itself moves by sleeping, and real people beside it. */
export async function drilledBranch(config: Branch = demoBranch) {
  let nowMs = noon;
  const store = memoryStore();
  const bugs: unknown[] = [];
  const directory = new BranchDirectory({
    store,
    clock: () => nowMs,
    ids: randomIds,
    onBug: (error) => bugs.push(error),
    onTrouble: (trouble) => bugs.push(trouble),
  });
  const queue = await directory.create(config.id);
  if (!(queue instanceof BranchQueue)) throw new Error(queue.cannotServe);
  const press = async (by: By, command: Command): Promise<string> => {
    const answer = await queue.submit({
      command,
      by,
      key: null,
      present: (outcome) => ('refusal' in outcome ? { status: 409, body: outcome.refusal.refused } : { status: 200, body: 'done' }),
    });
    return typeof answer === 'object' ? String(answer.body) : answer;
  };
  await press({ kind: 'admin', id: 'test' }, { type: 'configure', config });
  await queue.tick();

  return {
    queue,
    bugs,
    press,
    get state(): LobbyState {
      return queue.committed.lobby.state;
    },
    /** The clock goes on by so many minutes, and nothing else does. */
    sleeps(minutes: number): void {
      nowMs += minutes * 60_000;
    },
    /** Plays so many minutes of wall time, then ends the drill; `each` runs every second of it. */
    async play(
      minutes: number,
      speed: number,
      seed: number,
      each: (minute: number) => Promise<void> | void = () => {},
    ): Promise<void> {
      const over = new AbortController();
      const from = nowMs;
      let seconds = 0;
      const sleepUntil = async (wallMs: number): Promise<void> => {
        nowMs = wallMs;
        for (; from + seconds * 1_000 <= nowMs; seconds++) {
          await queue.tick();
          await each(seconds / 60);
        }
        if (nowMs >= from + minutes * 60_000) over.abort();
      };
      await liveDrill({ queue, ids: randomIds, clock: () => nowMs, sleepUntil }, { speed, seed }, over.signal);
    },
    async journal(): Promise<LobbyEvent[]> {
      const events: LobbyEvent[] = [];
      for await (const piece of readJournal(store, config.id)) {
        if (!('linked' in piece)) throw new Error('the journal cannot be read');
        events.push(...piece.linked.map(({ event }) => event));
      }
      return events;
    },
  };
}
