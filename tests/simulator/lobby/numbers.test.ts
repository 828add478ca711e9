import { describe, expect, it } from 'vitest';
import { numberText } from '../../../simulator/lobby/decide/number.ts';
import { dayStart, openLobby, type TestLobby } from '../../fixtures/lobby.ts';

const numbers = (lobby: TestLobby): string[] =>
  lobby.journal.flatMap((event) => (event.type === 'ticket-issued' ? [event.data.number] : []));

describe('numbers', () => {
  it('[N1] runs per series from 1 and steps over leased blocks', () => {
    const lobby = openLobby();
    lobby.do({ type: 'lease-block', block: 'k1', series: 'A', holder: 'kiosk-1' });
    for (let n = 0; n < 7; n += 1) lobby.issue(`a${n}`);
    lobby.issue('l', { needs: [{ service: 'wealth' }] });
    lobby.issue('v', { segment: 'vip' });
    expect(numbers(lobby)).toEqual(['A001', 'A002', 'A003', 'A004', 'A005', 'A009', 'A010', 'L001', 'V001']);
  });

  it('[N2] writes leading zeros, and large numbers in full', () => {
    expect([numberText(3, 'A', 7), numberText(3, 'A', 1234)]).toEqual(['A007', 'A1234']);
  });

  it('[N3] leases above every number given and every block', () => {
    const lobby = openLobby();
    const leased = (block: string) => lobby.do({ type: 'lease-block', block, series: 'A', holder: 'kiosk' })[0];
    expect(leased('k1')).toMatchObject({ data: { from: 6, to: 8 } });
    expect(leased('k2')).toMatchObject({ data: { from: 9, to: 11 } });
    for (let n = 0; n < 7; n += 1) lobby.issue(`a${n}`);
    expect(leased('k3')).toMatchObject({ data: { from: 14, to: 16 } });
    expect(lobby.refused({ type: 'lease-block', block: 'k4', series: 'Z', holder: 'kiosk' })).toBe('unknown-series');
    expect(lobby.refused({ type: 'lease-block', block: 'k3', series: 'A', holder: 'kiosk' })).toBe('block-exists');
  });

  it('[N4] accepts offline numbers in order, keeps the true arrival, and loses none', () => {
    const lobby = openLobby();
    lobby.do({ type: 'lease-block', block: 'k1', series: 'A', holder: 'kiosk-1' });
    const at = lobby.now;
    lobby.now += 60_000;
    expect(
      lobby.refused({
        type: 'issue',
        ticket: 'x',
        needs: [{ service: 'cash' }],
        offline: { block: 'k1', ordinal: 7, occurredAt: at },
      }),
    ).toBe('number-out-of-order');
    lobby.issue('a', { offline: { block: 'k1', ordinal: 6, occurredAt: at } });
    expect(lobby.state.tickets.get('a')).toMatchObject({ number: 'A006', arrivedAt: at, readyAt: at });
    lobby.issue('fast-clock', { offline: { block: 'k1', ordinal: 7, occurredAt: lobby.now + 3_600_000 } });
    expect(lobby.state.tickets.get('fast-clock')!.arrivedAt).toBe(lobby.now);
    lobby.do({ type: 'close-day' });
    const next = dayStart + 24 * 3_600_000;
    lobby.now = next;
    lobby.do({
      type: 'open-day',
      date: '2026-03-03',
      startsAt: next,
      endsAt: next + 24 * 3_600_000,
      hours: [{ from: next, to: next + 1 }],
    });
    const late = lobby.issue('late', { offline: { block: 'k1', ordinal: 8, occurredAt: at } });
    expect(late.map(({ type, data }) => [type, (data as { date?: string }).date])).toEqual([
      ['ticket-issued', '2026-03-02'],
      ['voided', undefined],
    ]);
    lobby.do({ type: 'return-block', block: 'k1' });
    expect(
      lobby.refused({
        type: 'issue',
        ticket: 'z',
        needs: [{ service: 'cash' }],
        offline: { block: 'k1', ordinal: 9, occurredAt: at },
      }),
    ).toBe('block-returned');
  });
});
