import { describe, expect, it } from 'vitest';
import { estimateWait } from '../../../simulator/lobby/estimate.ts';
import { smallBranch } from '../../fixtures/branch.ts';
import { dayStart, openLobby, types } from '../../fixtures/lobby.ts';

const minute = 60_000;

describe('stations and people', () => {
  it('[S1] opens, pauses and closes; a person works one station', () => {
    const lobby = openLobby();
    expect(types(lobby.do({ type: 'open', station: 'C1', staff: ['t1'] }))).toEqual(['staff-joined', 'station-opened']);
    expect(lobby.refused({ type: 'open', station: 'C1' })).toBe('counter-already-open');
    expect(lobby.refused({ type: 'open', station: 'C2', staff: ['t1'] })).toBe('person-elsewhere');
    expect(lobby.refused({ type: 'open', station: 'C2', staff: ['t9'] })).toBe('unknown-person');
    expect(lobby.refused({ type: 'open', station: 'C9' })).toBe('unknown-station');
    lobby.do({ type: 'pause', station: 'C1', reason: 'cash' });
    expect(lobby.refused({ type: 'call-next', station: 'C1' })).toBe('counter-paused');
    expect(lobby.refused({ type: 'pause', station: 'C1', reason: 'cash' })).toBe('counter-paused');
    lobby.do({ type: 'unpause', station: 'C1' });
    expect(lobby.refused({ type: 'unpause', station: 'C1' })).toBe('counter-not-paused');
    lobby.do({ type: 'close', station: 'C1' });
    expect(lobby.refused({ type: 'close', station: 'C1' })).toBe('counter-closed');
  });

  it('[S2] is busy from the call on: neither paused nor closed', () => {
    const lobby = openLobby();
    lobby.issue('a');
    lobby.do({ type: 'open', station: 'C1' });
    lobby.do({ type: 'call-next', station: 'C1' });
    expect(lobby.refused({ type: 'close', station: 'C1' })).toBe('counter-busy');
    expect(lobby.refused({ type: 'pause', station: 'C1', reason: 'other' })).toBe('counter-busy');
    expect(lobby.refused({ type: 'ready', station: 'C1' })).toBe('counter-busy');
  });

  it('[S3] finish is not ready where the teller says ready; [S4] who calls is ready', () => {
    const lobby = openLobby();
    lobby.issue('a');
    lobby.issue('b');
    lobby.do({ type: 'open', station: 'C3' });
    lobby.do({ type: 'call-next', station: 'C3' });
    lobby.do({ type: 'start', station: 'C3' });
    expect(types(lobby.do({ type: 'finish', station: 'C3' }))).toEqual(['service-finished']);
    expect(lobby.state.stations.get('C3')!.status).toBe('wrap-up');
    expect(types(lobby.do({ type: 'ready', station: 'C3' }))).toEqual(['station-ready']);
    expect(lobby.do({ type: 'ready', station: 'C3' })).toEqual([]);
    lobby.do({ type: 'call-next', station: 'C3' });
    lobby.do({ type: 'start', station: 'C3' });
    lobby.do({ type: 'finish', station: 'C3' });
    lobby.issue('c');
    expect(types(lobby.do({ type: 'call-next', station: 'C3' }))).toEqual(['station-ready', 'called']);
  });

  it('[V1] serves at devices: called or walking up, assisted within capacity', () => {
    const lobby = openLobby();
    for (const id of ['a', 'b', 'c']) {
      lobby.issue(id, { needs: [{ service: 'card' }] });
      lobby.do({ type: 'route', ticket: id, to: { kind: 'device' } });
    }
    lobby.do({ type: 'open', station: 'D1' });
    lobby.do({ type: 'open', station: 'D2' });
    expect(lobby.do({ type: 'call-next', station: 'D1' })).toEqual([]);
    expect(lobby.refused({ type: 'start', station: 'D1', ticket: 'a' })).toBe('team-not-ready');
    lobby.do({ type: 'staff-join', person: 'g1' });
    lobby.do({ type: 'call-next', station: 'D1' });
    lobby.do({ type: 'start', station: 'D1' });
    expect(lobby.state.tickets.get('a')).toMatchObject({ status: 'serving', assistedBy: 'g1', staff: [] });
    expect(lobby.refused({ type: 'start', station: 'D2', ticket: 'b', assistedBy: 'g1' })).toBe('team-not-ready');
    lobby.do({ type: 'finish', station: 'D1' });
    expect(types(lobby.do({ type: 'start', station: 'D2', ticket: 'b', assistedBy: 'g1' }))).toEqual(['device-use-started']);
  });

  it('[P1] does not count one person twice; [P2] finishes the customer before a break or going home', () => {
    const lobby = openLobby();
    lobby.issue('a');
    lobby.do({ type: 'open', station: 'C1', staff: ['t1'] });
    lobby.do({ type: 'call-next', station: 'C1' });
    expect(lobby.refused({ type: 'break-start', person: 't1' })).toBe('person-busy');
    expect(lobby.refused({ type: 'staff-leave', person: 't1' })).toBe('person-busy');
    lobby.do({ type: 'start', station: 'C1' });
    lobby.do({ type: 'finish', station: 'C1' });
    expect(types(lobby.do({ type: 'break-start', person: 't1' }))).toEqual(['staff-break-started', 'station-paused']);
    expect(lobby.refused({ type: 'unpause', station: 'C1' })).toBe('person-on-break');
    expect(lobby.refused({ type: 'break-start', person: 't1' })).toBe('person-on-break');
    expect(types(lobby.do({ type: 'break-end', person: 't1' }))).toEqual(['staff-break-ended', 'station-ready']);
    expect(types(lobby.do({ type: 'staff-leave', person: 't1' }))).toEqual(['station-closed', 'staff-left']);
    expect(lobby.refused({ type: 'break-end', person: 't1' })).toBe('person-not-present');
  });

  it('[P3] lets the declared team join, and no more', () => {
    const branch = structuredClone(smallBranch);
    branch.services[3]!.modes[0]!.team[1]!.joins = 'later';
    const lobby = openLobby(branch);
    lobby.issue('c', { needs: [{ service: 'corporate' }] });
    lobby.do({ type: 'open', station: 'C1', staff: ['t1'] });
    lobby.do({ type: 'call-next', station: 'C1' });
    lobby.do({ type: 'start', station: 'C1' });
    expect(lobby.refused({ type: 'join-team', station: 'C1', person: 'a1' })).toBe('person-not-present');
    lobby.do({ type: 'staff-join', person: 'a1' });
    lobby.do({ type: 'staff-join', person: 't2' });
    expect(lobby.refused({ type: 'join-team', station: 'C1', person: 't2' })).toBe('team-complete');
    lobby.do({ type: 'join-team', station: 'C1', person: 'a1' });
    expect(lobby.state.tickets.get('c')!.staff).toEqual(['t1', 'a1']);
    expect(lobby.refused({ type: 'leave-team', station: 'C1', person: 't1' })).toBe('person-elsewhere');
    lobby.do({ type: 'leave-team', station: 'C1', person: 'a1' });
    expect(lobby.state.tickets.get('c')!.staff).toEqual(['t1']);
  });

  it('[D1] keeps what the lobby needs when configured anew', () => {
    const lobby = openLobby();
    lobby.issue('a', { needs: [{ service: 'wealth' }] });
    lobby.do({ type: 'open', station: 'C1', staff: ['t1'] });
    const without = (change: (branch: typeof smallBranch) => void) => {
      const config = structuredClone(smallBranch);
      change(config);
      return { type: 'configure', config } as const;
    };
    expect(
      lobby.refused(
        without((b) => {
          b.services.splice(2, 1);
          b.lines[2]!.services = ['cash'];
        }),
      ),
    ).toBe('config-invalid');
    expect(
      lobby.refused(
        without((b) => {
          b.stations.shift();
        }),
      ),
    ).toBe('config-invalid');
    expect(
      lobby.refused(
        without((b) => {
          b.staff.shift();
        }),
      ),
    ).toBe('config-invalid');
    expect(
      lobby.refused(
        without((b) => {
          b.rules.calling = { id: 'ratio', options: { weights: { nowhere: 1 } } };
        }),
      ),
    ).toBe('config-invalid');
    lobby.do(
      without((b) => {
        b.stations.pop();
      }),
    );
    expect(lobby.state.config!.version).toBe(2);
    expect(lobby.state.stations.get('C1')!.status).toBe('ready');
  });

  it('[D2] adopts a plan with its rules', () => {
    const lobby = openLobby();
    lobby.do({
      type: 'adopt-plan',
      plan: {
        v: 1,
        id: 'p1',
        roster: [],
        calling: { id: 'fcfs', options: {} },
        greeting: { id: 'by-load', options: {} },
        elastic: [],
      },
    });
    expect(lobby.state).toMatchObject({ planId: 'p1', config: { greeting: { id: 'by-load' }, elastic: [] } });
    expect(lobby.refused({ type: 'adopt-plan', plan: { v: 1, id: 'p2', roster: [], calling: { id: 'dice', options: {} } } })).toBe(
      'config-invalid',
    );
  });

  it('[D3] starts numbers and counts anew and carries who is in service; [D4] voids who is not; [D5] opens each day once', () => {
    const lobby = openLobby();
    lobby.do({ type: 'open', station: 'C1' });
    lobby.do({ type: 'open', station: 'C2' });
    for (const id of ['a', 'b', 'c', 'd']) lobby.issue(id);
    lobby.do({ type: 'call-next', station: 'C1' });
    lobby.do({ type: 'start', station: 'C1' });
    lobby.do({ type: 'call-next', station: 'C2' });
    const closing = lobby.do({ type: 'close-day' });
    expect(types(closing)).toEqual(['voided', 'station-ready', 'voided', 'voided', 'day-closed']);
    expect(lobby.refused({ type: 'close-day' })).toBe('day-not-open');
    const next = dayStart + 24 * 60 * minute;
    lobby.now = next;
    const day = {
      type: 'open-day',
      date: '2026-03-03',
      startsAt: next,
      endsAt: next + 1000,
      hours: [{ from: next, to: next + 1000 }],
    } as const;
    expect(lobby.refused({ ...day, date: '2026-03-02' })).toBe('day-over');
    lobby.do(day);
    expect(lobby.refused(day)).toBe('day-already-open');
    expect(lobby.state.tally).toMatchObject({ issued: 1, serving: 1 });
    lobby.issue('e');
    expect(lobby.state.tickets.get('e')!.number).toBe('A001');
    lobby.do({ type: 'finish', station: 'C1' });
    expect(lobby.state.tally).toMatchObject({ issued: 2, serving: 0, done: 1, waiting: 1 });
  });

  it('[A1] books, changes, cancels, checks in and misses appointments', () => {
    const lobby = openLobby();
    const booking = { slotAt: lobby.now, needs: [{ service: 'wealth' }] };
    lobby.do({ type: 'book', appointment: 'b1', ...booking });
    expect(lobby.refused({ type: 'book', appointment: 'b1', ...booking })).toBe('appointment-exists');
    expect(lobby.refused({ type: 'book', appointment: 'b2', slotAt: 1, needs: [{ service: 'x' }] })).toBe('unknown-service');
    lobby.do({
      type: 'change-appointment',
      appointment: 'b1',
      slotAt: lobby.now + minute,
      needs: [{ service: 'cash' }],
      prepared: true,
    });
    lobby.issue('a', { appointment: 'b1' });
    expect(lobby.state.tickets.get('a')).toMatchObject({ prepared: true, appointment: { id: 'b1', slotAt: lobby.now + minute } });
    expect(lobby.refused({ type: 'cancel-appointment', appointment: 'b1' })).toBe('appointment-not-open');
    expect(lobby.refused({ type: 'issue', ticket: 'z', needs: [{ service: 'cash' }], appointment: 'b1' })).toBe(
      'appointment-not-open',
    );
    lobby.do({ type: 'book', appointment: 'b3', ...booking });
    lobby.do({ type: 'cancel-appointment', appointment: 'b3' });
    lobby.do({ type: 'book', appointment: 'b4', ...booking });
    lobby.do({ type: 'miss-appointment', appointment: 'b4' });
    expect([...lobby.state.appointments.values()].map(({ status }) => status)).toEqual(['checked-in', 'cancelled', 'missed']);
  });

  it('[E1] answers a proposal once', () => {
    const lobby = openLobby();
    const propose = { type: 'propose-elastic', proposal: 'p1', rule: 'flex-3', action: 'open', waiting: 5 } as const;
    lobby.do(propose);
    expect(lobby.refused(propose)).toBe('proposal-exists');
    expect(lobby.refused({ ...propose, proposal: 'p2', rule: 'none' })).toBe('unknown-rule');
    expect(types(lobby.do({ type: 'answer-elastic', proposal: 'p1', answer: 'accepted' }))).toEqual(['elastic-accepted']);
    expect(lobby.refused({ type: 'answer-elastic', proposal: 'p1', answer: 'declined' })).toBe('unknown-proposal');
  });

  it('[Q1] promises a band that grows with the queue, and nothing while nobody works there', () => {
    const lobby = openLobby();
    const quoteFor = () => estimateWait(lobby.state, { line: 'normal' }, 'cash', lobby.now);
    lobby.issue('x');
    expect(lobby.state.tickets.get('x')!.quote).toBeNull();
    lobby.do({ type: 'open', station: 'C1' });
    lobby.do({ type: 'call-next', station: 'C1' });
    // One customer at the only counter: Exp(4 min), whose 10 % and 90 % points are 0.42 and 9.21 min.
    expect(quoteFor()!.lowMs / minute).toBeCloseTo(0.42, 0);
    expect(quoteFor()!.highMs / minute).toBeCloseTo(9.21, 0);
    const alone = quoteFor()!;
    for (const id of ['a', 'b', 'c']) lobby.issue(id);
    const behind = quoteFor()!;
    expect(behind.lowMs).toBeGreaterThan(alone.lowMs);
    expect(behind.highMs).toBeGreaterThan(alone.highMs);
    lobby.do({ type: 'open', station: 'C2' });
    expect(quoteFor()!.highMs).toBeLessThan(behind.highMs);
  });
});
