import { describe, expect, test } from 'vitest';
import { type TroubleNow, troublesOf } from '../../../../display/board/now/troubles.ts';
import { boardOf } from '../../../../simulator/lobby/board/board-of.ts';
import { floorBranch } from '../../../browser/stage/floor-branch.ts';
import { quietScene, troubleScene } from '../../../browser/stage/floor-scenes.ts';
import { noPaper } from '../../../browser/stage/printers.ts';
import { emptyScene, ticketIdOf } from '../../../browser/stage/scenes.ts';
import type { TestLobby } from '../../../fixtures/lobby.ts';

const minute = 60_000;
const troubles = (lobby: TestLobby) => troublesOf(boardOf(lobby.state, lobby.now, 'full'), lobby.now);
/** Those of one kind; looked at, not trusted. */
// biome-ignore lint/suspicious/noExplicitAny: each kind has facts of its own
const of = (lobby: TestLobby, kind: TroubleNow['kind']): any[] => troubles(lobby).filter((trouble) => trouble.kind === kind);
const idsOf = (things: readonly { readonly id: string }[]): string[] => things.map(({ id }) => id);

function openFloor(): TestLobby {
  const lobby = emptyScene(floorBranch);
  lobby.do({ type: 'open', station: 'C1', staff: ['t1'] });
  return lobby;
}

describe('what a manager should act on', () => {
  test('nothing in a quiet hour and in an empty branch', () => {
    expect(troubles(quietScene())).toEqual([]);
    expect(troubles(emptyScene(floorBranch))).toEqual([]);
  });

  test('what cannot go on comes before what is asked, and that before what is to be looked at', () => {
    const lobby = troubleScene();
    lobby.now += minute;
    const kinds = troubles(lobby).map(({ kind }) => kind);
    expect(kinds.slice(0, 4)).toEqual(['unservable', 'late', 'help-long', 'proposal-open']);
    expect(kinds.indexOf('called-long')).toBeGreaterThan(kinds.indexOf('proposal-open'));
  });

  test('who is late and who was promised less are counted once', () => {
    const lobby = openFloor();
    for (let n = 1; n <= 3; n += 1) lobby.issue(ticketIdOf(n));
    lobby.now += 15 * minute;
    expect(of(lobby, 'late')).toEqual([]);
    lobby.now += 1;
    expect(of(lobby, 'late')).toMatchObject([{ people: 3, line: { id: 'personal' } }]);
    expect(of(lobby, 'promise-broken')).toEqual([]);
  });

  test('a closed counter is one decision however many lines it would help, and none while a rule asks about it', () => {
    const lobby = openFloor();
    for (let n = 1; n <= 8; n += 1) lobby.issue(ticketIdOf(n), n % 2 === 0 ? { segment: 'vip' } : {});
    const [found, ...more] = of(lobby, 'closed-while-waiting');
    expect(more).toEqual([]);
    expect(found).toMatchObject({ people: 8 });
    expect(idsOf(found.lines)).toEqual(['vip', 'personal']);
    expect(idsOf(found.closed)).toEqual(['C2', 'C3', 'C4', 'C5', 'C6']);
    lobby.do({ type: 'propose-elastic', proposal: 'p', rule: 'flex-6', action: 'open', waiting: 8 });
    expect(idsOf(of(lobby, 'closed-while-waiting')[0].closed)).toEqual(['C2', 'C3', 'C4', 'C5']);
    expect(of(lobby, 'proposal-open')).toMatchObject([{ proposal: { station: 'C6', waiting: 8 } }]);
  });

  test('of closed stations those are named first where the line is served first', () => {
    const lobby = openFloor();
    lobby.do({ type: 'open', station: 'K1', staff: ['a1'] });
    for (let n = 1; n <= 8; n += 1)
      lobby.issue(ticketIdOf(n), { segment: 'vip', needs: [{ service: n % 2 === 0 ? 'wealth' : 'cash' }] });
    const board = boardOf(lobby.state, lobby.now, 'full');
    const deskFirst = { ...board, lines: board.lines.map((line) => ({ ...line, kinds: line.kinds.toReversed() })) };
    const closedIn = (shown: typeof board) =>
      troublesOf(shown, lobby.now).flatMap((trouble) =>
        trouble.kind === 'closed-while-waiting' ? [idsOf(trouble.closed)[0]] : [],
      );
    expect([closedIn(board), closedIn(deskFirst)]).toEqual([['C2'], ['K2']]);
  });

  test('nobody to serve names the stations that could', () => {
    const lobby = openFloor();
    lobby.issue(ticketIdOf(1), { needs: [{ service: 'loan' }] });
    expect(of(lobby, 'unservable')).toMatchObject([{ services: ['loan'], people: 1, closed: [{ id: 'K2' }] }]);
    lobby.do({ type: 'open', station: 'K2', staff: ['a2'] });
    expect(of(lobby, 'unservable')).toEqual([]);
  });

  test('a break may be longer than a pause; a call waits three minutes', () => {
    const lobby = openFloor();
    lobby.do({ type: 'open', station: 'C2', staff: ['t2'] });
    lobby.do({ type: 'pause', station: 'C1', reason: 'cash' });
    lobby.do({ type: 'pause', station: 'C2', reason: 'break' });
    lobby.now += 10 * minute + 1;
    expect(of(lobby, 'paused-long').map(({ station }) => station.id)).toEqual(['C1']);
    lobby.now += 20 * minute;
    expect(of(lobby, 'paused-long').map(({ station }) => station.id)).toEqual(['C1', 'C2']);
    lobby.do({ type: 'unpause', station: 'C1' });
    lobby.issue(ticketIdOf(1));
    lobby.do({ type: 'call-next', station: 'C1' });
    lobby.now += 3 * minute;
    expect(of(lobby, 'called-long')).toEqual([]);
    lobby.now += 1;
    expect(of(lobby, 'called-long')).toMatchObject([{ station: { id: 'C1', number: 'A001' } }]);
  });

  test('printers that need somebody, out of order before low on paper', () => {
    const lobby = openFloor();
    const out = noPaper(lobby.now - minute);
    const told = troublesOf(boardOf(lobby.state, lobby.now, 'full'), lobby.now, [
      { ...out, kiosk: 'k2', code: 'ok', paperLow: true },
      out,
    ]);
    expect(told.map(({ kind, since }) => [kind, since])).toEqual([
      ['printer', out.since],
      ['paper-low', out.since],
    ]);
  });
});
