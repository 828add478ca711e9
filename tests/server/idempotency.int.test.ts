import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lobby, openLobby } from './running-service.ts';

let lobby: Lobby;
let kiosk: string;
let manager: string;
beforeAll(async () => {
  lobby = await openLobby();
  kiosk = await lobby.token('kiosk');
  manager = await lobby.token('manager');
});
afterAll(() => lobby.close());

const count = async () =>
  (await lobby.get('/events', manager)).body.events.filter(({ type }: { type: string }) => type === 'ticket-issued').length;

describe('the same key', () => {
  it('and body get the same answer, however the body is written, once only', async () => {
    const before = await count();
    const first = await lobby.post('/tickets', { service: 'cash', language: 'en' }, kiosk, 'k1');
    const again = await lobby.send('POST', '/api/branches/demo/tickets', {
      token: kiosk,
      key: 'k1',
      raw: ' {"language":"en",\n"service":"cash"}',
    });
    expect(first.status).toBe(201);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect(await count()).toBe(before + 1);
  });

  it('and another body are refused with 422', async () => {
    await lobby.post('/tickets', { service: 'cash' }, kiosk, 'k2');
    const other = await lobby.post('/tickets', { service: 'card' }, kiosk, 'k2');
    expect([other.status, other.body.code]).toEqual([422, 'key-reused']);
    const otherPlace = await lobby.post('/number-blocks', { series: 'A' }, kiosk, 'k2');
    expect(otherPlace.status).toBe(422);
  });

  it('is another key when somebody else sends it', async () => {
    const another = await lobby.token('kiosk');
    const one = await lobby.post('/tickets', { service: 'cash' }, kiosk, 'k3');
    const two = await lobby.post('/tickets', { service: 'cash' }, another, 'k3');
    expect(two.body.ticket.id).not.toBe(one.body.ticket.id);
  });

  it('sent ten times at once makes one ticket; the others hear the same or that it is under way', async () => {
    for (let round = 0; round < 10; round += 1) {
      const before = await count();
      const replies = await Promise.all(
        Array.from({ length: 10 }, () => lobby.post('/tickets', { service: 'cash' }, kiosk, `p${round}`)),
      );
      expect(await count()).toBe(before + 1);
      const made = replies.filter(({ status }) => status === 201);
      expect(made.length).toBeGreaterThan(0);
      expect(new Set(made.map(({ body }) => body.ticket.id)).size).toBe(1);
      for (const { status, body } of replies)
        expect(status === 201 || (status === 409 && body.code === 'key-in-flight')).toBe(true);
    }
  });

  it('gets the same refusal, even when it would no longer be refused', async () => {
    const refused = await lobby.post('/counters/C1/call-next', {}, manager, 'r1');
    expect(refused.status).toBe(409);
    await lobby.post('/counters/C1/open', {}, manager);
    const again = await lobby.post('/counters/C1/call-next', {}, manager, 'r1');
    expect([again.status, again.body]).toEqual([409, refused.body]);
    expect((await lobby.post('/counters/C1/call-next', {}, manager, 'r2')).body.ticket).not.toBeNull();
    await lobby.post('/counters/C1/no-show', {}, manager);
  });

  it('may be used again after bad input: nothing was done', async () => {
    expect((await lobby.post('/tickets', { service: 'nope' }, kiosk, 'b1')).status).toBe(400);
    expect((await lobby.post('/tickets', { service: 'cash' }, kiosk, 'b1')).status).toBe(201);
  });

  it('gets the same answer across a restart, calls and empty answers too', async () => {
    const called = await lobby.post('/counters/C1/call-next', {}, manager, 's1');
    const issued = await lobby.post('/tickets', { service: 'cash' }, kiosk, 's2');
    await lobby.restart();
    expect((await lobby.post('/counters/C1/call-next', {}, manager, 's1')).body).toEqual(called.body);
    expect((await lobby.post('/tickets', { service: 'cash' }, kiosk, 's2')).body).toEqual(issued.body);
    expect((await lobby.post('/tickets', { service: 'card' }, kiosk, 's2')).status).toBe(422);
  });

  it('is the cause of what it did', async () => {
    await lobby.post('/tickets', { service: 'cash' }, kiosk, 'cause-1');
    const events = (await lobby.get('/events', manager)).body.events.filter(({ cause }: { cause?: string }) => cause === 'cause-1');
    expect(events.map(({ type }: { type: string }) => type)).toEqual(['ticket-issued', 'need-routed']);
    expect(events[0].by.kind).toBe('kiosk');
  });
});
