import { expect, test } from 'vitest';
import { callsToAnnounce } from '../../../display/lobby/calls-to-announce.ts';
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
  expect(callsToAnnounce(news, false, board)).toEqual([
    { number: 'A001', counter: 'C1' },
    { number: 'A002', counter: 'C2' },
    { number: 'A002', counter: 'C2' },
  ]);
});

test('after a cut, who is still awaited is announced once, and who has come is not', () => {
  const { news, board } = twoCalls();
  expect(callsToAnnounce(news, true, board)).toEqual([{ number: 'A002', counter: 'C2' }]);
});
