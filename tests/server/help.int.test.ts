import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Lobby, openLobby } from './running-service.ts';

let lobby: Lobby;
let kiosk: string;
let greeter: string;
beforeAll(async () => {
  lobby = await openLobby();
  kiosk = await lobby.token('kiosk');
  greeter = await lobby.token('greeter', { person: 'g1' });
});
afterAll(() => lobby.close());

it('a kiosk asks for help once, a greeter sees it and answers it once', async () => {
  const asked = await lobby.post('/help', { zone: 'counters' }, kiosk);
  expect(asked).toMatchObject({ status: 201, body: { help: { zone: 'counters' } } });
  const { help } = asked.body;
  expect((await lobby.post('/help', {}, kiosk)).body.help).toEqual(help);
  expect((await lobby.get('/board', greeter)).body.help).toEqual([help]);
  expect((await lobby.get('/board', kiosk)).body).not.toHaveProperty('help');
  expect(await lobby.post(`/help/${help.id}/answer`, {}, greeter)).toMatchObject({ status: 200, body: { help } });
  expect(await lobby.post(`/help/${help.id}/answer`, {}, greeter)).toMatchObject({ status: 404, body: { code: 'unknown-help' } });
  expect(await lobby.post('/help/nosuch/answer', {}, greeter)).toMatchObject({ status: 404, body: { code: 'unknown-help' } });
  expect((await lobby.get('/board', greeter)).body.help).toEqual([]);
  expect(await lobby.post('/help', { zone: 'moon' }, kiosk)).toMatchObject({
    status: 400,
    body: { code: 'unknown-zone', error: { problems: [{ path: 'zone' }] } },
  });
});

it('a kiosk takes back only the twin of a ticket it gave offline', async () => {
  const { id } = (await lobby.post('/tickets', { service: 'cash' }, kiosk)).body.ticket;
  expect((await lobby.post(`/tickets/${id}/void`, { reason: 'customer-request' }, kiosk)).status).toBe(403);
  expect(await lobby.post(`/tickets/${id}/void`, { reason: 'duplicate' }, kiosk)).toMatchObject({
    status: 200,
    body: { ticket: { status: 'void' } },
  });
});

it('[R3] what one greeter has seen to stands on the board of every other, with who and when', async () => {
  const { id } = (await lobby.post('/tickets', { service: 'cash' }, kiosk)).body.ticket;
  const seen = async () =>
    (await lobby.get('/board', await lobby.token('greeter'))).body.tickets.find((ticket: { id: string }) => ticket.id === id);
  expect(await seen()).toMatchObject({ greeted: false, greetedAt: null, greetedBy: null });
  expect(await lobby.post(`/tickets/${id}/greet`, {}, greeter)).toMatchObject({ status: 400 });
  expect(await lobby.post(`/tickets/${id}/greet`, { greeter: 'G01' }, kiosk)).toMatchObject({ status: 403 });
  expect(await lobby.post(`/tickets/${id}/greet`, { greeter: 'G99' }, greeter)).toMatchObject({
    status: 400,
    body: { error: { code: 'unknown-person' } },
  });
  const before = Date.now();
  expect(await lobby.post(`/tickets/${id}/greet`, { greeter: 'G01' }, greeter)).toMatchObject({ status: 200 });
  const after = await seen();
  expect(after).toMatchObject({ greeted: true, greetedBy: 'G01' });
  expect(after.greetedAt).toBeGreaterThanOrEqual(before);
});
