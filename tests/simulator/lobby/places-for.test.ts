import { describe, expect, it } from 'vitest';
import { boardOf } from '../../../simulator/lobby/board/board-of.ts';
import { type PlaceChoice, placesFor } from '../../../simulator/lobby/places-for.ts';
import { openLobby, type TestLobby } from '../../fixtures/lobby.ts';

const minute = 60_000;
const placesOf = (lobby: TestLobby, ticket: string): ReadonlyMap<string, PlaceChoice> =>
  new Map(placesFor(lobby.state, lobby.state.tickets.get(ticket)!).map((place) => [place.line, place]));

/** Three ordinary customers and one VIP, a minute apart; one counter with a teller. */
function lobbyOfFour(): TestLobby {
  const lobby = openLobby();
  lobby.do({ type: 'open', station: 'C1', staff: ['t1'] });
  for (const [id, segment] of [
    ['n1', 'normal'],
    ['n2', 'normal'],
    ['v1', 'vip'],
    ['n3', 'normal'],
  ] as const) {
    lobby.now += minute;
    lobby.issue(id, { segment });
  }
  return lobby;
}

describe('[R2] where a person may send a ticket, and what it costs the others', () => {
  it('lists every line that can serve it, the advised and the current one marked', () => {
    const places = placesOf(lobbyOfFour(), 'n3');
    expect([...places.keys()]).toEqual(['vip', 'device', 'normal']);
    expect(places.get('normal')).toMatchObject({ advised: true, reason: 'first-open', current: true, kind: 'counter' });
    expect(places.get('vip')).toMatchObject({ advised: false, reason: null, current: false });
  });

  it('puts behind exactly those who would otherwise be called first, by its work over the stations there', () => {
    const lobby = lobbyOfFour();
    // n3 before the VIP? No: v1 came first and stays first in its line. n1 and n2 fall behind the favoured line.
    expect(placesOf(lobby, 'n3').get('vip')!.behind).toEqual({ people: 2, eachMs: 4 * minute });
    // n1 came before v1, so there it goes before v1 too; n2 and n3 were behind it anyway.
    expect(placesOf(lobby, 'n1').get('vip')!.behind).toEqual({ people: 1, eachMs: 4 * minute });
    expect(placesOf(lobby, 'n1').get('normal')!.behind.people).toBe(0);
    lobby.do({ type: 'open', station: 'C2', staff: ['t2'] });
    expect(placesOf(lobby, 'n3').get('vip')!.behind).toEqual({ people: 2, eachMs: 2 * minute });
  });

  it('counts a wait only where somebody works', () => {
    const lobby = lobbyOfFour();
    expect(placesOf(lobby, 'n3').get('device')).toMatchObject({ quote: null, behind: { people: 0, eachMs: 0 } });
    lobby.do({ type: 'open', station: 'D1' });
    expect(placesOf(lobby, 'n3').get('device')!.quote).toMatchObject({ lowMs: 0, highMs: 0 });
    // First in its line, behind nobody: the one who moves there waits for one to be done; n3 for n1, n2 and v1 as well.
    const places = placesOf(lobby, 'n3');
    expect(places.get('normal')!.quote!.highMs).toBeGreaterThan(places.get('vip')!.quote!.highMs);
  });

  it('delays only those who wait for the same stations', () => {
    const lobby = openLobby();
    lobby.do({ type: 'open', station: 'C1', staff: ['t1'] });
    lobby.do({ type: 'open', station: 'K1', staff: ['a1'] });
    lobby.issue('n1');
    lobby.now += minute;
    lobby.issue('w1', { needs: [{ service: 'wealth' }] });
    lobby.now += minute;
    lobby.issue('w2', { needs: [{ service: 'wealth' }] });
    // The favoured line is called from counters and desks, but advice is given at the desk.
    expect(placesOf(lobby, 'w2').get('vip')!.behind).toEqual({ people: 1, eachMs: 20 * minute });
    lobby.do({ type: 'close', station: 'K1' });
    expect(placesOf(lobby, 'w2').get('vip')).toMatchObject({ quote: null, behind: { people: 0, eachMs: 0 } });
  });

  it('a person who lacks the skill does not work there', () => {
    const lobby = openLobby();
    lobby.do({ type: 'open', station: 'C2', staff: ['t2'] });
    lobby.issue('c1', { needs: [{ service: 'corporate' }] });
    expect(placesOf(lobby, 'c1').get('normal')!.quote).toBeNull();
  });
});

describe('what a full board says of the waiting', () => {
  const ticketOn = (lobby: TestLobby, id: string) =>
    boardOf(lobby.state, lobby.now, 'full').tickets!.find((each) => each.id === id)!;

  it('advice, targets and ways', () => {
    const lobby = lobbyOfFour();
    expect(ticketOn(lobby, 'v1')).toMatchObject({
      targetMs: 5 * minute,
      advice: { line: 'vip', kind: 'counter', mode: 'counter', reason: 'first-open' },
      ways: ['counter', 'device'],
      servable: true,
    });
    lobby.do({ type: 'call-next', station: 'C1' });
    expect(ticketOn(lobby, 'v1').advice).toBeNull();
  });

  it('[C2] whether anybody in the house could serve it, free or not', () => {
    const lobby = lobbyOfFour();
    lobby.issue('c1', { needs: [{ service: 'corporate' }] });
    expect(ticketOn(lobby, 'c1').servable).toBe(false);
    lobby.do({ type: 'staff-join', person: 'a1' });
    expect(ticketOn(lobby, 'c1').servable).toBe(true);
    // Busy or paused is not absent.
    lobby.do({ type: 'pause', station: 'C1', reason: 'break' });
    expect(ticketOn(lobby, 'c1').servable).toBe(true);
    lobby.do({ type: 'close', station: 'C1' });
    expect(ticketOn(lobby, 'n1').servable).toBe(false);
  });

  it('[E1] proposals that wait for an answer, with the rule in figures', () => {
    const lobby = openLobby();
    for (const id of ['n1', 'n2', 'n3', 'n4']) lobby.issue(id);
    lobby.do({ type: 'propose-elastic', proposal: 'p1', rule: 'flex-3', action: 'open', waiting: 4 });
    expect(boardOf(lobby.state, lobby.now, 'full').proposals).toEqual([
      expect.objectContaining({
        id: 'p1',
        action: 'open',
        station: 'C3',
        waiting: 4,
        openAtWaiting: 4,
        closeAtWaiting: 1,
        holdMs: minute,
      }),
    ]);
    lobby.do({ type: 'answer-elastic', proposal: 'p1', answer: 'declined' });
    expect(boardOf(lobby.state, lobby.now, 'full').proposals).toEqual([]);
    expect(boardOf(lobby.state, lobby.now, 'public').proposals).toBeUndefined();
  });
});
