import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roleTable } from '../../server/auth/role-table.ts';
import { tokenRoles } from '../../server/auth/roles.ts';
import { routes } from '../../server/http/routes/table.ts';
import { type Lobby, openLobby } from './running-service.ts';

/** Who may do what, as the design says it, written down a second time: by role, over "METHOD path". */
const issue = /^post \/tickets$/;
const ticketVerbs = /^(post \/tickets\/:id\/(route|greet|transfer|abandon|void|arrive)|get \/tickets\/:id(\/places)?)$/;
const counters = /^post \/counters\//;
const devices = /^post \/counters\/:counter\/(start|finish)$/;
const own = /^post \/staff\//;
const blocks = /^post \/number-blocks/;
const help = /^post \/help/;
const printer = /^get \/printer$/;
const bookings = /^(post|put) \/appointments/;
const board = /^get \/board$/;
const journal = /^get \/(events|tickets\/:id\/explain)/;
const exports = /^get \/(export|config)/;
const rules = /^(put \/(strategy|rules|plan)|post \/proposals)/;
const contacts = /^delete \/contacts/;
const may: Readonly<Record<string, readonly RegExp[]>> = {
  kiosk: [issue, board, blocks, /^post \/tickets\/:id\/void$/, /^post \/help$/, printer],
  display: [board],
  ticket: [/^post \/tickets\/:id\/abandon$/],
  teller: [counters, own, board, journal],
  advisor: [counters, own, board, journal],
  greeter: [issue, help, ticketVerbs, devices, own, bookings, board, journal, contacts],
  manager: [issue, help, printer, ticketVerbs, counters, own, blocks, bookings, board, journal, exports, rules, contacts],
  planner: [board, journal, exports],
  admin: [/./],
};

let lobby: Lobby;
const secrets: Record<string, string> = {};
let north: string;
beforeAll(async () => {
  lobby = await openLobby();
  for (const role of tokenRoles) secrets[role] = await lobby.token(role);
  const { body } = await lobby.post('/tickets', { service: 'cash' }, secrets.kiosk!);
  secrets.ticket = body.ticket.id;
  const admin = await lobby.token('admin', { branch: '*' });
  const { config } = (await lobby.get('/config', admin)).body;
  await lobby.send('PUT', '/api/branches/north/config', { token: admin, body: { ...config, id: 'north' } });
  north = await lobby.token('admin', { branch: 'north' });
});
afterAll(() => lobby.close());

const call = (route: (typeof routes)[number], branch: string, token?: string) =>
  lobby.send(route.method.toUpperCase(), `/api/branches/${branch}${route.path.replaceAll(/:\w+/g, 'x')}`, {
    ...(token === undefined ? {} : { token }),
    // An empty body is bad input or names nothing for most: what is asked here is whether the door opens at all.
    ...(route.method === 'get' ? {} : { body: {} }),
  });

describe('who may do what', () => {
  it('every route has its roles, and every entry its route', () => {
    expect(routes.map(({ id }) => id).sort()).toEqual(Object.keys(roleTable).sort());
  });

  it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', async (name, route) => {
    expect((await call(route, 'demo')).status, 'without a token').toBe(401);
    expect((await call(route, 'demo', 'tt_unknown')).status, 'with an unknown token').toBe(401);
    for (const [role, allowed] of Object.entries(may)) {
      const { status, body } = await call(route, 'demo', secrets[role]);
      const refused = status === 403 && body.code === 'role-may-not';
      expect(refused, `${role} at its own branch: ${status}`).toBe(!allowed.some((pattern) => pattern.test(name)));
      expect(status, role).not.toBe(401);
      expect(status, role).toBeLessThan(500);
    }
    for (const role of tokenRoles) {
      expect((await call(route, 'north', secrets[role])).status, `${role} at another branch`).toBe(404);
      expect((await call(route, 'nowhere', secrets[role])).status, `${role} at no branch`).toBe(404);
    }
    expect((await call(route, 'north', secrets.ticket)).status, 'a ticket of another branch').toBe(401);
    expect((await call(route, 'demo', north)).status, 'an admin of another branch').toBe(404);
  });
});

describe('tellers', () => {
  const at = (token: string, counter: string, verb: string, body: unknown = {}) =>
    lobby.post(`/counters/${counter}/${verb}`, body, token);

  it('work one open counter at a time', async () => {
    const teller = await lobby.token('teller');
    expect((await at(teller, 'C1', 'open')).status).toBe(200);
    expect((await at(teller, 'C2', 'open')).body).toMatchObject({ code: 'one-counter-at-a-time', yours: 'C1' });
    expect((await at(teller, 'C1', 'close')).status).toBe(200);
    expect((await at(teller, 'C2', 'open')).status).toBe(200);
    await at(teller, 'C2', 'close');
  });

  it('cannot open two counters by asking for both at once', async () => {
    const teller = await lobby.token('teller');
    const replies = await Promise.all(['C1', 'C2', 'C3', 'C4'].map((counter) => at(teller, counter, 'open')));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 403, 403, 403]);
    const mine = replies.findIndex(({ status }) => status === 200) + 1;
    await at(teller, `C${mine}`, 'close');
  });

  it('keep to their own counter, also after a restart', async () => {
    const [one, two] = [await lobby.token('teller'), await lobby.token('teller')];
    await at(one, 'C1', 'open');
    expect((await at(two, 'C1', 'call-next')).body.code).toBe('counter-of-another');
    await lobby.restart();
    expect((await at(two, 'C1', 'call-next')).body.code).toBe('counter-of-another');
    expect((await at(one, 'C2', 'open')).body.code).toBe('one-counter-at-a-time');
    expect((await at(secrets.manager!, 'C1', 'close')).status).toBe(200);
    expect((await at(two, 'C1', 'open')).status).toBe(200);
    await at(two, 'C1', 'close');
  });

  it('whose token names a counter work that one only', async () => {
    const teller = await lobby.token('teller', { counter: 'C3' });
    expect((await at(teller, 'C4', 'open')).body).toMatchObject({ code: 'other-counter', yours: 'C3' });
    expect((await at(teller, 'C3', 'open')).status).toBe(200);
    await at(teller, 'C3', 'close');
  });
});

describe('greeters, staff and customers', () => {
  it('greeters start and end device use only', async () => {
    expect((await lobby.post('/counters/C1/start', {}, secrets.greeter!)).body.code).toBe('devices-only');
    expect((await lobby.post('/counters/D1/start', {}, secrets.greeter!)).body.code).toBe('counter-idle');
  });

  it('staff come and go for themselves, a manager for anybody', async () => {
    const teller = await lobby.token('teller', { person: 'T01' });
    expect((await lobby.post('/staff/T02/join', {}, teller)).body.code).toBe('other-person');
    expect((await lobby.post('/staff/T01/join', {}, teller)).status).toBe(200);
    expect((await lobby.post('/staff/T01/break-start', {}, secrets.manager!)).body.person.onBreak).toBe(true);
    expect((await lobby.post('/staff/T01/break-end', {}, teller)).status).toBe(200);
    expect((await lobby.post('/staff/T01/leave', {}, teller)).body.person.present).toBe(false);
  });

  it('a customer may give up their own ticket, no other', async () => {
    const { body } = await lobby.post('/tickets', { service: 'cash' }, secrets.kiosk!);
    expect((await lobby.post(`/tickets/${body.ticket.id}/abandon`, {}, secrets.ticket!)).body.code).toBe('other-ticket');
    expect((await lobby.post(`/tickets/${body.ticket.id}/abandon`, {}, body.ticket.id)).status).toBe(200);
  });

  it('a token that another process makes counts at once', async () => {
    const { sqliteStore } = await import('../../server/store/sqlite/sqlite-store.ts');
    const { drawToken } = await import('../../server/auth/token.ts');
    const other = await sqliteStore(`${lobby.folder}/tingtang.sqlite`);
    const { secret, token } = drawToken({ branch: 'demo', role: 'display' }, Date.now());
    expect((await lobby.get('/board', secret)).status).toBe(401);
    await other.addToken(token);
    expect((await lobby.get('/board', secret)).status).toBe(200);
    await other.revokeToken('demo', token.id, Date.now());
    expect((await lobby.get('/board', secret)).status).toBe(401);
    await other.close();
  });

  it('tokens are kept as hashes only', async () => {
    const { body } = await lobby.send('GET', '/api/branches/demo/tokens', { token: secrets.admin!, key: null });
    expect(body.tokens.length).toBeGreaterThan(5);
    expect(JSON.stringify(body)).not.toContain('hash');
    const { readFileSync } = await import('node:fs');
    for (const file of ['tingtang.sqlite', 'tingtang.sqlite-wal'])
      expect(readFileSync(`${lobby.folder}/${file}`).includes(secrets.manager!)).toBe(false);
  });

  it('a kiosk over its rate waits its turn', async () => {
    const slow = await openLobby({ ticketsPerSecond: 20 });
    const token = await slow.token('kiosk');
    const replies = await Promise.all(Array.from({ length: 30 }, () => slow.post('/tickets', { service: 'cash' }, token)));
    expect(replies.every(({ status }) => status === 201)).toBe(true);
    const times = replies.map(({ body }) => body.ticket.arrivedAt as number).sort((one, other) => one - other);
    expect(times[29]! - times[0]!).toBeGreaterThan(500);
    await slow.close();
  });
});
