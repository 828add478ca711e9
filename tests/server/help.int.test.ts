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
  expect(await lobby.post(`/help/${help.id}/answer`, {}, greeter)).toMatchObject({ status: 409, body: { code: 'unknown-help' } });
  expect((await lobby.get('/board', greeter)).body.help).toEqual([]);
  expect(await lobby.post('/help', { zone: 'moon' }, kiosk)).toMatchObject({ status: 409, body: { code: 'unknown-zone' } });
});

it('a kiosk takes back only the twin of a ticket it gave offline', async () => {
  const { id } = (await lobby.post('/tickets', { service: 'cash' }, kiosk)).body.ticket;
  expect((await lobby.post(`/tickets/${id}/void`, { reason: 'customer-request' }, kiosk)).status).toBe(403);
  expect(await lobby.post(`/tickets/${id}/void`, { reason: 'duplicate' }, kiosk)).toMatchObject({
    status: 200,
    body: { ticket: { status: 'void' } },
  });
});
