import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Lobby, openLobby } from './running-service.ts';

let lobby: Lobby;
let greeter: string;
beforeAll(async () => {
  lobby = await openLobby();
  greeter = await lobby.token('greeter');
});
afterAll(() => lobby.close());

it('says where a waiting ticket can be sent, and follows the ticket', async () => {
  const { body } = await lobby.post('/tickets', { service: 'cash' }, greeter);
  const path = `/tickets/${body.ticket.id}/places`;
  const { status, body: answer } = await lobby.get(path, greeter);
  expect(status).toBe(200);
  expect(answer.places.map(({ line }: { line: string }) => line)).toEqual(['vip', 'gold', 'general']);
  expect(answer.places.find(({ current }: { current: boolean }) => current)).toMatchObject({ line: 'general', advised: true });
  await lobby.post(`/tickets/${body.ticket.id}/route`, { to: { line: 'gold' } }, greeter);
  expect((await lobby.get(path, greeter)).body.places.find(({ current }: { current: boolean }) => current).line).toBe('gold');
  await lobby.post(`/tickets/${body.ticket.id}/abandon`, {}, greeter);
  expect((await lobby.get(path, greeter)).status).toBe(404);
});

it('a ticket that was called is not to be sent anywhere', async () => {
  const manager = await lobby.token('manager');
  const { body } = await lobby.post('/tickets', { service: 'cash' }, greeter);
  await lobby.post('/counters/C1/open', {}, manager);
  await lobby.post('/counters/C1/call', { ticket: body.ticket.id }, manager);
  const answer = await lobby.get(`/tickets/${body.ticket.id}/places`, greeter);
  expect([answer.status, answer.body.error.code]).toEqual([409, 'ticket-not-waiting']);
});
