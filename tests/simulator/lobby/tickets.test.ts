import { describe, expect, it } from 'vitest';
import { measure } from '../../../simulator/lobby/kpi/measure.ts';
import { smallBranch } from '../../fixtures/branch.ts';
import { dayStart, emptyLobby, openLobby, types } from '../../fixtures/lobby.ts';

const minute = 60_000;

describe('tickets', () => {
  it('[T1] is refused before the branch, outside the day, outside hours, and for unknown names', () => {
    const lobby = emptyLobby();
    const issue = { type: 'issue', ticket: 'x', needs: [{ service: 'cash' }] } as const;
    expect(lobby.refused(issue)).toBe('branch-not-configured');
    lobby.do({ type: 'configure', config: smallBranch });
    expect(lobby.refused(issue)).toBe('day-not-open');
    const endsAt = dayStart + 24 * 60 * minute;
    lobby.do({
      type: 'open-day',
      date: '2026-03-02',
      startsAt: dayStart,
      endsAt,
      hours: [{ from: lobby.now + minute, to: endsAt }],
    });
    expect(lobby.refused(issue)).toBe('branch-closed');
    lobby.now += minute;
    expect(lobby.refused({ ...issue, needs: [{ service: 'loans' }] })).toBe('unknown-service');
    expect(lobby.refused({ ...issue, segment: 'platinum' })).toBe('unknown-segment');
    expect(lobby.refused({ ...issue, traits: ['tall'] })).toBe('unknown-trait');
    expect(lobby.refused({ ...issue, needs: [{ service: 'cash', person: 'nobody' }] })).toBe('unknown-person');
    expect(lobby.refused({ ...issue, appointment: 'b1' })).toBe('unknown-appointment');
    lobby.do(issue);
    expect(lobby.refused(issue)).toBe('ticket-exists');
    lobby.now = endsAt;
    expect(lobby.refused({ ...issue, ticket: 'y' })).toBe('day-not-open');
  });

  it('[T2] takes the segment given, else the appointment, else the ordinary one', () => {
    const lobby = openLobby();
    lobby.do({ type: 'book', appointment: 'b1', slotAt: lobby.now, needs: [{ service: 'cash' }], segment: 'gold' });
    lobby.issue('given', { segment: 'vip' });
    lobby.issue('booked', { appointment: 'b1' });
    lobby.issue('plain');
    expect(['given', 'booked', 'plain'].map((id) => lobby.state.tickets.get(id)?.segment)).toEqual(['vip', 'gold', 'normal']);
  });

  it('[T3] issues, numbers and routes in one command', () => {
    const lobby = openLobby();
    expect(types(lobby.issue('a'))).toEqual(['ticket-issued', 'need-routed']);
    expect(lobby.state.tickets.get('a')).toMatchObject({
      number: 'A001',
      status: 'waiting',
      place: { line: 'normal', kind: 'counter' },
    });
  });

  it('[T4] places booked customers by slot − credit while they come within the grace', () => {
    const lobby = openLobby();
    const slotAt = lobby.now;
    const at = (id: string, arrival: number): number => {
      lobby.do({ type: 'book', appointment: id, slotAt, needs: [{ service: 'cash' }] });
      lobby.now = arrival;
      lobby.issue(`t-${id}`, { appointment: id });
      return lobby.state.tickets.get(`t-${id}`)!.readyAt;
    };
    const early = at('early', slotAt + 0);
    const late = at('late', slotAt + 10 * minute);
    const tooLate = at('too-late', slotAt + 10 * minute + 1);
    expect([early, late, tooLate]).toEqual([slotAt - 10 * minute, slotAt - 10 * minute, slotAt + 10 * minute + 1]);
    expect(lobby.state.tickets.get('t-late')!.arrivedAt).toBe(slotAt + 10 * minute);
  });

  it('[T5] serves a line by readyAt, then by ticket sequence', () => {
    const lobby = openLobby();
    lobby.do({ type: 'book', appointment: 'b1', slotAt: lobby.now, needs: [{ service: 'cash' }] });
    lobby.issue('first');
    lobby.issue('second');
    lobby.issue('booked', { appointment: 'b1' });
    lobby.do({ type: 'open', station: 'C1' });
    const calls = ['booked', 'first', 'second'].map(() => {
      const [call] = lobby.do({ type: 'call-next', station: 'C1' });
      lobby.do({ type: 'no-show', station: 'C1' });
      return call?.type === 'called' ? call.data.ticket : null;
    });
    expect(calls).toEqual(['booked', 'first', 'second']);
  });

  it('[T6] can be given up until service begins, and gives its station back', () => {
    const lobby = openLobby();
    lobby.issue('a');
    lobby.do({ type: 'open', station: 'C1' });
    lobby.do({ type: 'call-next', station: 'C1' });
    expect(types(lobby.do({ type: 'abandon', ticket: 'a' }))).toEqual(['abandoned', 'station-ready']);
    expect(lobby.state.stations.get('C1')).toMatchObject({ status: 'ready', ticket: null });
    lobby.issue('b');
    lobby.do({ type: 'call-next', station: 'C1' });
    lobby.do({ type: 'start', station: 'C1' });
    expect(lobby.refused({ type: 'abandon', ticket: 'b' })).toBe('ticket-being-served');
    expect(lobby.refused({ type: 'void', ticket: 'gone', reason: 'duplicate' })).toBe('unknown-ticket');
  });

  it('[T7] refuses verbs that do not follow from the status', () => {
    const lobby = openLobby();
    lobby.issue('a');
    expect(lobby.refused({ type: 'start', station: 'C1' })).toBe('counter-closed');
    lobby.do({ type: 'open', station: 'C1' });
    expect(lobby.refused({ type: 'start', station: 'C1' })).toBe('counter-idle');
    lobby.do({ type: 'call-next', station: 'C1' });
    expect(lobby.refused({ type: 'finish', station: 'C1' })).toBe('ticket-not-serving');
    expect(lobby.refused({ type: 'call-next', station: 'C1' })).toBe('counter-busy');
    lobby.do({ type: 'start', station: 'C1' });
    expect(lobby.refused({ type: 'recall', station: 'C1' })).toBe('ticket-not-called');
    expect(lobby.refused({ type: 'no-show', station: 'C1' })).toBe('ticket-not-called');
    lobby.do({ type: 'finish', station: 'C1' });
    expect(lobby.refused({ type: 'call', station: 'C1', ticket: 'a' })).toBe('unknown-ticket');
  });

  it('[T8] serves needs one after another; a failed device sends the need to a counter; who leaves ends the visit', () => {
    const lobby = openLobby();
    lobby.issue('a', { needs: [{ service: 'card' }, { service: 'wealth' }, { service: 'cash' }] });
    lobby.do({ type: 'staff-join', person: 'g1' });
    lobby.do({ type: 'open', station: 'D1' });
    lobby.do({ type: 'route', ticket: 'a', to: { kind: 'device' } });
    lobby.do({ type: 'start', station: 'D1', ticket: 'a', assistedBy: 'g1' });
    expect(types(lobby.do({ type: 'finish', station: 'D1', outcome: 'device-failed' }))).toEqual([
      'device-use-ended',
      'need-routed',
      'station-ready',
    ]);
    expect(lobby.state.tickets.get('a')).toMatchObject({ current: 1, status: 'waiting', place: { kind: 'counter' } });
    expect(lobby.state.tickets.get('a')!.needs.map(({ service }) => service)).toEqual(['card', 'card', 'wealth', 'cash']);
    lobby.do({ type: 'open', station: 'C1', staff: ['t1'] });
    lobby.do({ type: 'call-next', station: 'C1' });
    lobby.do({ type: 'start', station: 'C1' });
    lobby.do({ type: 'finish', station: 'C1', outcome: 'documents-missing' });
    expect(lobby.state.tickets.get('a')).toMatchObject({ current: 2, place: { line: 'advice', kind: 'desk' } });
    lobby.do({ type: 'open', station: 'K1', staff: ['a1'] });
    lobby.do({ type: 'call-next', station: 'K1' });
    lobby.do({ type: 'start', station: 'K1' });
    lobby.do({ type: 'finish', station: 'K1', outcome: 'customer-left' });
    expect(lobby.state.tickets.has('a')).toBe(false);
    expect(lobby.state.tally).toMatchObject({ issued: 1, done: 1 });
  });

  it('[T9] transfers from service, from a call and from the line', () => {
    const lobby = openLobby();
    lobby.issue('a');
    const arrived = lobby.now;
    lobby.do({ type: 'open', station: 'C1' });
    lobby.do({ type: 'call-next', station: 'C1' });
    lobby.do({ type: 'start', station: 'C1' });
    lobby.now += minute;
    expect(types(lobby.do({ type: 'transfer', station: 'C1', service: 'wealth' }))).toEqual(['transferred', 'station-ready']);
    expect(lobby.state.tickets.get('a')).toMatchObject({
      number: 'A001',
      current: 1,
      status: 'waiting',
      readyAt: arrived,
      needSince: lobby.now,
    });
    expect(lobby.state.tickets.get('a')!.needs).toEqual([{ service: 'cash', outcome: 'referred' }, { service: 'wealth' }]);
    lobby.do({ type: 'transfer', ticket: 'a', service: 'cash' });
    expect(lobby.state.tickets.get('a')!.needs[1]).toEqual({ service: 'cash' });
    lobby.do({ type: 'transfer', ticket: 'a', line: 'device' });
    expect(lobby.state.tickets.get('a')!.place).toEqual({ line: 'device', zone: 'smart', kind: 'device', mode: 'device' });
    expect(lobby.refused({ type: 'transfer', ticket: 'a', line: 'advice' })).toBe('no-route');
    expect(lobby.refused({ type: 'transfer', ticket: 'a', line: 'nowhere' })).toBe('unknown-line');
    expect(lobby.refused({ type: 'transfer', station: 'C1', service: 'cash' })).toBe('counter-idle');
  });

  it('[T10] parks and calls back, also who did not show', () => {
    const lobby = openLobby();
    lobby.issue('a');
    lobby.do({ type: 'open', station: 'C1' });
    lobby.do({ type: 'call-next', station: 'C1' });
    lobby.do({ type: 'park', station: 'C1' });
    expect(lobby.state.tickets.get('a')).toMatchObject({ status: 'parked', station: null, staff: [] });
    expect(lobby.do({ type: 'call-next', station: 'C1' })).toEqual([]);
    lobby.do({ type: 'resume', station: 'C1', ticket: 'a' });
    lobby.do({ type: 'no-show', station: 'C1' });
    lobby.do({ type: 'resume', station: 'C1', ticket: 'a' });
    lobby.do({ type: 'start', station: 'C1' });
    lobby.do({ type: 'finish', station: 'C1' });
    expect(lobby.state.tally).toMatchObject({ issued: 1, done: 1, noShow: 0, parked: 0 });
  });

  it('[T11] does not call a remote ticket before its customer is there', () => {
    const lobby = openLobby();
    lobby.issue('far', { channel: 'remote' });
    lobby.do({ type: 'open', station: 'C1' });
    expect(lobby.do({ type: 'call-next', station: 'C1' })).toEqual([]);
    const placed = lobby.state.tickets.get('far')!.readyAt;
    lobby.now += 10 * minute;
    lobby.do({ type: 'arrive', ticket: 'far' });
    expect(lobby.state.tickets.get('far')).toMatchObject({ readyAt: placed, needSince: lobby.now });
    lobby.now += minute;
    expect(types(lobby.do({ type: 'call-next', station: 'C1' }))).toEqual(['called']);
    lobby.do({ type: 'start', station: 'C1' });
    expect(measure(lobby.journal).needs[0]!.startedAt! - measure(lobby.journal).needs[0]!.waitFrom).toBe(minute);
    expect(lobby.refused({ type: 'arrive', ticket: 'far' })).toBe('ticket-already-present');
  });
});
