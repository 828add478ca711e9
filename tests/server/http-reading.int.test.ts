import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Floor, openFloor } from './lobby-floor.ts';
import { demo, type Lobby } from './running-service.ts';

let lobby: Lobby;
let manager: string;
let kiosk: string;
let at: Floor['at'];
let issue: Floor['issue'];
beforeAll(async () => {
  ({ lobby, manager, kiosk, at, issue } = await openFloor());
});
afterAll(() => lobby.close());

describe('reading', () => {
  it('gives events in order from a position', async () => {
    const all = (await lobby.get('/events', manager)).body.events;
    expect(all.map(({ seq }: { seq: number }) => seq)).toEqual(all.map((_: unknown, n: number) => n + 1));
    expect((await lobby.get('/events?after=3&limit=2', manager)).body.events).toEqual(all.slice(3, 5));
    expect(all[0]).toMatchObject({ v: 1, branch: 'demo', type: 'branch-configured', by: { kind: 'system' } });
  });

  it('shows numbers only to public screens', async () => {
    await issue();
    const open = (await lobby.get('/board', kiosk)).body;
    expect(open.view).toBe('public');
    expect(open.tickets).toBeUndefined();
    expect((await lobby.get('/board', manager)).body.tickets.length).toBeGreaterThan(0);
  });

  it('explains a call and a route', async () => {
    await at('C5', 'open');
    const { id } = (await at('C5', 'call-next')).body.ticket;
    const { body } = await lobby.get(`/tickets/${id}/explain`, manager);
    expect(body).toMatchObject({ type: 'called', explanation: { kind: 'call', station: 'C5', rule: { id: 'ratio' } } });
    expect((await lobby.get(`/events/${body.seq}/explain`, manager)).body).toEqual(body);
    expect((await lobby.get('/events/999999/explain', manager)).status).toBe(404);
    expect((await lobby.get('/events/1/explain', manager)).body.explanation).toBeNull();
  });

  it('documents every route it serves', async () => {
    const { body } = await lobby.send('GET', '/api/openapi.json', { key: null });
    expect(body.openapi).toMatch(/^3\.1/);
    expect(
      body.paths['/api/branches/{branch}/tickets'].post.requestBody.content['application/json'].schema.properties.service,
    ).toBeDefined();
    expect(
      body.paths['/api/branches/{branch}/counters/{counter}/call-next'].post.parameters.map(({ name }: { name: string }) => name),
    ).toEqual(['branch', 'counter', 'Idempotency-Key']);
    const answerOf = (path: string, method: string, status: number) =>
      body.paths[`/api/branches/{branch}${path}`][method].responses[status].content['application/json'].schema;
    expect(answerOf('/tickets', 'post', 201).properties.ticket).toEqual({ $ref: '#/components/schemas/Ticket' });
    expect(answerOf('/board', 'get', 200)).toEqual({ $ref: '#/components/schemas/Board' });
    expect(body.components.schemas.Ticket.required).toContain('ahead');
    const text = JSON.stringify(body);
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) expect(body.components.schemas).toHaveProperty(name!);
    const needsBody = (path: string): boolean => body.paths[`/api/branches/{branch}${path}`].post.requestBody.required;
    expect([needsBody('/counters/{counter}/pause'), needsBody('/counters/{counter}/open')]).toEqual([true, false]);
    expect(body.components.schemas.Error.properties.code.enum).toEqual(expect.arrayContaining(['bad-token', 'counter-busy']));
  });

  it('names what is wrong with an address that cannot be decoded', async () => {
    const { status, body } = await lobby.send('GET', '/api/branches/%zz/board', { key: null });
    expect([status, body.error.code]).toEqual([400, 'bad-input']);
    expect(body.error.problems[0].path).toBe('address');
  });

  it('tells its health, and its figures to this machine', async () => {
    expect((await lobby.send('GET', '/healthz', { key: null })).status).toBe(200);
    expect((await lobby.send('GET', '/metrics', { key: null })).body).toContain('tingtang_commit_seconds');
    expect((await lobby.send('GET', '/metrics', { key: null, headers: { 'x-forwarded-for': '10.0.0.1' } })).status).toBe(404);
  });
});

describe('setting up', () => {
  it('changes the strategy, rules and plan, or says what is wrong with them', async () => {
    const put = (path: string, body: unknown) => lobby.send('PUT', demo + path, { token: manager, body });
    expect((await put('/strategy', { id: 'fcfs' })).status).toBe(200);
    expect((await lobby.get('/board', manager)).body.strategy.id).toBe('fcfs');
    expect((await put('/strategy', { id: 'magic' })).status).toBe(400);
    expect((await put('/strategy', { id: 'fcfs', effectiveAt: 5 })).body.code).toBe('effective-in-past');
    const { config } = (await lobby.get('/config', manager)).body;
    expect((await put('/rules', { ...config.rules, undoWithinMs: 5000 })).body.version).toBe(2);
    const wrong = await put('/rules', { ...config.rules, calling: { id: 'ratio', options: { weights: { nope: 1, vip: 2 } } } });
    expect(wrong.status).toBe(400);
    expect(wrong.body.error.problems.length).toBeGreaterThan(0);
    expect((await put('/plan', { v: 1, id: 'summer', roster: [] })).body.plan).toBe('summer');
  });

  it('sets up another branch, which keeps to itself', async () => {
    const { config } = (await lobby.get('/config', manager)).body;
    const admin = await lobby.token('admin', { branch: '*' });
    const put = (body: unknown) => lobby.send('PUT', '/api/branches/north/config', { token: admin, body });
    expect((await put({ ...config, id: 'north', zone: 'Mars/Olympus' })).body.error.problems).toEqual([
      { path: 'zone', message: expect.stringContaining('Mars/Olympus') },
    ]);
    expect((await put(config)).status).toBe(400);
    expect((await put({ ...config, id: 'north' })).status).toBe(200);
    const north = await lobby.token('manager', { branch: 'north' });
    const issued = await lobby.send('POST', '/api/branches/north/tickets', { token: north, body: { service: 'cash' } });
    expect([issued.status, issued.body.ticket.number]).toEqual([201, 'A001']);
    expect((await lobby.post(`/tickets/${issued.body.ticket.id}/abandon`, {}, manager)).status).toBe(404);
    expect((await lobby.get('/board', north)).status).toBe(404);
  });
});
