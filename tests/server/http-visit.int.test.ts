import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Floor, openFloor } from './lobby-floor.ts';
import type { Lobby } from './running-service.ts';

let lobby: Lobby;
let manager: string;
let at: Floor['at'];
let issue: Floor['issue'];
beforeAll(async () => {
  ({ lobby, manager, at, issue } = await openFloor());
});
afterAll(() => lobby.close());

describe('a visit over HTTP', () => {
  it('is issued, called, served and done', async () => {
    const ticket = await issue({ service: 'cash', traits: ['senior'], language: 'en' });
    expect(ticket).toMatchObject({
      status: 'waiting',
      service: 'cash',
      segment: 'normal',
      traits: ['senior'],
      channel: 'kiosk',
      ahead: 0,
    });
    expect(Buffer.from(ticket.id, 'base64url').length).toBeGreaterThanOrEqual(16);
    expect((await at('C1', 'open')).body).toEqual({ ticket: null });
    expect((await at('C1', 'call-next')).body.ticket).toMatchObject({ id: ticket.id, status: 'called', counter: 'C1' });
    expect((await at('C1', 'recall')).body.ticket.id).toBe(ticket.id);
    expect((await at('C1', 'start')).body.ticket.status).toBe('serving');
    expect((await at('C1', 'finish')).body.ticket).toMatchObject({ id: ticket.id, status: 'done', counter: null });
    expect((await at('C1', 'call-next')).body).toEqual({ ticket: null });
    expect((await lobby.send('GET', `/api/tickets/${ticket.id}`, { key: null })).body.ticket.status).toBe('done');
    expect((await at('C1', 'undo')).body.ticket).toMatchObject({ id: ticket.id, status: 'serving' });
    expect((await at('C1', 'finish', { outcome: 'documents-missing' })).body.ticket.status).toBe('done');
    expect((await at('C1', 'close')).body).toEqual({ ticket: null });
  });

  it('can be parked, resumed, missed, transferred, abandoned and taken back', async () => {
    await at('C2', 'open');
    const one = await issue();
    await at('C2', 'call-next');
    expect((await at('C2', 'park')).body.ticket).toMatchObject({ id: one.id, status: 'parked' });
    expect((await at('C2', 'resume', { ticket: one.id })).body.ticket).toMatchObject({ id: one.id, status: 'called' });
    expect((await at('C2', 'no-show')).body.ticket.status).toBe('no-show');
    const two = await issue({ needs: [{ service: 'cash' }, { service: 'card' }] });
    expect(two.services).toEqual(['cash', 'card']);
    await at('C2', 'call', { ticket: two.id });
    await at('C2', 'start');
    expect((await at('C2', 'finish')).body.ticket).toMatchObject({ id: two.id, status: 'waiting', service: 'card' });
    await at('C2', 'call-next');
    expect((await at('C2', 'transfer', { service: 'transfer' })).body.ticket).toMatchObject({
      id: two.id,
      status: 'waiting',
      service: 'transfer',
    });
    expect((await lobby.post(`/tickets/${two.id}/transfer`, { service: 'cash' }, manager)).body.ticket.service).toBe('cash');
    expect(
      (await lobby.post(`/tickets/${two.id}/route`, { to: { line: 'general' }, reason: 'greeter-choice' }, manager)).status,
    ).toBe(200);
    expect((await lobby.post(`/tickets/${two.id}/void`, { reason: 'issued-by-mistake' }, manager)).body.ticket.status).toBe('void');
    const three = await issue();
    // A phone knows nothing but its ticket.
    expect((await lobby.post(`/tickets/${three.id}/abandon`, {}, three.id)).body.ticket.status).toBe('abandoned');
    await at('C2', 'pause', { reason: 'break' });
    expect((await at('C2', 'call-next')).body).toMatchObject({ code: 'counter-paused' });
    await at('C2', 'unpause');
    await at('C2', 'close');
  });

  it('goes to a device, with a greeter beside it', async () => {
    expect((await lobby.post('/staff/G01/join', {}, manager)).body.person).toEqual({ id: 'G01', present: true, onBreak: false });
    const { id } = await issue({ service: 'card' });
    expect((await lobby.post(`/tickets/${id}/route`, { to: { kind: 'device' } }, manager)).body.ticket).toMatchObject({
      kind: 'device',
    });
    const greeter = await lobby.token('greeter', { person: 'G01' });
    const started = await lobby.post('/counters/D1/start', { ticket: id, assistedBy: 'G01' }, greeter);
    expect(started.body.ticket).toMatchObject({ status: 'serving', counter: 'D1' });
    expect((await lobby.post('/counters/D1/finish', { outcome: 'device-failed' }, greeter)).body.ticket.status).toBe('waiting');
    await lobby.post(`/tickets/${id}/abandon`, {}, manager);
  });
});
