import { describe, expect, test } from 'vitest';
import { callsToAnnounce } from '../../../display/lobby/calls-to-announce.ts';
import { gone, remember } from '../../../display/lobby/recent-calls.ts';
import { boardOf } from '../../../simulator/lobby/board/board-of.ts';
import { openLobby } from '../../fixtures/lobby.ts';

/** Two calls, one already begun, and the news of them as a display hears it. */
function twoCalls() {
  const lobby = openLobby();
  for (const id of ['t1', 't2']) lobby.issue(id);
  lobby.do({ type: 'open', station: 'C1' });
  lobby.do({ type: 'open', station: 'C2' });
  lobby.do({ type: 'call-next', station: 'C1' });
  lobby.do({ type: 'call-next', station: 'C2' });
  lobby.do({ type: 'recall', station: 'C2' });
  lobby.do({ type: 'start', station: 'C1' });
  const news = lobby.journal.map(({ seq, at, type, data }) => {
    const ticket = 'ticket' in data && data.ticket !== null ? lobby.state.tickets.get(data.ticket) : undefined;
    return { seq, at, type, data: { ...data, number: ticket?.number } };
  });
  return { news, board: boardOf(lobby.state, lobby.now, 'public') };
}

test('live, every call and every recall is announced, in order', () => {
  const { news, board } = twoCalls();
  expect(callsToAnnounce(news, false, board, null)).toEqual([
    { number: 'A001', counter: 'C1' },
    { number: 'A002', counter: 'C2' },
    { number: 'A002', counter: 'C2' },
  ]);
});

describe('after a cut, who is still awaited is announced once, and who has come is not', () => {
  const { news, board } = twoCalls();
  const empty = { ...board, nowServing: [] };
  const awaited = [{ number: 'A002', counter: 'C2' }];

  test('seen by the board before it, however much happened meanwhile', () => {
    expect(callsToAnnounce(news, true, board, empty)).toEqual(awaited);
    expect(callsToAnnounce([], true, board, empty)).toEqual(awaited);
  });

  test('not again when it was on the board before the cut; again when it was recalled meanwhile', () => {
    expect(callsToAnnounce([], true, board, board)).toEqual([]);
    const once = { ...board, nowServing: board.nowServing.map((call) => ({ ...call, calls: 1 })) };
    expect(callsToAnnounce([], true, board, once)).toEqual(awaited);
  });

  test('seen by the news, on a page that takes over from another', () => {
    expect(callsToAnnounce(news, true, board, null)).toEqual(awaited);
    expect(callsToAnnounce([], true, board, null)).toEqual([]);
  });
});

describe('recently called', () => {
  test('each number once, newest first, those still shown left out, those of half an hour ago forgotten', () => {
    const { news, board } = twoCalls();
    const first = remember([], news, board);
    expect(first.map(({ number }) => number).sort()).toEqual(['A001', 'A002']);
    expect(gone(first, board.nowServing)).toEqual([]);
    const later = { ...board, nowServing: [], at: board.at + 60_000 };
    expect(gone(remember(first, [], later), [])).toHaveLength(2);
    expect(remember(first, [], { ...later, at: board.at + 31 * 60_000 })).toEqual([]);
    const again = [{ seq: 99, at: board.at + 5_000, type: 'called' as const, data: { number: 'A001', station: 'C3' } }];
    expect(remember(first, again, later)[0]).toEqual({ number: 'A001', counter: 'C3', at: board.at + 5_000 });
    expect(remember(first, again, later)).toHaveLength(2);
  });
});

test('a call that was taken back is remembered no more, nor is that of a number that waits again for its next need', () => {
  const lobby = openLobby();
  for (const id of ['t1', 't2']) lobby.issue(id, { needs: [{ service: 'cash' }, { service: 'card' }] });
  lobby.do({ type: 'open', station: 'C1' });
  lobby.do({ type: 'open', station: 'C2' });
  const seen = (known: ReturnType<typeof remember>) => remember(known, [], boardOf(lobby.state, lobby.now, 'public'));
  lobby.do({ type: 'call-next', station: 'C1' });
  lobby.do({ type: 'call-next', station: 'C2' });
  const both = seen([]);
  expect(both.map(({ number }) => number).sort()).toEqual(['A001', 'A002']);
  lobby.do({ type: 'undo', station: 'C1' });
  expect(seen(both).map(({ number }) => number)).toEqual(['A002']);
  lobby.do({ type: 'start', station: 'C2' });
  lobby.do({ type: 'finish', station: 'C2' });
  expect(seen(both)).toEqual([]);
});
