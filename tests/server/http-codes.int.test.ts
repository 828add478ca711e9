import { request } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../server/http/routes/table.ts';
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

describe('codes', () => {
  const bad = async (path: string, sending: Parameters<Lobby['send']>[2], method = 'POST') =>
    lobby.send(method, demo + path, { token: manager, ...sending });

  it('400 lists every problem at once', async () => {
    const { status, body } = await bad('/tickets', {
      key: null,
      body: { service: 'nope', traits: ['x', 'senior', 'y'], segment: 'z', extra: 1, prepared: 'yes' },
    });
    expect(status).toBe(400);
    expect(body.code).toBe('bad-input');
    expect(body.error.message).toEqual({ zh: expect.any(String), en: expect.any(String) });
    const paths = body.error.problems.map(({ path }: { path: string }) => path).sort();
    expect(paths).toEqual(['', 'Idempotency-Key', 'prepared', 'segment', 'service', 'traits.0', 'traits.2']);
    expect(body.error.problems.find(({ path }: { path: string }) => path === 'service').message).toContain('cash');
  });

  it.each([
    ['neither service nor needs', '/tickets', {}],
    ['both', '/tickets', { service: 'cash', needs: [{ service: 'cash' }] }],
    ['six needs', '/tickets', { needs: Array.from({ length: 6 }, () => ({ service: 'cash' })) }],
    ['an unknown pause reason', '/counters/C1/pause', { reason: 'lunch' }],
    ['a pause without reason', '/counters/C1/pause', {}],
    ['an unknown outcome', '/counters/C1/finish', { outcome: 'perfect' }],
    ['a field too many', '/counters/C1/call-next', { ticket: 'x' }],
    ['an unknown person', '/counters/C7/open', { staff: ['T99'] }],
    ['a transfer to nowhere', '/counters/C1/transfer', {}],
    ['an unknown void reason', '/tickets/abc/void', { reason: 'because' }],
  ])('400 for %s', async (_, path, body) => {
    const reply = await bad(path, { body });
    expect(reply.status).toBe(400);
    expect(reply.body.error.problems.length).toBeGreaterThan(0);
  });

  it('400 for what is not JSON, or not said to be', async () => {
    for (const raw of ['{', '[1,', '{"service":"cash"}}', '\u0000', '{"a":1e', ' '])
      expect(await bad('/tickets', { raw }), raw).toMatchObject({ status: 400, body: { code: 'malformed-json' } });
    for (const raw of ['"text"', 'null', '7', 'true', '[]'])
      expect(await bad('/tickets', { raw }), raw).toMatchObject({ status: 400, body: { code: 'bad-input' } });
    const plain = await bad('/tickets', { raw: '{"service":"cash"}', headers: { 'content-type': 'text/plain' } });
    expect([plain.status, plain.body.code]).toEqual([400, 'not-json']);
    const form = await bad('/tickets', { raw: 'service=cash', headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    expect(form.status).toBe(400);
    const deep = await bad('/tickets', { raw: `${'['.repeat(5000)}${']'.repeat(5000)}` });
    expect(deep.status).toBe(400);
    const zipped = await bad('/tickets', { raw: '{}', headers: { 'content-encoding': 'gzip' } });
    expect(zipped.status).toBe(400);
  });

  it('400 for a query that is not one', async () => {
    for (const query of ['?after=x', '?limit=0', '?limit=1001', '?after=-1', '?limit=1&limit=2', '?bogus=1']) {
      expect((await bad(`/events${query}`, {}, 'GET')).status, query).toBe(400);
    }
    expect((await bad('/export?day=yesterday', {}, 'GET')).status).toBe(400);
    expect((await bad('/export', {}, 'GET')).status).toBe(400);
  });

  it('401 without a token, with a bad one, with a revoked one', async () => {
    const { status, body } = await lobby.send('POST', `${demo}/tickets`, { body: { service: 'cash' } });
    expect([status, body.code]).toEqual([401, 'no-token']);
    expect((await lobby.get('/board', 'tt_wrong')).body.code).toBe('bad-token');
    for (const authorization of ['Basic abc', 'Bearer', 'Bearer ', 'bearer  x y']) {
      expect((await lobby.send('GET', `${demo}/board`, { key: null, headers: { authorization } })).status).toBe(401);
    }
    const admin = await lobby.token('admin');
    const odd = await lobby.send('POST', `${demo}/tokens`, { token: admin, body: { role: 'kiosk', counter: 'C1' } });
    expect([odd.status, odd.body.error.problems[0].path]).toEqual([400, 'counter']);
    const made = await lobby.send('POST', `${demo}/tokens`, { token: admin, body: { role: 'display' } });
    expect((await lobby.get('/board', made.body.token)).status).toBe(200);
    expect((await lobby.send('DELETE', `${demo}/tokens/${made.body.id}`, { token: admin })).status).toBe(200);
    expect((await lobby.get('/board', made.body.token)).status).toBe(401);
  });

  it('403 for a role that may not, 404 for another branch', async () => {
    expect((await lobby.post('/counters/C1/open', {}, kiosk)).body).toMatchObject({ code: 'role-may-not', role: 'kiosk' });
    expect((await lobby.send('GET', '/api/branches/other/board', { token: manager, key: null })).status).toBe(404);
  });

  it('404 for what is not there', async () => {
    for (const path of [
      '/counters/C99/open',
      '/tickets/nope/abandon',
      '/staff/X1/join',
      '/appointments/nope/cancel',
      '/number-blocks/nope/return',
      '/proposals/nope/accept',
      '/counters/%00/open',
      '/counters/C1/dance',
    ]) {
      expect((await bad(path, { body: {} })).status, path).toBe(404);
    }
    expect((await at('C1', 'open')).status).toBe(200);
    expect((await at('C1', 'call', { ticket: 'nope' })).status).toBe(404);
    const gone = await issue();
    await lobby.post(`/tickets/${gone.id}/abandon`, {}, manager);
    const over = await lobby.post(`/tickets/${gone.id}/void`, { reason: 'duplicate' }, manager);
    expect([over.status, over.body]).toMatchObject([409, { code: 'ticket-over', number: gone.number, status: 'abandoned' }]);
    expect((await at('C1', 'call', { ticket: gone.id })).body.code).toBe('ticket-over');
    await at('C1', 'close');
    for (const path of ['/api/tickets/nope', '/api/nothing', `${demo}/nothing`, '/nothing.html'])
      expect((await lobby.send('GET', path, { token: manager, key: null })).status, path).toBe(404);
    expect((await lobby.send('PUT', `${demo}/tickets`, { token: manager, body: {} })).status).toBe(404);
  });

  it.each(routes.filter(({ path }) => path.includes(':')).map(({ method, path }) => [method, path]))(
    'a name that nothing has is bad input or unknown, whatever is in it: %s %s',
    async (method, path) => {
      for (const name of ['%00', '%F0%9F%98%80', 'a'.repeat(300), '__proto__', '..%2f..']) {
        const { status, body } = await bad(
          path.replaceAll(/:\w+/g, name),
          method === 'get' ? {} : { body: {} },
          method.toUpperCase(),
        );
        expect([400, 403, 404, 409], `${name}: ${status}`).toContain(status);
        expect(body.error).toMatchObject({ code: body.code, message: { zh: expect.any(String), en: expect.any(String) } });
      }
    },
  );

  it('409 for a refusal, with its facts', async () => {
    const { status, body } = await at('C3', 'call-next');
    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: 'counter-closed',
      station: 'C3',
      error: { code: 'counter-closed', facts: { station: 'C3' } },
    });
    await at('C3', 'open');
    expect((await at('C3', 'open')).body.code).toBe('counter-already-open');
    expect((await at('C3', 'start')).body.code).toBe('counter-idle');
    await at('C3', 'close');
  });

  it('413 for a body too large, and the connection goes on', async () => {
    const { status, body } = await bad('/tickets', { raw: JSON.stringify({ service: 'x'.repeat(20_000) }) });
    expect([status, body.code]).toEqual([413, 'too-large']);
    expect((await lobby.get('/board', manager)).status).toBe(200);
  });

  it('a broken URL is bad input', async () => {
    const status = await new Promise<number | undefined>((resolve) => {
      const { port } = new URL(lobby.running.url);
      request(
        {
          port,
          host: '127.0.0.1',
          path: `${demo}/counters/%E0%A4%A/open`,
          method: 'POST',
          headers: { authorization: `Bearer ${manager}` },
        },
        (res) => {
          res.resume();
          resolve(res.statusCode);
        },
      ).end();
    });
    expect(status).toBe(400);
  });

  it('a page of a foreign site may not press buttons', async () => {
    const foreign = await bad('/tickets', { body: { service: 'cash' }, headers: { origin: 'https://evil.example' } });
    expect([foreign.status, foreign.body.code]).toEqual([403, 'foreign-origin']);
    const own = await bad('/tickets', { body: { service: 'cash' }, headers: { origin: lobby.running.url } });
    expect(own.status).toBe(201);
  });

  it('says nothing of its insides', async () => {
    const { headers } = await lobby.get('/board', manager);
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('never answers 5xx to whatever JSON, and goes on', async () => {
    const before = (await lobby.get('/events?limit=1000', manager)).body.events.length;
    const shapes = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record(
          {
            service: fc.jsonValue(),
            needs: fc.jsonValue(),
            traits: fc.jsonValue(),
            segment: fc.jsonValue(),
            offline: fc.jsonValue(),
          },
          { requiredKeys: [] },
        ),
      },
      { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 6 }) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          { service: '__proto__' },
          { __proto__: null, constructor: {} },
          JSON.parse('{"__proto__":{"service":"cash"}}'),
          { needs: [{ service: 'toString' }] },
          { segment: 1e308, service: 'cash' },
        ),
      },
    );
    const paths = fc.constantFrom(
      '/tickets',
      '/counters/C1/open',
      '/counters/C1/call',
      '/counters/D1/start',
      '/counters/C1/transfer',
      '/tickets/x/route',
      '/appointments',
      '/number-blocks',
      '/staff/T01/join',
    );
    await fc.assert(
      fc.asyncProperty(paths, shapes, async (path, body) => {
        const { status } = await lobby.post(path, body, manager);
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 400 },
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (raw) => {
        expect((await bad('/tickets', { raw })).status).toBeLessThan(500);
      }),
      { numRuns: 200 },
    );
    expect((await lobby.get('/events?limit=1000', manager)).body.events.length).toBeGreaterThanOrEqual(before);
    expect((await lobby.send('GET', '/readyz', { key: null })).body).toEqual({ ready: true });
  });
});
