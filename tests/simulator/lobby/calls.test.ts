import { describe, expect, it } from 'vitest';
import { strategies } from '../../../simulator/lobby/calling/table.ts';
import { fold } from '../../../simulator/lobby/evolve/evolve.ts';
import { explain } from '../../../simulator/lobby/explain.ts';
import { openLobby, type TestLobby, types } from '../../fixtures/lobby.ts';

const calledBy = (lobby: TestLobby, station: string): string | null => {
  const event = lobby.do({ type: 'call-next', station }).find(({ type }) => type === 'called');
  return event?.type === 'called' ? event.data.ticket : null;
};
const serve = (lobby: TestLobby, station: string): string | null => {
  const ticket = calledBy(lobby, station);
  lobby.do({ type: 'start', station });
  lobby.do({ type: 'finish', station });
  return ticket;
};

describe('calls', () => {
  it('[C1] calls the head the strategy scores highest; nobody is an answer', () => {
    const lobby = openLobby();
    lobby.do({ type: 'open', station: 'C1' });
    expect(lobby.do({ type: 'call-next', station: 'C1' })).toEqual([]);
    lobby.issue('n1');
    lobby.issue('v1', { segment: 'vip' });
    lobby.issue('n2');
    lobby.issue('v2', { segment: 'vip' });
    expect([1, 2, 3, 4].map(() => serve(lobby, 'C1'))).toEqual(['v1', 'n1', 'v2', 'n2']);
  });

  it('[C2] passes over who this station cannot serve now', () => {
    const lobby = openLobby();
    lobby.issue('two-people', { needs: [{ service: 'corporate' }] });
    lobby.issue('wants-t2', { needs: [{ service: 'cash', person: 't2' }] });
    lobby.issue('plain');
    lobby.do({ type: 'open', station: 'C1', staff: ['t1'] });
    expect(calledBy(lobby, 'C1')).toBe('plain');
    lobby.do({ type: 'open', station: 'C2', staff: ['t2'] });
    expect(calledBy(lobby, 'C2')).toBe('wants-t2');
  });

  it('[C3] needs the skill of who works the station, within what the station gives', () => {
    const lobby = openLobby();
    lobby.do({ type: 'staff-join', person: 'a1' });
    lobby.issue('c', { needs: [{ service: 'corporate' }] });
    lobby.do({ type: 'open', station: 'C2', staff: ['t2'] });
    expect(calledBy(lobby, 'C2')).toBeNull();
    expect(lobby.refused({ type: 'call', station: 'C2', ticket: 'c' })).toBe('station-cannot-serve');
    lobby.do({ type: 'open', station: 'C3' });
    expect(calledBy(lobby, 'C3')).toBeNull();
    lobby.do({ type: 'open', station: 'C1' });
    expect(calledBy(lobby, 'C1')).toBe('c');
  });

  it('[C4] holds the team with the call, and nobody twice', () => {
    const lobby = openLobby();
    lobby.issue('c1', { needs: [{ service: 'corporate' }] });
    lobby.issue('c2', { needs: [{ service: 'corporate' }] });
    lobby.do({ type: 'open', station: 'C1', staff: ['t1'] });
    expect(calledBy(lobby, 'C1')).toBeNull();
    expect(lobby.refused({ type: 'call', station: 'C1', ticket: 'c1' })).toBe('team-not-ready');
    lobby.do({ type: 'open', station: 'K1', staff: ['a1'] });
    lobby.issue('w', { needs: [{ service: 'wealth' }] });
    expect(calledBy(lobby, 'C1')).toBe('c1');
    expect(lobby.state.tickets.get('c1')!.staff).toEqual(['t1', 'a1']);
    expect(lobby.refused({ type: 'call-next', station: 'K1' })).toBe('person-busy');
    lobby.do({ type: 'start', station: 'C1' });
    lobby.do({ type: 'finish', station: 'C1' });
    expect(calledBy(lobby, 'K1')).toBe('w');
    lobby.do({ type: 'open', station: 'C2' });
    expect(calledBy(lobby, 'C2')).toBeNull();
  });

  it('[C5] has pure strategies only: a table of scorers, each with names and a version', () => {
    for (const [id, strategy] of Object.entries(strategies)) {
      expect(strategy).toMatchObject({
        id,
        version: expect.any(Number),
        names: { zh: expect.any(String), en: expect.any(String) },
      });
    }
  });

  it('[C6] owes nothing to an empty line, and uncounts a call taken back', () => {
    const lobby = openLobby();
    lobby.do({ type: 'open', station: 'C1' });
    for (let n = 0; n < 5; n += 1) lobby.issue(`n${n}`);
    for (let n = 0; n < 3; n += 1) serve(lobby, 'C1');
    expect([...lobby.state.callsSoFar]).toEqual([]);
    lobby.issue('v1', { segment: 'vip' });
    lobby.issue('v2', { segment: 'vip' });
    calledBy(lobby, 'C1');
    expect([...lobby.state.callsSoFar]).toEqual([['vip', 1]]);
    lobby.do({ type: 'undo', station: 'C1' });
    expect(lobby.state.callsSoFar.get('vip')).toBe(0);
  });

  it('[C7] changes the strategy from its time on, never in the past', () => {
    const lobby = openLobby();
    lobby.do({ type: 'open', station: 'C1' });
    lobby.issue('n');
    lobby.now += 1000;
    lobby.issue('v', { segment: 'vip' });
    const fcfs = { id: 'fcfs', options: {} };
    expect(lobby.refused({ type: 'change-strategy', rule: fcfs, effectiveAt: lobby.now - 1 })).toBe('effective-in-past');
    expect(lobby.refused({ type: 'change-strategy', rule: { id: 'lottery', options: {} } })).toBe('unknown-strategy');
    lobby.do({ type: 'change-strategy', rule: fcfs, effectiveAt: lobby.now + 1000 });
    expect(calledBy(lobby, 'C1')).toBe('v');
    lobby.do({ type: 'undo', station: 'C1' });
    lobby.now += 1000;
    expect(calledBy(lobby, 'C1')).toBe('n');
  });

  it('[C8] lets a person choose and records what the rule would have called', () => {
    const lobby = openLobby();
    lobby.issue('n1');
    lobby.issue('n2');
    lobby.do({ type: 'open', station: 'C1' });
    const [call] = lobby.do({ type: 'call', station: 'C1', ticket: 'n2' });
    expect(call).toMatchObject({ type: 'called', data: { ticket: 'n2', overrode: { ticket: 'n1' } } });
    const before = fold(lobby.journal.slice(0, -1));
    const why = explain(before, call!);
    expect(why).toMatchObject({ kind: 'call', choice: 'A001', called: 'A002', overrode: true, rule: { id: 'ratio' } });
    lobby.do({ type: 'no-show', station: 'C1' });
    const [own] = lobby.do({ type: 'call', station: 'C1', ticket: 'n1' });
    expect(own?.data).not.toHaveProperty('overrode');
  });

  it('[R1] routes every need by the policy; [R2] a greeter may choose otherwise, on record', () => {
    const lobby = openLobby();
    lobby.do({ type: 'staff-join', person: 'g1' });
    lobby.issue('a');
    expect(types(lobby.do({ type: 'route', ticket: 'a', greeter: 'g1' }))).toEqual(['greeted', 'need-routed']);
    expect(lobby.journal.at(-1)!.data).not.toHaveProperty('overrode');
    const [again] = lobby.do({ type: 'route', ticket: 'a', to: { kind: 'device' }, greeter: 'g1', reason: 'shorter-line' });
    expect(again).toMatchObject({
      data: { line: 'device', reason: 'shorter-line', overrode: { line: 'normal', kind: 'counter' } },
    });
    expect(lobby.refused({ type: 'route', ticket: 'a', to: { kind: 'room' } })).toBe('no-route');
    expect(explain(fold(lobby.journal.slice(0, -1)), lobby.journal.at(-1)!)).toMatchObject({
      kind: 'route',
      overrode: true,
      advised: { line: 'normal' },
    });
  });

  it('[R3] a greeter may note a customer again and again; the last time and person count', () => {
    const lobby = openLobby();
    lobby.issue('a');
    const [first] = lobby.do({ type: 'greet', ticket: 'a', greeter: 'g1' });
    expect(first).toMatchObject({ type: 'greeted', data: { ticket: 'a', greeter: 'g1' } });
    const { place } = lobby.state.tickets.get('a')!;
    lobby.now += 60_000;
    lobby.do({ type: 'greet', ticket: 'a', greeter: 't1' });
    expect(lobby.state.tickets.get('a')).toMatchObject({ greetedAt: lobby.now, greetedBy: 't1', place });
    expect(lobby.refused({ type: 'greet', ticket: 'a', greeter: 'nobody' })).toBe('unknown-person');
    lobby.do({ type: 'open', station: 'C1' });
    lobby.do({ type: 'call-next', station: 'C1' });
    expect(lobby.refused({ type: 'greet', ticket: 'a', greeter: 'g1' })).toBe('ticket-not-waiting');
  });
});
