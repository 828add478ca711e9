import { describe, expect, test } from 'vitest';
import { floorOf, seenForMs } from '../../../display/greeter/needs-me.ts';
import { needReasons } from '../../../display/ui/words/terms.ts';
import { boardOf } from '../../../simulator/lobby/board/board-of.ts';
import { waitBand } from '../../../simulator/lobby/board/wait-band.ts';
import { floorBranch } from '../../browser/stage/floor-branch.ts';
import { quietScene, troubleScene } from '../../browser/stage/floor-scenes.ts';
import { noPaper } from '../../browser/stage/printers.ts';
import { emptyScene, ticketIdOf } from '../../browser/stage/scenes.ts';
import type { TestLobby } from '../../fixtures/lobby.ts';

const minute = 60_000;
const floor = (lobby: TestLobby, seenHere?: ReadonlyMap<string, number>) =>
  floorOf(boardOf(lobby.state, lobby.now, 'full'), lobby.now, seenHere);
const leads = (lobby: TestLobby, seenHere?: ReadonlyMap<string, number>) =>
  floor(lobby, seenHere).needs.map(({ reasons }) => reasons[0]);

/** One counter with a teller, one free device. */
function openFloor(): TestLobby {
  const lobby = emptyScene(floorBranch);
  lobby.do({ type: 'open', station: 'C1', staff: ['t1'] });
  return lobby;
}

describe('who needs a greeter now', () => {
  test('the most pressing first, and of those alike the longest wait', () => {
    const lobby = troubleScene();
    lobby.now += 6 * minute;
    const { needs } = floor(lobby);
    const order = needs.map(({ reasons }) => needReasons.indexOf(reasons[0]!));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(new Set(needs.map(({ kind }) => kind))).toEqual(new Set(['help', 'device', 'ticket']));
    expect(needs[0]!.kind).toBe('help');
    const promises = needs.filter(({ reasons }) => reasons[0] === 'over-promise').map(({ since }) => since);
    expect(promises.length).toBeGreaterThan(1);
    expect(promises).toEqual(promises.toSorted((a, b) => a - b));
  });

  test('everybody who waits is in one of the two lists, once', () => {
    for (const lobby of [troubleScene(), quietScene()]) {
      const { needs, others } = floor(lobby);
      const shown = [...needs.flatMap((need) => (need.kind === 'ticket' ? [need.id] : [])), ...others.map(({ id }) => id)];
      const waiting = [...lobby.state.tickets.values()].filter(({ status }) => status === 'waiting').map(({ id }) => id);
      expect(shown.toSorted()).toEqual(waiting.toSorted());
    }
  });

  test('a promise is broken beyond what was shown, a target by the millisecond', () => {
    const lobby = openFloor();
    for (let n = 1; n <= 3; n += 1) lobby.issue(ticketIdOf(n));
    lobby.do({ type: 'route', ticket: ticketIdOf(3), greeter: 'g1' });
    const band = waitBand(lobby.state.tickets.get(ticketIdOf(3))!.quote);
    const shownMs = (band.kind === 'range' ? band.high : Number.NaN) * minute;
    const reasonsOf = (): readonly string[] => floor(lobby).needs.find(({ id }) => id === ticketIdOf(3))?.reasons ?? [];
    const start = lobby.now;
    lobby.now = start + shownMs;
    expect(reasonsOf()).not.toContain('over-promise');
    lobby.now += 1;
    expect(reasonsOf()).toContain('over-promise');
    lobby.now = start + 15 * minute;
    expect(reasonsOf()).not.toContain('over-target');
    lobby.now += 1;
    expect(reasonsOf()).toContain('over-target');
  });

  test('a greeting ends being new, a mark is care; a remote customer is asked for', () => {
    const lobby = openFloor();
    lobby.issue(ticketIdOf(1));
    lobby.issue(ticketIdOf(2), { traits: ['senior'] });
    lobby.issue(ticketIdOf(3), { channel: 'remote' });
    expect(leads(lobby)).toEqual(['confirm', 'care', 'new']);
    lobby.do({ type: 'route', ticket: ticketIdOf(2), greeter: 'g1' });
    lobby.do({ type: 'arrive', ticket: ticketIdOf(3) });
    expect(leads(lobby)).toEqual(['new', 'new']);
    lobby.now += 5 * minute;
    expect(floor(lobby).needs.filter(({ reasons }) => reasons.includes('new'))).toEqual([]);
  });

  test('a free device is offered to one customer, the one who has waited longest behind others', () => {
    const lobby = openFloor();
    lobby.issue(ticketIdOf(9));
    lobby.do({ type: 'call-next', station: 'C1' });
    for (let n = 1; n <= 4; n += 1) {
      lobby.now += minute;
      lobby.issue(ticketIdOf(n), { needs: [{ service: n === 2 ? 'cash' : 'transfer' }] });
      lobby.do({ type: 'route', ticket: ticketIdOf(n), greeter: 'g1' });
    }
    expect(leads(lobby)).toEqual([]);
    lobby.do({ type: 'open', station: 'D1' });
    const taker = floor(lobby).needs;
    // The first in line is served next anyway; the second cannot use a device.
    expect(taker.map(({ id, reasons }) => [id, reasons[0]])).toEqual([[ticketIdOf(3), 'device-free']]);
  });

  test('what one greeter has seen to is quiet on every tablet for five minutes, and comes back', () => {
    const lobby = openFloor();
    lobby.do({ type: 'close', station: 'C1' });
    lobby.issue(ticketIdOf(1));
    expect(leads(lobby)).toEqual(['unservable']);
    lobby.do({ type: 'greet', ticket: ticketIdOf(1), greeter: 'g1' });
    expect(leads(lobby)).toEqual([]);
    lobby.now += seenForMs;
    expect(leads(lobby)).toEqual(['unservable']);
  });

  test('what begins after somebody looked is shown at once', () => {
    const lobby = openFloor();
    lobby.issue(ticketIdOf(1));
    lobby.now += 15 * minute;
    lobby.do({ type: 'greet', ticket: ticketIdOf(1), greeter: 'g1' });
    expect(leads(lobby)).toEqual([]);
    lobby.now += 1;
    expect(leads(lobby)).toEqual(['over-target']);
    lobby.do({ type: 'greet', ticket: ticketIdOf(1), greeter: 'g1' });
    expect(leads(lobby)).toEqual([]);
    lobby.now += 1;
    lobby.do({ type: 'close', station: 'C1' });
    expect(leads(lobby)).toEqual(['unservable']);
  });

  test('where nobody gives a name, a tablet remembers for itself', () => {
    const lobby = openFloor();
    lobby.do({ type: 'close', station: 'C1' });
    lobby.issue(ticketIdOf(1));
    expect(leads(lobby, new Map([[ticketIdOf(1), lobby.now]]))).toEqual([]);
  });

  test('a printer without paper is somebody to walk for, one whose roll is nearly used up can wait', () => {
    const lobby = troubleScene();
    const board = boardOf(lobby.state, lobby.now, 'full');
    const out = noPaper(lobby.now - minute);
    const low = { ...out, kiosk: 'k2', code: 'ok', paperLow: true };
    const { needs } = floorOf(board, lobby.now, new Map(), [low, out]);
    const printers = needs.filter(({ kind }) => kind === 'printer');
    expect(printers.map(({ reasons, since }) => [reasons, since])).toEqual([
      [['printer'], out.since],
      [['paper-low'], low.since],
    ]);
    expect(needs.at(-1)).toBe(printers[1]);
  });
});
