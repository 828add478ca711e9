import { describe, expect, test } from 'vitest';
import { keyOf, usualVerb, verbGroups, verbOfKey, verbsNow } from '../../../display/counter/console-verbs.ts';
import { inReach } from '../../../display/counter/in-reach.ts';
import type { ConsoleVerbName } from '../../../display/ui/words/terms.ts';
import { boardOf } from '../../../simulator/lobby/board/board-of.ts';
import { openLobby, type TestLobby } from '../../fixtures/lobby.ts';

const at = (lobby: TestLobby, station = 'C1') => boardOf(lobby.state, lobby.now, 'full').counters.find(({ id }) => id === station)!;

describe('keys', () => {
  test('each verb is on the pad once and has a key of its own, found by its place on the keyboard', () => {
    const verbs = verbGroups.flatMap((group) => group.verbs);
    expect(new Set(verbs)).toEqual(new Set(Object.keys(keyOf)));
    expect(verbs).toHaveLength(new Set(verbs).size);
    expect(new Set(Object.values(keyOf)).size).toBe(verbs.length);
    for (const verb of verbs) expect(verbOfKey(`Key${keyOf[verb]}`)).toBe(verb);
    expect(verbOfKey('KeyQ')).toBeUndefined();
  });
});

describe('what a teller can do agrees with the core', () => {
  const body = (verb: ConsoleVerbName, lobby: TestLobby): Record<string, unknown> => {
    const reach = inReach(boardOf(lobby.state, lobby.now, 'full'), at(lobby));
    switch (verb) {
      case 'pause':
        return { type: 'pause', reason: 'break' };
      case 'finish-otherwise':
        return { type: 'finish', outcome: 'referred' };
      case 'transfer':
        return { type: 'transfer', service: 'wealth' };
      case 'call':
        return { type: 'call', ticket: reach.waiting[0]?.id ?? 'none' };
      case 'resume':
        return { type: 'resume', ticket: reach.away[0]?.id ?? 'none' };
      default:
        return { type: verb };
    }
  };
  const steps: readonly (readonly [string, ...Record<string, unknown>[]])[] = [
    ['closed'],
    ['ready', { type: 'open' }],
    ['called', { type: 'call-next' }],
    ['serving', { type: 'start' }],
    ['parked', { type: 'park' }],
    ['called again', { type: 'call-next' }],
    ['missed', { type: 'no-show' }],
    ['paused', { type: 'pause', reason: 'cash' }],
  ];

  const journey = (length: number): TestLobby => {
    const lobby = openLobby();
    for (const id of ['a', 'b', 'c', 'd']) lobby.issue(id);
    for (const [, ...commands] of steps.slice(0, length))
      for (const command of commands) lobby.do({ station: 'C1', ...command } as never);
    return lobby;
  };

  test.each(steps.map(([name], index) => [name, index + 1] as const))('%s: every verb offered is accepted', (_name, length) => {
    const reach = () => inReach(boardOf(journey(length).state, journey(length).now, 'full'), at(journey(length)));
    const offered = new Set(
      [null, reach().waiting[0] ?? null, reach().away[0] ?? null].flatMap((chosen) => [
        ...verbsNow(at(journey(length)), chosen, journey(length).now),
      ]),
    );
    expect(offered.size).toBeGreaterThan(0);
    for (const verb of offered) {
      const lobby = journey(length);
      expect(lobby.try({ station: 'C1', ...body(verb, lobby) } as never), verb).not.toHaveProperty('refused');
    }
    expect(offered).toContain(usualVerb(at(journey(length))));
  });

  test('undo is offered until its time is over', () => {
    const lobby = journey(3);
    const { undo } = at(lobby);
    expect(verbsNow(at(lobby), null, lobby.now)).toContain('undo');
    expect(verbsNow(at(lobby), null, undo!.until)).not.toContain('undo');
  });
});

test('in reach: only what the station can really serve, as it is staffed now', () => {
  const lobby = openLobby();
  lobby.issue('n1');
  lobby.issue('c1', { needs: [{ service: 'corporate' }] });
  const ids = (station: string) => inReach(boardOf(lobby.state, lobby.now, 'full'), at(lobby, station)).waiting.map(({ id }) => id);
  expect(ids('C1')).toEqual(['n1', 'c1']);
  expect(ids('C3')).toEqual(['n1']);
});

test("in reach: lines of this kind of station in the branch's order, each in its calling order; parked and missed apart", () => {
  const lobby = openLobby();
  lobby.issue('n1');
  lobby.issue('v1', { segment: 'vip' });
  lobby.issue('w1', { needs: [{ service: 'wealth' }] });
  lobby.issue('n2');
  lobby.do({ type: 'open', station: 'C2' });
  lobby.do({ type: 'call', station: 'C2', ticket: 'n1' });
  lobby.do({ type: 'park', station: 'C2' });
  const { waiting, away } = inReach(boardOf(lobby.state, lobby.now, 'full'), at(lobby));
  expect(waiting.map(({ id }) => id)).toEqual(['v1', 'n2']);
  expect(away.map(({ id }) => id)).toEqual(['n1']);
});
