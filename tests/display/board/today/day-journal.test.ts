import type { ReactiveControllerHost } from 'lit';
import { describe, expect, test, vi } from 'vitest';
import { DayJournal } from '../../../../display/board/today/day-journal.ts';
import type { BranchReader, Reading } from '../../../../display/ui/live/branch-reader.ts';
import type { LobbyNews } from '../../../../display/ui/live/message.ts';
import { boardOf } from '../../../../simulator/lobby/board/board-of.ts';
import type { JournalEntry } from '../../../../simulator/lobby/journal/event.ts';
import { measure } from '../../../../simulator/lobby/kpi/measure.ts';
import { floorBranch } from '../../../browser/stage/floor-branch.ts';
import { emptyScene, ticketIdOf } from '../../../browser/stage/scenes.ts';
import type { TestLobby } from '../../../fixtures/lobby.ts';

/** A journal that a test answers by hand. */
function reading() {
  const asked: ((answer: Reading<readonly JournalEntry[]>) => void)[] = [];
  const reader = { lines: () => new Promise((resolve) => asked.push(resolve)) } as unknown as BranchReader;
  const host = { addController: () => {}, requestUpdate: vi.fn() } as unknown as ReactiveControllerHost;
  return { asked, host, day: new DayJournal(host, reader) };
}
const board = (lobby: TestLobby) => boardOf(lobby.state, lobby.now, 'full');
const news = (events: readonly JournalEntry[]) => events as unknown as readonly LobbyNews[];

function served(): TestLobby {
  const lobby = emptyScene(floorBranch);
  lobby.do({ type: 'open', station: 'C1', staff: ['t1'] });
  lobby.issue(ticketIdOf(1));
  lobby.do({ type: 'call-next', station: 'C1' });
  return lobby;
}

describe('the journal of the day in the page', () => {
  test('what happens while it is read, and after, is added once and in order', async () => {
    const lobby = served();
    const { asked, day } = reading();
    day.look(board(lobby));
    const early = [...lobby.journal];
    day.hear(news(lobby.do({ type: 'start', station: 'C1' })));
    asked[0]!({ ok: true, value: early });
    await vi.waitFor(() => expect(day.events).not.toBeNull());
    day.hear(news(lobby.do({ type: 'finish', station: 'C1' })));
    day.hear(news(lobby.journal.slice(-2)));
    expect(day.events).toEqual(lobby.journal);
    expect(day.measured()!.perNeed).toEqual(measure(lobby.journal).perNeed);
    day.look(board(lobby));
    expect(asked.length).toBe(1);
  });

  test('a gap or a new day means reading anew', async () => {
    const lobby = served();
    const { asked, day } = reading();
    day.look(board(lobby));
    asked[0]!({ ok: true, value: [...lobby.journal] });
    await vi.waitFor(() => expect(day.events).not.toBeNull());
    lobby.do({ type: 'start', station: 'C1' });
    day.hear(news(lobby.do({ type: 'finish', station: 'C1' })));
    day.look(board(lobby));
    expect(asked.length).toBe(2);
    asked[1]!({ ok: true, value: [...lobby.journal] });
    await vi.waitFor(() => expect(day.events).toEqual(lobby.journal));
  });

  test('a failure is told, and not asked again at once', async () => {
    const lobby = served();
    const { asked, day, host } = reading();
    day.look(board(lobby));
    asked[0]!({ ok: false, code: 'away', message: null });
    await vi.waitFor(() => expect(day.failure?.code).toBe('away'));
    expect(host.requestUpdate).toHaveBeenCalled();
    day.look(board(lobby));
    expect(asked.length).toBe(1);
    void day.load();
    asked[1]!({ ok: true, value: [...lobby.journal] });
    await vi.waitFor(() => expect(day.failure).toBeNull());
  });
});
