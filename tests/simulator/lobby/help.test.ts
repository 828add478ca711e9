import { describe, expect, it } from 'vitest';
import { boardOf } from '../../../simulator/lobby/board/board-of.ts';
import { checkInvariants } from '../../../simulator/lobby/invariants.ts';
import { dayStart, openLobby, types } from '../../fixtures/lobby.ts';

const dayMs = 24 * 3_600_000;

describe('help', () => {
  it('[H1] a device stands on the list once until somebody answers; staff see it, the public does not', () => {
    const lobby = openLobby();
    const ask = (help: string, device = 'kiosk-1') => lobby.do({ type: 'request-help', help, device, zone: 'hall' });
    expect(types(ask('h1'))).toEqual(['help-requested']);
    const since = lobby.now;
    lobby.now += 5_000;
    expect(ask('h2')).toEqual([]);
    expect(types(ask('h3', 'kiosk-2'))).toEqual(['help-requested']);
    expect(boardOf(lobby.state, lobby.now, 'full').help).toEqual([
      { id: 'h1', device: 'kiosk-1', zone: 'hall', since },
      { id: 'h3', device: 'kiosk-2', zone: 'hall', since: since + 5_000 },
    ]);
    expect(boardOf(lobby.state, lobby.now, 'public')).not.toHaveProperty('help');
    lobby.do({ type: 'answer-help', help: 'h1' });
    expect([...lobby.state.help.keys()]).toEqual(['h3']);
    expect(lobby.refused({ type: 'answer-help', help: 'h1' })).toBe('unknown-help');
    expect(types(ask('h4'))).toEqual(['help-requested']);
    expect(lobby.refused({ type: 'request-help', help: 'h5', device: 'kiosk-9', zone: 'moon' })).toBe('unknown-zone');
    expect(checkInvariants(lobby.journal)).toEqual([]);
  });

  it('[H2] a new business day begins with nobody asking', () => {
    const lobby = openLobby();
    lobby.do({ type: 'request-help', help: 'h1', device: 'kiosk-1' });
    lobby.do({ type: 'close-day' });
    lobby.now = dayStart + dayMs;
    lobby.do({ type: 'open-day', date: '2026-03-03', startsAt: lobby.now, endsAt: lobby.now + dayMs, hours: [] });
    expect(lobby.state.help.size).toBe(0);
  });
});
